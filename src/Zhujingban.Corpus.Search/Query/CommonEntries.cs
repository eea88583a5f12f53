using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>The entries that some terms have in common, found where the blocks of all of them reach the same entries, a stretch after another.</summary>
internal sealed class CommonEntries
{
    private static readonly byte[] AllPlaces = [.. Enumerable.Range(0, BitPacking.BlockSize).Select(place => (byte)place)];

    private readonly PostingsCursor[] _cursors;
    private readonly byte[][] _aheads;
    private readonly uint[] _entries = new uint[BitPacking.BlockSize];
    private readonly byte[] _places = new byte[BitPacking.BlockSize];

    /// <summary>Starts before the first entry.</summary>
    /// <param name="terms">The cursors of the terms; each with what takes down how far ahead of it the common entries stand in its block.</param>
    public CommonEntries(IEnumerable<(PostingsCursor Cursor, byte[] Aheads)> terms)
    {
        var rarestFirst = terms.OrderBy(term => term.Cursor.Holders).ToArray();
        _cursors = [.. rarestFirst.Select(term => term.Cursor)];
        _aheads = [.. rarestFirst.Select(term => term.Aheads)];
    }

    /// <summary>The places of a block, in order.</summary>
    public static ReadOnlySpan<byte> FirstPlaces => AllPlaces;

    /// <summary>The entries that were found, and behind them what means nothing.</summary>
    public ReadOnlySpan<uint> Entries => _entries;

    /// <summary>The cursor of the rarest term.</summary>
    public PostingsCursor Rarest => _cursors[0];

    /// <summary>Finds the <see cref="Entries"/> that all others hold of some of the rarest term's, which are of one block of each.</summary>
    public int FindAmong(ReadOnlySpan<uint> entries, ReadOnlySpan<byte> aheads)
    {
        var count = entries.Length;
        entries.CopyTo(_entries);
        aheads.CopyTo(_aheads[0]);
        for (var next = 1; next < _cursors.Length && count > 0; next++)
        {
            var cursor = _cursors[next];
            if (cursor.Advance((int)_entries[0]) > (int)_entries[count - 1]) return 0;
            count = cursor.Find(_entries.AsSpan(0, count), _places, _aheads[next]);
            var at = _places.AsSpan(0, count);
            for (var i = 0; i < at.Length; i++) _entries[i] = _entries[at[i]];
            foreach (var held in _aheads.AsSpan(0, next))
            {
                for (var i = 0; i < at.Length; i++) held[i] = held[at[i]];
            }
        }

        return count;
    }

    /// <summary>
    /// Moves the cursors to an entry, or behind it, to blocks that may have entries in common. No common entry is passed over: one before where a cursor stands
    /// now is not held by its term. Of more than two an entry that all hold is sought first: then fewer blocks of the most frequent are read.
    /// </summary>
    /// <param name="first">The entry.</param>
    /// <param name="last">The last up to which the blocks reach.</param>
    /// <returns>False when there is nothing in common any more.</returns>
    public bool MoveTo(int first, out int last)
    {
        last = TermCursor.End;
        if (_cursors.Length > 2) first = Matcher.NextCommon(_cursors, first);
        do
        {
            last = int.MaxValue;
            foreach (var cursor in _cursors)
            {
                first = cursor.Advance(first);
                if (first == TermCursor.End) return false;
                last = Math.Min(last, cursor.LastHere);
            }
        }
        while (last < first);
        return true;
    }

    /// <summary>Finds the <see cref="Entries"/> that all blocks have in common.</summary>
    /// <param name="last">The last entry of interest.</param>
    /// <param name="isOnlyCounted">True when it is not asked which they are.</param>
    /// <returns>How many they are.</returns>
    public int Find(int last, bool isOnlyCounted)
    {
        var first = _cursors[0].Rest(last + 1);
        var count = first.Length;
        if (_cursors.Length == 1)
        {
            first.CopyTo(_entries);
            FirstPlaces[..count].CopyTo(_aheads[0]);
        }

        for (var next = 1; next < _cursors.Length && count > 0; next++)
        {
            count = _cursors[next].Find(next == 1 ? first : _entries.AsSpan(0, count), _places, _aheads[next]);
            if (isOnlyCounted && next == _cursors.Length - 1) return count;
            var at = _places.AsSpan(0, count);
            if (next == 1)
            {
                for (var i = 0; i < at.Length; i++) _entries[i] = first[at[i]];
                at.CopyTo(_aheads[0]);
                continue;
            }

            for (var i = 0; i < at.Length; i++) _entries[i] = _entries[at[i]];
            foreach (var aheads in _aheads.AsSpan(0, next))
            {
                for (var i = 0; i < at.Length; i++) aheads[i] = aheads[at[i]];
            }
        }

        return count;
    }
}
