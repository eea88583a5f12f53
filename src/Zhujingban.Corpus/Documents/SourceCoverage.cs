using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Documents;

/// <summary>How a document's source is accounted for, in UTF-16 code units; <c>Kept + Duplicate + Dropped = Chars</c>.</summary>
/// <param name="Chars">The length of the source.</param>
/// <param name="Kept">What runs of the text come from.</param>
/// <param name="Duplicate">What is left out as a repeat.</param>
/// <param name="Dropped">What is left out with another reason.</param>
public readonly record struct SourceCoverage(int Chars, int Kept, int Duplicate, int Dropped)
{
    /// <summary>Counts what a document does with its source.</summary>
    public static SourceCoverage Of(Document document) => new(
        document.Source.Text.Length,
        document.Text.Runs.Sum(run => run.Source.Length),
        document.Duplicates.Sum(duplicate => duplicate.Span.Length),
        document.Dropped.Sum(drop => drop.Span.Length));

    /// <summary>
    /// Proves that nothing is lost: runs, duplicates and drops tile the source, and what is copied equals its source.
    /// </summary>
    /// <param name="source">The decoded source text.</param>
    /// <param name="text">The text with its runs.</param>
    /// <param name="leftOut">The spans of duplicates and drops, in any order.</param>
    /// <returns>One sentence for each fault, with its place; none when the invariant holds.</returns>
    public static IEnumerable<string> Faults(string source, MappedText text, IEnumerable<TextSpan> leftOut)
    {
        foreach (var run in text.Runs)
        {
            if (run.Source.Start < 0 || run.Source.End > source.Length)
                yield return $"The run at {run.Text} points outside the source: {run.Source}.";
            else if (run.Kind == RunKind.Copied && !Same(source, text.Text, run))
                yield return $"The copied run at {run.Text} differs from its source {run.Source}.";
        }

        var spans = text.Runs.Select(run => run.Source).Concat(leftOut).Where(span => !span.IsEmpty).ToList();
        spans.Sort();
        var at = 0;
        foreach (var span in spans)
        {
            if (span.Start > at) yield return $"Nothing accounts for {new TextSpan(at, span.Start)} of the source.";
            if (span.Start < at) yield return $"{new TextSpan(span.Start, Math.Min(at, span.End))} of the source is accounted for twice.";
            at = Math.Max(at, span.End);
        }

        if (at < source.Length) yield return $"Nothing accounts for {new TextSpan(at, source.Length)} of the source.";
        if (at > source.Length) yield return $"{new TextSpan(source.Length, at)} lies behind the source's end.";
    }

    private static bool Same(string source, string text, MappedRun run) =>
        source.AsSpan(run.Source.Start, run.Source.Length).SequenceEqual(text.AsSpan(run.Text.Start, run.Text.Length));
}
