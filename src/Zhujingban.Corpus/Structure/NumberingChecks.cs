using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Says where the numbers of a document do not run 1, 2, 3; the numbers themselves stay as written.</summary>
internal sealed class NumberingChecks
{
    private readonly List<TextSpan> _repeated = [];
    private readonly List<TextSpan> _missing = [];
    private readonly List<TextSpan> _backwards = [];

    /// <summary>Checks a number against the ones before it.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="before">The last number of its kind under the same parent; 0 when it is the first.</param>
    /// <param name="through">The last number of its kind anywhere in its part; numbers may run through.</param>
    public void Add(in NumberingMark mark, int before, int through)
    {
        if (mark.Branch > 0 || mark.Value == before + 1 || (before == 0 && mark.Value == through + 1)) return;
        var faults = mark.Value == before ? _repeated : mark.Value < before ? _backwards : _missing;
        faults.Add(mark.Span);
    }

    /// <summary>One diagnostic for each kind of fault, with every place.</summary>
    /// <param name="text">The text that the spans are of.</param>
    public IEnumerable<Diagnostic> Diagnostics(MappedText text)
    {
        if (_missing.Count > 0) yield return Of(text, "number-missing", "Numbers are missing before these marks.", _missing);
        if (_repeated.Count > 0) yield return Of(text, "number-repeated", "These marks repeat the number before them.", _repeated);
        if (_backwards.Count > 0) yield return Of(text, "number-backwards", "These marks count back from the one before them.", _backwards);
    }

    private static Diagnostic Of(MappedText text, string code, string message, List<TextSpan> spans) =>
        new(code, DiagnosticSeverity.Warning, message, TextSpans.Flatten(spans.SelectMany(text.SourceSpans)));
}
