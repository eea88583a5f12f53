using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>The entries that hold one indexed term.</summary>
/// <param name="context">Where to search.</param>
/// <param name="cursor">The term.</param>
/// <param name="idf">Its weight.</param>
/// <param name="textOnly">True when the text has to hold it, false for any field.</param>
internal sealed class TermSource(SearchContext context, PostingsCursor cursor, double idf, bool textOnly) : WindowSource
{
    /// <summary>The entries a word of marks is for.</summary>
    public const int BitsPerWord = 64;

    private readonly Bm25F _ranking = context.Ranking;
    private readonly double[] _frequencies = new double[BitPacking.BlockSize];
    private readonly bool _checksText = textOnly && cursor.TextHolders < cursor.Holders;

    /// <inheritdoc/>
    public override int Advance(int target) => cursor.Advance(target);

    /// <inheritdoc/>
    public override void Add(EntryWindow window, bool isEssential)
    {
        var lengths = context.Segment.Lengths;
        if (window.IsCounted && !isEssential)
        {
            Complete(window, lengths);
            return;
        }

        for (var next = cursor.Advance(window.Start); next < window.End;)
        {
            var entries = cursor.Rest(window.End);
            if (window.IsCounted && Bm25F.Score(idf, cursor.BoundHere) < LeastScore)
            {
                next = cursor.Move(entries.Length);
                continue;
            }

            if (isEssential) Score(cursor, entries, window, idf);
            else Complete(cursor, entries, window, lengths, idf);
            next = cursor.Move(entries.Length);
        }
    }

    /// <summary>Marks all its entries.</summary>
    /// <param name="entries">A bit for every entry of the segment.</param>
    public void Mark(Span<ulong> entries)
    {
        var walk = cursor.Restart();
        for (var next = walk.Advance(0); next != TermCursor.End && !context.Deadline.Passes(BitPacking.BlockSize);)
        {
            var held = walk.Rest(TermCursor.End);
            if (_checksText && !walk.AreAllInText)
            {
                for (var i = 0; i < held.Length; i++)
                {
                    if (walk.IsInText(i)) entries[(int)(held[i] / BitsPerWord)] |= 1UL << (int)held[i];
                }
            }
            else
            {
                foreach (var entry in held) entries[(int)(entry / BitsPerWord)] |= 1UL << (int)entry;
            }

            next = walk.Move(held.Length);
        }
    }

    /// <summary>A score that so many of its entries reach by it alone, found in the block that promises most; negative infinity when that has fewer.</summary>
    public double ScoreReachedBy(int entries)
    {
        if (cursor.BoundedBlocks == 0 || entries is 0 or > BitPacking.BlockSize) return double.NegativeInfinity;
        var best = cursor.Restart();
        best.MoveToBlock(best.BestBlock());
        var held = best.Rest(TermCursor.End);
        context.FindFrequencies(best, held, _frequencies);
        var count = 0;
        for (var i = 0; i < held.Length; i++)
        {
            if (!_checksText || best.IsInText(i)) _frequencies[count++] = _frequencies[i];
        }

        return count < entries ? double.NegativeInfinity : Bm25F.Score(idf, Greatest(entries, _frequencies.AsSpan(0, count)));
    }

    /// <summary>The so-many-th greatest of some numbers. Few of them are sought, so few have to be put in order.</summary>
    private static double Greatest(int place, ReadOnlySpan<double> numbers)
    {
        Span<double> greatest = stackalloc double[BitPacking.BlockSize];
        greatest = greatest[..place];
        greatest.Fill(double.NegativeInfinity);
        foreach (var number in numbers)
        {
            if (number <= greatest[^1]) continue;
            var at = place - 1;
            for (; at > 0 && greatest[at - 1] < number; at--) greatest[at] = greatest[at - 1];
            greatest[at] = number;
        }

        return greatest[^1];
    }

    /// <inheritdoc/>
    protected override double Bound(int target, out int last) => Bm25F.Score(idf, cursor.Bound(target, out last));

    private void Score(PostingsCursor term, ReadOnlySpan<uint> entries, EntryWindow window, double weight)
    {
        var (states, scores, start, checksText) = (window.States, window.Scores, window.Start, _checksText);
        var least = Bm25F.LeastFrequency(weight, LeastScore);
        context.FindFrequencies(term, entries, _frequencies);
        for (var i = 0; i < entries.Length; i++)
        {
            if (checksText && !term.IsInText(i)) continue;
            var at = (int)entries[i] - start;
            ref var state = ref states[at];
            if (_frequencies[i] < least)
            {
                if (state == EntryWindow.None) state = EntryWindow.Counted;
                continue;
            }

            scores[at] = (state == EntryWindow.Candidate ? scores[at] : 0) + Bm25F.Score(weight, _frequencies[i]);
            state = EntryWindow.Candidate;
        }
    }

    /// <summary>Adds to the candidates alone: whatever stands between them is passed over.</summary>
    private void Complete(EntryWindow window, ReadOnlySpan<byte> lengths)
    {
        var states = window.States.AsSpan();
        for (var at = 0; at < states.Length; at++)
        {
            var found = states[at..].IndexOf(EntryWindow.Candidate);
            if (found < 0) return;
            at += found;
            var entry = window.Start + at;
            var held = cursor.Advance(entry);
            if (held == TermCursor.End) return;
            if (held == entry && (!_checksText || cursor.IsInText(0)))
                window.Scores[at] += Bm25F.Score(idf, _ranking.Frequency(cursor.CountsAhead(0), lengths.Slice(entry * Fields.Count, Fields.Count)));
        }
    }

    private void Complete(PostingsCursor term, ReadOnlySpan<uint> entries, EntryWindow window, ReadOnlySpan<byte> lengths, double weight)
    {
        var (states, scores, start, ranking, checksText) = (window.States, window.Scores, window.Start, _ranking, _checksText);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = (int)entries[i];
            ref var state = ref states[entry - start];
            if (checksText && !term.IsInText(i)) continue;
            if (state == EntryWindow.Candidate)
                scores[entry - start] += Bm25F.Score(weight, ranking.Frequency(term.CountsAhead(i), lengths.Slice(entry * Fields.Count, Fields.Count)));
            else
                state = EntryWindow.Counted;
        }
    }
}
