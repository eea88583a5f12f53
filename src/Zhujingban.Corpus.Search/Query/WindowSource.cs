using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>The entries from one on, as many as are looked at together: what is known of each so far.</summary>
internal sealed class EntryWindow(int size)
{
    /// <summary>What is known of an entry that no source has brought.</summary>
    public const byte None = 0;

    /// <summary>An entry that matches but cannot be among the best.</summary>
    public const byte Counted = 1;

    /// <summary>An entry that matches, and has a score.</summary>
    public const byte Candidate = 2;

    /// <summary>Its first entry.</summary>
    public int Start { get; set; }

    /// <summary>The entry behind its last.</summary>
    public int End { get; set; }

    /// <summary>True when what matches is counted already, or need not be: then only what can be among the best is of interest.</summary>
    public bool IsCounted { get; set; }

    /// <summary>What is known of each entry.</summary>
    public byte[] States { get; } = new byte[size];

    /// <summary>The scores of the candidates.</summary>
    public double[] Scores { get; } = GC.AllocateUninitializedArray<double>(size);
}

/// <summary>Brings the entries that match one of several alternatives, a window after another.</summary>
internal abstract class WindowSource
{
    /// <summary>No entry scores more by it in the window that is looked at.</summary>
    public double WindowBound { get; private set; }

    /// <summary>An entry of the window that scores less by it is not among the best, whatever the other sources add.</summary>
    public double LeastScore { get; set; } = double.NegativeInfinity;

    /// <summary>The first entry from <paramref name="target"/> on that it may bring.</summary>
    public abstract int Advance(int target);

    /// <summary>Finds what an entry of a window can score by it.</summary>
    public void SetBound(int start, int end)
    {
        WindowBound = Bound(start, out var last);
        while (last < end - 1) WindowBound = Math.Max(WindowBound, Bound(last + 1, out last));
    }

    /// <summary>Marks its entries and adds to their scores.</summary>
    /// <param name="window">The window.</param>
    /// <param name="isEssential">False when it cannot bring an entry among the best alone: then it only adds to candidates.</param>
    public abstract void Add(EntryWindow window, bool isEssential);

    /// <summary>No entry from a target on scores more by it; see <see cref="TermCursor.Bound"/>.</summary>
    protected abstract double Bound(int target, out int last);
}

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

/// <summary>The entries of a matcher.</summary>
/// <param name="matcher">The matcher.</param>
internal sealed class MatcherSource(Matcher matcher) : WindowSource
{
    private int _next = -1;

    /// <inheritdoc/>
    public override int Advance(int target) => _next < target ? _next = matcher.Advance(target) : _next;

    /// <inheritdoc/>
    public override void Add(EntryWindow window, bool isEssential)
    {
        for (var entry = Advance(window.Start); entry < window.End; entry = Advance(entry + 1))
        {
            if (!matcher.Matches()) continue;
            var at = entry - window.Start;
            if (window.States[at] == EntryWindow.Candidate)
            {
                window.Scores[at] += matcher.Score();
            }
            else if (isEssential)
            {
                (window.States[at], window.Scores[at]) = (EntryWindow.Candidate, matcher.Score());
            }
            else
            {
                window.States[at] = EntryWindow.Counted;
            }
        }
    }

    /// <inheritdoc/>
    protected override double Bound(int target, out int last) => matcher.Bound(target, out last);
}
