namespace Zhujingban.Corpus.Documents;

/// <summary>Operations on lists of spans.</summary>
public static class TextSpans
{
    /// <summary>The same code units as a flat list: ordered, without empty spans, overlapping and touching ones made one.</summary>
    /// <param name="spans">Spans of one text, in any order.</param>
    public static IReadOnlyList<TextSpan> Flatten(IEnumerable<TextSpan> spans)
    {
        var sorted = new List<TextSpan>();
        var inOrder = true;
        foreach (var span in spans)
        {
            if (span.IsEmpty) continue;
            inOrder &= sorted.Count == 0 || sorted[^1].Start <= span.Start;
            sorted.Add(span);
        }

        if (!inOrder) sorted.Sort();
        var flat = new List<TextSpan>();
        foreach (var span in sorted)
        {
            if (flat.Count > 0 && span.Start <= flat[^1].End)
                flat[^1] = new TextSpan(flat[^1].Start, Math.Max(flat[^1].End, span.End));
            else
                flat.Add(span);
        }

        return flat;
    }

    /// <summary>What of <c>[0, length)</c> none of the spans covers, ordered.</summary>
    /// <param name="flat">An ordered list without overlaps, as <see cref="Flatten"/> gives it.</param>
    /// <param name="length">The length of the text in UTF-16 code units.</param>
    public static IReadOnlyList<TextSpan> Complement(IReadOnlyList<TextSpan> flat, int length)
    {
        var rest = new List<TextSpan>();
        var at = 0;
        foreach (var span in flat)
        {
            if (span.Start > at) rest.Add(new TextSpan(at, span.Start));
            at = span.End;
        }

        if (at < length) rest.Add(new TextSpan(at, length));
        return rest;
    }
}
