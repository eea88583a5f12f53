using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>The sections of a page: a heading's section ends where the next heading of its level or a higher one begins.</summary>
/// <param name="text">The page's text.</param>
internal sealed class PageSections(string text)
{
    private readonly List<Section> _sections = [];
    private readonly List<(int HeadingLevel, int Index, IReadOnlyList<string> Headings)> _open = [];

    /// <summary>The ids of the page.</summary>
    public EIds Ids { get; } = new();

    /// <summary>The id of the innermost section; null before the first heading.</summary>
    public string? EId => _open.Count == 0 ? null : _sections[_open[^1].Index].EId;

    /// <summary>The headings of the sections that are open, outermost first.</summary>
    public IReadOnlyList<string> Headings => _open.Count == 0 ? [] : _open[^1].Headings;

    /// <summary>Opens the section of a heading.</summary>
    public void Open(Block heading)
    {
        CloseFrom(heading.Level, heading.Span.Start);
        var eId = Ids.Next(EId, _open.Count == 0 ? "sec" : "subsec");
        var words = heading.Span.Of(text);
        var headings = new List<string>(Headings) { words };
        _sections.Add(new Section(eId, null, words, _open.Count + 1, heading.Span, heading.Span));
        _open.Add((heading.Level, _sections.Count - 1, headings));
    }

    /// <summary>Closes all sections at the end of the text, and gives them.</summary>
    public IReadOnlyList<Section> Close(int end)
    {
        CloseFrom(0, end);
        return _sections;
    }

    private void CloseFrom(int level, int end)
    {
        var last = end;
        while (last > 0 && char.IsWhiteSpace(text[last - 1])) last--;
        while (_open.Count > 0 && _open[^1].HeadingLevel >= level)
        {
            var index = _open[^1].Index;
            var section = _sections[index];
            _sections[index] = section with { Span = new TextSpan(section.Span.Start, Math.Max(section.Span.End, last)) };
            _open.RemoveAt(_open.Count - 1);
        }
    }
}
