using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Leaves ranges out of a document's text: the text is selected anew from its runs, the blocks move to their new places, and every code
/// unit that goes is recorded as duplicate, or as white space where it only parted blocks.
/// </summary>
internal static class RepeatedRanges
{
    /// <summary>The document without the ranges.</summary>
    /// <param name="document">A document before structure: blocks only.</param>
    /// <param name="repeats">Ranges of its text, ordered, without overlaps.</param>
    public static Document LeaveOut(Document document, IReadOnlyList<RepeatedRange> repeats)
    {
        if (repeats.Count == 0) return document;
        var cut = new List<TextSpan>(repeats.Select(repeat => repeat.Range));
        var separators = EmptiedSeparators(document, cut);
        var kept = TextSpans.Complement(TextSpans.Flatten(cut.Concat(separators)), document.Text.Text.Length);
        var duplicates = repeats.SelectMany(repeat => document.Text.SourceSpans(repeat.Range).Select(span =>
            new Duplicate(span, Hull(document.Text.SourceSpans(repeat.Of)), repeat.Similarity, repeat.Reason)));
        var dropped = separators.SelectMany(document.Text.SourceSpans).Select(span => new Drop(DropReason.Whitespace, span));
        return document with
        {
            Text = document.Text.Select(kept),
            Blocks = Moved(document.Blocks, kept),
            Duplicates = [.. document.Duplicates, .. duplicates],
            Dropped = [.. document.Dropped, .. dropped],
        };
    }

    /// <summary>The white space that parted blocks of which one is gone: between two blocks that stay, one separator stays.</summary>
    private static List<TextSpan> EmptiedSeparators(Document document, List<TextSpan> cut)
    {
        var separators = new List<TextSpan>();
        var (at, next) = (0, 0);
        var emptied = false;
        var anyKept = false;
        foreach (var block in document.Blocks)
        {
            var gap = new TextSpan(at, block.Span.Start);
            while (next < cut.Count && cut[next].End <= block.Span.Start) next++;
            var goes = IsCovered(block.Span, cut, next);
            // A range over several blocks holds what parts them.
            var inside = next < cut.Count && cut[next].Contains(gap);
            if ((emptied || !anyKept) && at > 0 && !gap.IsEmpty && !inside) separators.Add(gap);
            // After a block that goes, the separator before it parts its neighbours.
            emptied = goes;
            anyKept |= !goes;
            at = block.Span.End;
        }

        if (emptied && anyKept) LeaveOutLastSeparator(document, cut, separators);
        return separators;
    }

    /// <summary>Blocks at the end are gone: what parted them from the last one that stays goes too.</summary>
    private static void LeaveOutLastSeparator(Document document, List<TextSpan> cut, List<TextSpan> separators)
    {
        var last = document.Blocks.Count - 1;
        while (last > 0 && IsCovered(document.Blocks[last].Span, cut, FirstEndingBehind(cut, document.Blocks[last].Span.Start))) last--;
        separators.Add(new TextSpan(document.Blocks[last].Span.End, document.Blocks[last + 1].Span.Start));
        separators.Sort();
    }

    private static int FirstEndingBehind(List<TextSpan> cut, int position)
    {
        var (low, high) = (0, cut.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cut[middle].End > position) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>True when the ranges from <paramref name="next"/> on cover a block, touching one another or not at all.</summary>
    private static bool IsCovered(TextSpan block, List<TextSpan> cut, int next)
    {
        var at = block.Start;
        while (next < cut.Count && cut[next].Start <= at && at < block.End) at = Math.Max(at, cut[next++].End);
        return at >= block.End;
    }

    /// <summary>
    /// The blocks at their places in the selected text; those of which nothing is kept are gone. What stood before a range and what
    /// stood behind it are two blocks: that they belong together is not said anywhere.
    /// </summary>
    private static List<Block> Moved(IReadOnlyList<Block> blocks, IReadOnlyList<TextSpan> kept)
    {
        var moved = new List<Block>(blocks.Count);
        var (first, before) = (0, 0);
        foreach (var block in blocks)
        {
            while (first < kept.Count && kept[first].End <= block.Span.Start) before += kept[first++].Length;
            var at = before;
            for (var i = first; i < kept.Count && kept[i].Start < block.Span.End; i++)
            {
                var from = Math.Max(kept[i].Start, block.Span.Start);
                var to = Math.Min(kept[i].End, block.Span.End);
                if (from < to) moved.Add(block with { Span = new TextSpan(at + from - kept[i].Start, at + to - kept[i].Start) });
                at += kept[i].Length;
            }
        }

        return moved;
    }

    private static TextSpan Hull(IReadOnlyList<TextSpan> spans) =>
        spans.Count == 0 ? default : new TextSpan(spans[0].Start, spans[^1].End);
}
