using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>Reads the texts of footnotes, which are in no text of the page: the items of the list at its end, and pandoc's own.</summary>
/// <param name="preparation">The source and what Markdig read in its stead.</param>
/// <param name="places">Where what it read stands.</param>
/// <param name="marks">The page's footnote marks.</param>
/// <param name="inlines">What writes inlines, and knows which footnotes are used.</param>
internal sealed class MarkdownNotes(MarkdownPreparation preparation, MarkdownPlaces places, FootnoteMarks marks, MarkdownInlines inlines)
{
    private readonly List<Reference> _footnotes = [];

    /// <summary>All of them, with their uses.</summary>
    public IReadOnlyList<Reference> References => [.. marks.References(), .. _footnotes];

    /// <summary>The list of footnotes at the page's end: its items are the notes' texts.</summary>
    public void ReadList(ListBlock notes)
    {
        for (var i = 0; i < notes.Count; i++)
        {
            var item = (ListItemBlock)notes[i];
            if (item.Count == 0)
            {
                MarkdownDrops.AddEmpty(inlines.Reasons, places.Of(item));
                continue;
            }

            marks.AddNote(i + 1, PlainText(item));
            inlines.Reasons.Add(new Drop(DropReason.ReferenceList, places.Of(item)));
        }
    }

    /// <summary>Pandoc's own footnotes: <c>[^1]</c> in the text, <c>[^1]: …</c> anywhere.</summary>
    public void ReadFootnotes(MarkdownDocument tree)
    {
        var definitions = tree.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group).OfType<FootnoteLinkReferenceDefinition>();
        foreach (var definition in definitions.OrderBy(definition => (uint)definition.Footnote.Order)) // unused ones (-1) are last
        {
            var footnote = definition.Footnote;
            var span = new TextSpan(Math.Max(0, definition.Span.Start), Math.Max(definition.Span.End, footnote.Span.End) + 1);
            var name = (footnote.Label ?? "").TrimStart('^');
            var uses = inlines.FootnoteUses.GetValueOrDefault(footnote.Label ?? "", []);
            _footnotes.Add(new Reference(name, null, PlainText(footnote), uses, null));
            inlines.Reasons.Add(new Drop(DropReason.Reference, span));
        }
    }

    /// <summary>The text of a note, its links included.</summary>
    private string PlainText(ContainerBlock container)
    {
        var writer = new MarkdownWriter(preparation.Source, preparation.Hidden);
        var first = inlines.Links.Count;
        writer.BeginBlock();
        foreach (var leaf in MarkdownTables.LeavesOf(container))
        {
            writer.Separate(" ");
            inlines.Write(leaf.Inline, writer);
        }

        var text = writer.Build().Text;
        inlines.Links.Show(first, text);
        return text;
    }
}
