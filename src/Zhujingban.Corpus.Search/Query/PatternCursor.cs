using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Proves a pattern in an entry from the positions of the terms that cover it.</summary>
internal sealed class PatternCursor
{
    private readonly PostingsCursor[] _cursors;
    private readonly int[] _offsets;
    private int[] _starts = new int[16];

    private PatternCursor(PostingsCursor[] cursors, int[] offsets) => (_cursors, _offsets) = (cursors, offsets);

    /// <summary>The cursors of the terms that cover it.</summary>
    public IReadOnlyList<PostingsCursor> Cursors => _cursors;

    /// <summary>How many entries hold its rarest term; no more hold the whole.</summary>
    public int Holders => _cursors.Min(cursor => cursor.Holders);

    /// <summary>A cursor for a pattern, or null when the index does not know one of its terms.</summary>
    public static PatternCursor? Create(Segment segment, TermPattern pattern)
    {
        var cover = pattern.Cover();
        var found = new List<(PostingsCursor Cursor, int Offset)>(cover.Count);
        foreach (var (offset, term) in cover)
        {
            if (segment.Find(term) is not { } info) return null;
            found.Add((segment.Cursor(info), offset));
        }

        found.Sort((left, right) => left.Cursor.Holders.CompareTo(right.Cursor.Holders));
        return new PatternCursor([.. found.Select(pair => pair.Cursor)], [.. found.Select(pair => pair.Offset)]);
    }

    /// <summary>How often a field of the entry that all cursors stand at holds the pattern.</summary>
    public int Count(Field field)
    {
        foreach (var cursor in _cursors)
        {
            if (CountOf(cursor, field) == 0) return 0;
        }

        if (_cursors.Length == 1) return CountOf(_cursors[0], field);
        var positions = _cursors[0].Positions(field);
        if (_starts.Length < positions.Length) _starts = new int[Math.Max(positions.Length, _starts.Length * 2)];
        var count = positions.Length;
        for (var i = 0; i < count; i++) _starts[i] = positions[i] - _offsets[0];
        for (var i = 1; i < _cursors.Length && count > 0; i++) count = Keep(count, _cursors[i].Positions(field), _offsets[i]);
        return count;
    }

    /// <summary>No entry from a target on counts more in ranking than this; see <see cref="PostingsCursor.Bound"/>.</summary>
    public float Bound(int target, out int last)
    {
        var bound = float.PositiveInfinity;
        last = PostingsCursor.End;
        foreach (var cursor in _cursors)
        {
            bound = Math.Min(bound, cursor.Bound(target, out var reach));
            last = Math.Min(last, reach);
        }

        return bound;
    }

    /// <summary>What the pattern counts in the entry.</summary>
    public FieldCounts Counts(int text) => new(text, Count(Field.Headings), Count(Field.Title));

    private static int CountOf(PostingsCursor cursor, Field field)
    {
        var counts = cursor.Counts;
        return field switch { Field.Text => counts.Text, Field.Headings => counts.Headings, _ => counts.Title };
    }

    /// <summary>Keeps the starts at whose offset one of the positions is.</summary>
    private int Keep(int count, ReadOnlySpan<int> positions, int offset)
    {
        var (kept, at) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var wanted = _starts[i] + offset;
            while (at < positions.Length && positions[at] < wanted) at++;
            if (at == positions.Length) break;
            if (positions[at] == wanted) _starts[kept++] = _starts[i];
        }

        return kept;
    }
}
