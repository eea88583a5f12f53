using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Walks through the entries that hold a word of some beginning: the postings of all such words as those of one term.</summary>
internal sealed class PrefixCursor : TermCursor
{
    private const int EntryShift = 32;

    /// <summary>Entry and place of every occurrence, sorted.</summary>
    private readonly ulong[] _occurrences;
    private readonly int[] _starts = new int[Fields.Count + 1];
    private int[] _positions = new int[16];
    private int _at;

    private PrefixCursor(ulong[] occurrences, int holders, int wordHolders) =>
        (_occurrences, Holders, WordHolders) = (occurrences, holders, wordHolders);

    /// <inheritdoc/>
    public override int Holders { get; }

    /// <summary>The same, but each entry counted for each of the words it holds.</summary>
    public int WordHolders { get; }

    /// <inheritdoc/>
    public override FieldCounts Counts => new(_starts[1] - _starts[0], _starts[2] - _starts[1], _starts[3] - _starts[2]);

    /// <summary>A cursor for a beginning, or null when no word begins so.</summary>
    /// <param name="segment">Where to walk.</param>
    /// <param name="prefix">The beginning.</param>
    /// <param name="deadline">When it has passed, the words that are left are left out.</param>
    public static PrefixCursor? Create(Segment segment, ReadOnlySpan<byte> prefix, Deadline deadline)
    {
        var occurrences = new List<ulong>();
        var wordHolders = 0L;
        foreach (var (_, info) in segment.StartingWith(prefix))
        {
            wordHolders += info.Holders;
            if (!deadline.Passes(info.Holders)) Collect(segment.Cursor(info), occurrences);
        }

        if (occurrences.Count == 0) return null;
        var sorted = occurrences.ToArray();
        Array.Sort(sorted);
        var holders = 1;
        for (var i = 1; i < sorted.Length; i++) holders += sorted[i] >> EntryShift == sorted[i - 1] >> EntryShift ? 0 : 1;
        return new PrefixCursor(sorted, holders, (int)Math.Min(int.MaxValue, wordHolders));
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        if (Entry >= target) return Entry;
        var least = (ulong)(uint)target << EntryShift;
        var step = 1;
        while (_at + step < _occurrences.Length && _occurrences[_at + step] < least) step *= 2;
        var end = Math.Min(_occurrences.Length, _at + step + 1);
        var found = _occurrences.AsSpan(_at, end - _at).BinarySearch(least);
        _at += found >= 0 ? found : ~found;
        if (_at == _occurrences.Length) return Entry = End;
        Entry = (int)(_occurrences[_at] >> EntryShift);
        ReadEntry();
        return Entry;
    }

    /// <inheritdoc/>
    public override float Bound(int target, out int last)
    {
        last = End;
        return Entry == End ? 0 : float.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Positions(Field field) =>
        _positions.AsSpan(_starts[(int)field], _starts[(int)field + 1] - _starts[(int)field]);

    private static void Collect(PostingsCursor cursor, List<ulong> occurrences)
    {
        for (var entry = cursor.Advance(0); entry != End; entry = cursor.Move(1))
        {
            for (var field = 0; field < Fields.Count; field++)
            {
                foreach (var position in cursor.Positions((Field)field))
                    occurrences.Add(((ulong)(uint)entry << EntryShift) | Place.Of((Field)field, position));
            }
        }
    }

    private void ReadEntry()
    {
        var end = _at;
        while (end < _occurrences.Length && (int)(_occurrences[end] >> EntryShift) == Entry) end++;
        if (_positions.Length < end - _at) _positions = new int[Math.Max(end - _at, _positions.Length * 2)];
        Array.Clear(_starts);
        for (var i = _at; i < end; i++)
        {
            var place = (uint)_occurrences[i];
            _positions[i - _at] = Place.PositionOf(place);
            for (var field = (int)Place.FieldOf(place); field < Fields.Count; field++) _starts[field + 1]++;
        }
    }
}
