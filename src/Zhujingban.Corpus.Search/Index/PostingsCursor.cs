namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Walks through the entries that hold a term, forward only. A block's entries are unpacked when it is reached, its counts when
/// they are first asked for. For one reader.
/// </summary>
internal sealed class PostingsCursor : TermCursor
{
    /// <summary>As many entries are looked at one by one before the rest of the block is searched.</summary>
    private const int NearEntries = 8;

    /// <summary>What a tail says of an entry that holds the term once, in its text.</summary>
    private const ulong Plain = 1 << 2;

    private readonly IndexFile _postings;
    private readonly TermInfo _info;
    private readonly int _blocks;
    private readonly int _headers;
    private readonly uint[] _entries = new uint[BitPacking.BlockSize];
    private readonly uint[][] _counts = [.. Enumerable.Range(0, Fields.Count).Select(_ => new uint[BitPacking.BlockSize])];
    private readonly PositionsReader _positions;
    private readonly float _boundScale;
    private readonly byte[] _widths = new byte[BlockHeader.Widths];
    private long _packedCounts;
    private long _packedEnd;
    private bool _hasCounts;
    private int _block = -1;
    private int _inBlock;
    private int _at;
    private BlockHeader _bound;
    private int _boundBlock = -1;

    /// <summary>Starts before the first entry.</summary>
    /// <param name="postings">The file of the postings.</param>
    /// <param name="positions">The file of the positions.</param>
    /// <param name="info">The term.</param>
    /// <param name="boundScale">What the bounds of the blocks are to be raised by.</param>
    public PostingsCursor(IndexFile postings, IndexFile positions, TermInfo info, float boundScale)
    {
        (_postings, _info, _boundScale) = (postings, info, boundScale);
        _blocks = (info.Holders + BitPacking.BlockSize - 1) / BitPacking.BlockSize;
        _headers = HasHeaders ? info.PostingsLength - (_blocks * BlockHeader.Size) : info.PostingsLength;
        _positions = new PositionsReader(positions, info);
    }

    /// <inheritdoc/>
    public override int Holders => _info.Holders;

    /// <summary>How many hold it in their text.</summary>
    public int TextHolders => _info.TextHolders;

    /// <inheritdoc/>
    public override FieldCounts Counts => CountsAhead(0);

    private bool HasHeaders => _info.Holders >= BitPacking.BlockSize;

    /// <summary>How often an entry ahead in the same block holds the term.</summary>
    /// <param name="ahead">How far ahead; below the length of <see cref="Rest"/>.</param>
    public FieldCounts CountsAhead(int ahead)
    {
        if (!_hasCounts) UnpackCounts();
        return new FieldCounts((int)_counts[0][_at + ahead], (int)_counts[1][_at + ahead], (int)_counts[2][_at + ahead]);
    }

    /// <summary>The entries of the same block from this one on that are before <paramref name="end"/>; good until the cursor moves.</summary>
    public ReadOnlySpan<uint> Rest(int end)
    {
        var rest = _entries.AsSpan(_at, _inBlock - _at);
        if (rest.IsEmpty || rest[^1] < (uint)end) return rest;
        var found = rest.BinarySearch((uint)end);
        return rest[..(found >= 0 ? found : ~found)];
    }

    /// <summary>Moves some entries ahead, behind the block at the most.</summary>
    public int Move(int count)
    {
        if (Entry == End) return End;
        _at += count;
        if (_at < _inBlock) return Entry = (int)_entries[_at];
        return Entry = Load(_block + 1) ? (int)_entries[0] : End;
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        if (Entry >= target) return Entry;
        if ((_block < 0 || (int)_entries[_inBlock - 1] < target) && !Load(BlockOf(target))) return Entry = End;
        var near = Math.Min(_at + NearEntries, _inBlock);
        for (var at = _at; at < near; at++)
        {
            if (_entries[at] >= (uint)target) return Move(at - _at);
        }

        var found = _entries.AsSpan(near, _inBlock - near).BinarySearch((uint)target);
        return Move((found >= 0 ? found : ~found) + near - _at);
    }

    /// <summary>The first entry that is not before a target and stands in a block that may count at least so much in ranking.</summary>
    /// <param name="target">Never less than the target before.</param>
    /// <param name="frequency">What it is to count.</param>
    public int AdvanceToBlock(int target, double frequency)
    {
        while (Bound(target, out var last) < frequency)
        {
            if (last == End) return Entry = End;
            target = last + 1;
        }

        return Advance(target);
    }

    /// <inheritdoc/>
    public override float Bound(int target, out int last)
    {
        last = End;
        if (!HasHeaders) return Entry == End ? 0 : float.PositiveInfinity;
        if (_boundBlock < _blocks && (_boundBlock < 0 || _bound.Last < target)) MoveBound(target);
        if (_boundBlock == _blocks) return 0;
        last = _bound.Last;
        return _bound.Frequency * _boundScale;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Positions(Field field)
    {
        if (!_hasCounts) UnpackCounts();
        return _positions.Read(_at, _counts, field);
    }

    /// <summary>The first block from the current one on that may hold an entry not before <paramref name="target"/>.</summary>
    private int BlockOf(int target)
    {
        var (low, high) = (_block + 1, _blocks);
        if (!HasHeaders) return low;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Header(middle).Last >= target) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private void MoveBound(int target)
    {
        var headers = _postings.Slice(_info.PostingsOffset + _headers, _blocks * BlockHeader.Size);
        do
        {
            if (++_boundBlock < _blocks) _bound = BlockHeader.Read(headers[(_boundBlock * BlockHeader.Size)..]);
        }
        while (_boundBlock < _blocks && _bound.Last < target);
    }

    private BlockHeader Header(int block) =>
        BlockHeader.Read(_postings.Slice(_info.PostingsOffset + _headers + (block * BlockHeader.Size), BlockHeader.Size));

    private bool Load(int block)
    {
        if (block >= _blocks) return false;
        var (start, end, before) = (0, _headers, -1);
        var (positions, positionsEnd) = (0, _info.PositionsLength);
        if (HasHeaders)
        {
            var header = Header(block);
            (start, positions) = (header.Start, header.Positions);
            if (block > 0) before = Header(block - 1).Last;
            if (block + 1 < _blocks) (end, positionsEnd) = (Header(block + 1).Start, Header(block + 1).Positions);
        }

        var bytes = _postings.Slice(_info.PostingsOffset + start, end - start);
        var isWhole = (block + 1L) * BitPacking.BlockSize <= _info.Holders;
        _inBlock = isWhole ? BitPacking.BlockSize : _info.Holders % BitPacking.BlockSize;
        if (isWhole) ReadBlock(bytes, _info.PostingsOffset + start);
        else ReadTail(bytes);
        var entry = before;
        for (var i = 0; i < _inBlock; i++) _entries[i] = (uint)(entry += (int)_entries[i] + 1);
        (_block, _at) = (block, 0);
        _positions.Start(positions, positionsEnd);
        return true;
    }

    private void ReadBlock(ReadOnlySpan<byte> bytes, long offset)
    {
        bytes[..BlockHeader.Widths].CopyTo(_widths);
        _packedCounts = offset + BlockHeader.Widths + PatchedPacking.Unpack(bytes[BlockHeader.Widths..], bytes[0], _entries);
        _packedEnd = offset + bytes.Length;
        _hasCounts = false;
    }

    private void UnpackCounts()
    {
        var bytes = _postings.Slice(_packedCounts, (int)(_packedEnd - _packedCounts));
        for (var field = 0; field < Fields.Count; field++)
            bytes = bytes[PatchedPacking.Unpack(bytes, _widths[field + 1], _counts[field])..];
        _hasCounts = true;
    }

    private void ReadTail(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        for (var i = 0; i < _inBlock; i++)
        {
            var gap = VariableLength.Read(bytes, ref at);
            _entries[i] = checked((uint)(gap >> 1));
            var flags = (gap & 1) != 0 ? VariableLength.Read(bytes, ref at) : Plain;
            _counts[0][i] = (uint)(flags >> 2);
            _counts[1][i] = (flags & 2) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
            _counts[2][i] = (flags & 1) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
        }

        _hasCounts = true;
    }
}
