using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Proves a pattern in an entry from the positions of the terms that cover it.</summary>
internal sealed class PatternCursor
{
    /// <summary>The position of what a field begins with; a document number may stand before it.</summary>
    public const int FirstPosition = 1;

    /// <summary>A pair that the cover does not need is asked for too when it is so many times rarer.</summary>
    private const int MuchRarer = 3;

    private readonly TermCursor[] _cursors;
    private readonly int[] _offsets;
    private int[] _starts = new int[16];

    private PatternCursor(TermCursor[] cursors, int[] offsets, int holders) => (_cursors, _offsets, Holders) = (cursors, offsets, holders);

    /// <summary>The cursors of the terms that cover it, the rarest first.</summary>
    public IReadOnlyList<TermCursor> Cursors => _cursors;

    /// <summary>Where in the pattern those terms stand.</summary>
    public IReadOnlyList<int> Offsets => _offsets;

    /// <summary>How many entries of all segments hold its rarest term; no more hold the whole.</summary>
    public int Holders { get; }

    /// <summary>How many entries of this segment hold its rarest term.</summary>
    public int Candidates => _cursors[0].Holders;

    /// <summary>A cursor for a pattern, or null when the segment does not know one of its terms.</summary>
    public static PatternCursor? Create(SearchContext context, TermPattern pattern)
    {
        var found = new List<(TermCursor Cursor, int Offset)>();
        var pairs = pattern.Pairs();
        var holders = pairs.Count > 0 ? FindPairs(context, pattern, pairs, found) : FindCover(context, pattern, found);
        if (holders is null) return null;
        found.Sort((left, right) => left.Cursor.Holders.CompareTo(right.Cursor.Holders));
        return new PatternCursor([.. found.Select(pair => pair.Cursor)], [.. found.Select(pair => pair.Offset)], holders.Value);
    }

    /// <summary>How often a field of the entry that all cursors stand at holds the pattern.</summary>
    public int Count(Field field)
    {
        if (_cursors.Length == 1) return _cursors[0].CountIn(field);
        foreach (var cursor in _cursors)
        {
            if (cursor.CountIn(field) == 0) return 0;
        }

        return FindStarts(field);
    }

    /// <summary>Where the pattern starts in a field of the entry that all cursors stand at, rising; good until the next call.</summary>
    public ReadOnlySpan<int> Starts(Field field)
    {
        foreach (var cursor in _cursors)
        {
            if (cursor.CountIn(field) == 0) return [];
        }

        var count = FindStarts(field);
        return _starts.AsSpan(0, count);
    }

    /// <summary>True when a field of the entry that all cursors stand at begins with the pattern.</summary>
    public bool IsAtStart(Field field) => Starts(field) is [<= FirstPosition, ..];

    /// <summary>No entry from a target on counts more in ranking than this; see <see cref="TermCursor.Bound"/>.</summary>
    public float Bound(int target, out int last)
    {
        var bound = float.PositiveInfinity;
        last = TermCursor.End;
        foreach (var cursor in _cursors)
        {
            bound = Math.Min(bound, cursor.Bound(target, out var reach));
            last = Math.Min(last, reach);
        }

        return bound;
    }

    /// <summary>What the pattern counts in the entry, when the count in its text is known.</summary>
    public FieldCounts Counts(int text) => new(text, Count(Field.Headings), Count(Field.Title));

    /// <summary>What the pattern counts in the entry at the most: in no field more often than the rarest of its terms.</summary>
    public FieldCounts MostCounts(int text) => new(text, MostIn(Field.Headings), MostIn(Field.Title));

    private int MostIn(Field field)
    {
        var most = int.MaxValue;
        foreach (var cursor in _cursors) most = Math.Min(most, cursor.CountIn(field));
        return most;
    }

    /// <summary>Finds the terms of the cover.</summary>
    /// <returns>How many entries of all segments hold the rarest of them; null when the segment does not know one.</returns>
    private static int? FindCover(SearchContext context, TermPattern pattern, List<(TermCursor Cursor, int Offset)> found)
    {
        var cover = pattern.Cover();
        var holders = int.MaxValue;
        for (var i = 0; i < cover.Count; i++)
        {
            var (offset, term) = cover[i];
            var isPrefix = pattern.IsPrefix && i == cover.Count - 1 && !pattern.Parts[^1].IsIdeograph;
            var held = isPrefix ? CreateForPrefix(context, term, out var cursor) : CreateForTerm(context, term, out cursor);
            if (cursor is null) return null;
            found.Add((cursor, offset));
            holders = Math.Min(holders, held);
        }

        return holders;
    }

    /// <summary>
    /// Finds the pairs that cover a run and have the fewest holders together, and the rarest of all when it is far rarer than they are: then
    /// few entries need a proof.
    /// </summary>
    /// <returns>As <see cref="FindCover"/>: which terms prove a pattern does not change what it is worth.</returns>
    private static int? FindPairs(
        SearchContext context, TermPattern pattern, IReadOnlyList<(int Offset, byte[] Term)> pairs, List<(TermCursor Cursor, int Offset)> found)
    {
        var infos = new TermInfo[pairs.Count];
        for (var i = 0; i < infos.Length; i++)
        {
            if (context.Segment.Find(pairs[i].Term) is not { } info) return null;
            infos[i] = info;
        }

        foreach (var i in ChooseRarest(infos)) found.Add((context.Segment.Cursor(infos[i]), pairs[i].Offset));
        return pattern.Cover().Min(part => context.Holders.Of(part.Term, infos[part.Offset - pairs[0].Offset].Holders));
    }

    private static List<int> ChooseRarest(TermInfo[] infos)
    {
        // The least sum of a cover that ends with pair i; the pair before it is i - 1 or i - 2.
        var (sums, before) = (new long[infos.Length], new int[infos.Length]);
        var rarest = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            before[i] = i == 0 ? -1 : i == 1 ? 0 : sums[i - 1] < sums[i - 2] ? i - 1 : i - 2;
            sums[i] = infos[i].Holders + (before[i] < 0 ? 0 : sums[before[i]]);
            rarest = infos[i].Holders < infos[rarest].Holders ? i : rarest;
        }

        var chosen = new List<int>(infos.Length);
        var least = int.MaxValue;
        for (var i = infos.Length - 1; i >= 0; i = before[i])
        {
            chosen.Add(i);
            least = Math.Min(least, infos[i].Holders);
        }

        if (infos[rarest].Holders < least / MuchRarer) chosen.Add(rarest);
        return chosen;
    }

    private static int CreateForTerm(SearchContext context, ReadOnlySpan<byte> term, out TermCursor? cursor)
    {
        var info = context.Segment.Find(term);
        cursor = info is { } known ? context.Segment.Cursor(known) : null;
        return context.Holders.Of(term, info?.Holders ?? 0);
    }

    private static int CreateForPrefix(SearchContext context, ReadOnlySpan<byte> prefix, out TermCursor? cursor)
    {
        var words = PrefixCursor.Create(context.Segment, prefix, context.Deadline);
        cursor = words;
        return context.Holders.OfPrefix(prefix, words?.WordHolders ?? 0);
    }

    /// <summary>Keeps the starts at whose offset one of the positions is, in their order.</summary>
    /// <returns>How many were kept.</returns>
    internal static int Keep(Span<int> starts, ReadOnlySpan<int> positions, int offset)
    {
        var (kept, at) = (0, 0);
        foreach (var start in starts)
        {
            var wanted = start + offset;
            while (at < positions.Length && positions[at] < wanted) at++;
            if (at == positions.Length) break;
            if (positions[at] == wanted) starts[kept++] = start;
        }

        return kept;
    }

    private int FindStarts(Field field)
    {
        var positions = _cursors[0].Positions(field);
        if (_starts.Length < positions.Length) _starts = new int[Math.Max(positions.Length, _starts.Length * 2)];
        var count = positions.Length;
        for (var i = 0; i < count; i++) _starts[i] = positions[i] - _offsets[0];
        for (var i = 1; i < _cursors.Length && count > 0; i++) count = Keep(_starts.AsSpan(0, count), _cursors[i].Positions(field), _offsets[i]);
        return count;
    }
}
