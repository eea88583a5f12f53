using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>What a source without text positions shows, line by line, and how the lines stand together.</summary>
internal sealed class RenderedPage
{
    /// <summary>The characters of all lines, one after another.</summary>
    public StringBuilder Characters { get; } = new();

    /// <summary>The same as a string; set when the page is complete.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The lines, in the page's order.</summary>
    public List<RenderedLine> Lines { get; } = [];

    /// <summary>The regions, outer ones first; the first is the whole page.</summary>
    public List<RenderedRegion> Regions { get; } = [new(-1, 0, RegionMark.None)];

    /// <summary>The tables, in the order in which they begin.</summary>
    public List<RenderedTable> Tables { get; } = [];

    /// <summary>The links.</summary>
    public List<RenderedLink> Links { get; } = [];

    /// <summary>Notes, in the order of their kind and place.</summary>
    public List<RenderedNote> Notes { get; } = [];

    /// <summary>Where notes belong, in the page's order.</summary>
    public List<RenderedNoteUse> NoteUses { get; } = [];

    /// <summary>What the page states in fields.</summary>
    public List<RenderedField> Fields { get; } = [];

    /// <summary>What the head of the page states in fields: it counts where the page shows nothing.</summary>
    public List<RenderedField> HeadFields { get; } = [];

    /// <summary>The number of lines before each picture, in the page's order.</summary>
    public List<int> Pictures { get; } = [];

    /// <summary>What is to be said of the source as a whole.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The title that the source gives, or null.</summary>
    public string? Title { get; set; }

    /// <summary>The characters of a line.</summary>
    public ReadOnlySpan<char> Of(RenderedLine line) => Text.AsSpan(line.Start, line.Length);

    /// <summary>Ends the page: nothing is added any more.</summary>
    public void Complete()
    {
        Text = Characters.ToString();
        Regions[0].End = Lines.Count;
    }
}
