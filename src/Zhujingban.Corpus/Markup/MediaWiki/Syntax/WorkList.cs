using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>The flows that are still to be read, and what the parser has to say. Flows wait here instead of on the call stack.</summary>
internal sealed class WorkList
{
    private const int MostReports = 100;
    private readonly Stack<int> _flows = new();
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, int> _unreported = [];

    public void Push(int node) => _flows.Push(node);

    public bool TryPop(out int node) => _flows.TryPop(out node);

    public void ReportUnclosed(char open, int start, int count) => Report(
        open == '{' ? "unclosed-template" : "unclosed-variant",
        open == '{' ? "These braces are never closed and are read as text." : "This -{ is never closed and is read as text.",
        TextSpan.At(start, count));

    /// <summary>Reports a place; a page that is broken everywhere gets one more report with the count.</summary>
    public void Report(string code, string message, TextSpan span)
    {
        if (_diagnostics.Count < MostReports) _diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, span));
        else _unreported[code] = _unreported.GetValueOrDefault(code) + 1;
    }

    public IReadOnlyList<Diagnostic> Diagnostics() =>
    [
        .. _diagnostics.OrderBy(diagnostic => diagnostic.Spans[0]),
        .. _unreported.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
            new Diagnostic(pair.Key, DiagnosticSeverity.Warning, $"{pair.Value} more places like this.")),
    ];
}
