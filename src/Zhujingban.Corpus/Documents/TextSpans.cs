namespace Zhujingban.Corpus.Documents;

/// <summary>Operations on lists of spans.</summary>
public static class TextSpans
{
    /// <summary>The same code units as a flat list: ordered, without empty spans, overlapping and touching ones made one.</summary>
    /// <param name="spans">Spans of one text, in any order.</param>
    public static IReadOnlyList<TextSpan> Flatten(IEnumerable<TextSpan> spans)
    {
        var flat = spans.Where(span => !span.IsEmpty).ToArray();
        if (!IsInOrder(flat)) Array.Sort(flat);
        var count = 0;
        foreach (var span in flat)
        {
            if (count > 0 && span.Start <= flat[count - 1].End)
                flat[count - 1] = new TextSpan(flat[count - 1].Start, Math.Max(flat[count - 1].End, span.End));
            else
                flat[count++] = span;
        }

        return count == flat.Length ? flat : flat[..count];
    }

    /// <summary>Spans that were taken down one after another need no sorting, which costs more than their length.</summary>
    private static bool IsInOrder(TextSpan[] spans)
    {
        for (var i = 1; i < spans.Length; i++)
        {
            if (spans[i].Start < spans[i - 1].Start) return false;
        }

        return true;
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
