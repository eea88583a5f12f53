using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// What the parser gave up on: markup that began and came to nothing, so that its characters are text or reach further than
/// whoever wrote them meant. A page that is broken everywhere names its first places and counts the rest.
/// </summary>
internal sealed class GivenUp
{
    /// <summary>The places of one kind that are named.</summary>
    private const int MostPlaces = 100;
    private readonly List<Diagnostic> _named = [];
    private readonly Dictionary<string, int> _counts = [];

    public void Comment(TextSpan span) => Report("unclosed-comment", "A comment has no end; everything behind it is part of it.", span);

    public void Tag(string name, TextSpan span) => Report("unclosed-tag", $"<{name}> has no end tag and is read as text.", span);

    public void Template(TextSpan braces) => Report("unclosed-template", "These braces are never closed and are read as text.", braces);

    public void Variant(TextSpan bracket) => Report("unclosed-variant", "This -{ is never closed and is read as text.", bracket);

    public void Link(TextSpan brackets) => Report("unclosed-link", "These brackets are not closed before the next link, table mark or end, and are read as text.", brackets);

    public void LinkTarget(TextSpan link) => Report("invalid-link", "What stands in these brackets can be no title; they are read as text.", link);

    public void ExternalLink(TextSpan address) => Report("unclosed-external-link", "A bracket before an address is not closed on its line and is read as text.", address);

    public void NestedLink(TextSpan bracket) => Report("nested-external-link", "A link holds no external link; this bracket and its address are read as text.", bracket);

    public void EmptyAddress(TextSpan scheme) => Report("empty-external-link", "No address stands behind this bracket and scheme; they are read as text.", scheme);

    public void Apostrophes(TextSpan run) => Report("unclosed-apostrophes", "Bold or italics that these apostrophes leave open end with the line.", run);

    public void Heading(TextSpan marks) => Report("unclosed-heading", "A line starts like a heading but does not end with an equals sign; it is read as text.", marks);

    public void Table(TextSpan mark) => Report("unclosed-table", "A table has no end; everything behind it is part of it.", mark);

    /// <summary>In the order of the source; the counts of what is not named behind.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics() =>
    [
        .. _named.OrderBy(diagnostic => diagnostic.Spans[0]),
        .. _counts.Where(pair => pair.Value > MostPlaces).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
            new Diagnostic(pair.Key, DiagnosticSeverity.Warning, $"{pair.Value - MostPlaces} more places like this.")),
    ];

    private void Report(string code, string message, TextSpan span)
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= MostPlaces) _named.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, span));
    }
}
