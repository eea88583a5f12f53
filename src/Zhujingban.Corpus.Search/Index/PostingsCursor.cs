namespace Zhujingban.Corpus.Search.Index;

/// <summary>Walks through the entries that hold a term, forward only. For one reader.</summary>
internal sealed class PostingsCursor
{
    /// <summary>The entry behind the last.</summary>
    public const int End = int.MaxValue;

    private readonly IndexFile _postings;
    private readonly TermInfo _info;
    private readonly int _blocks;
    private readonly int _headers;
    private readonly uint[] _entries = new uint[BitPacking.BlockSize];
    private readonly uint[][] _counts = [.. Enumerable.Range(0, Fields.Count).Select(_ => new uint[BitPacking.BlockSize])];
    private readonly PositionsReader _positions;
    private int _block = -1;
    private int _inBlock;
    private int _at;

    /// <summary>Starts before the first entry.</summary>
    public PostingsCursor(IndexFile postings, IndexFile positions, TermInfo info)
    {
        _postings = postings;
        _info = info;
        _blocks = (info.Holders + BitPacking.BlockSize - 1) / BitPacking.BlockSize;
        _headers = info.Holders >= BitPacking.BlockSize ? info.PostingsLength - (_blocks * BlockHeader.Size) : info.PostingsLength;
        _positions = new PositionsReader(positions, info);
    }

    /// <summary>The entry it stands at; -1 before the first, <see cref="End"/> behind the last.</summary>
    public int Entry { get; private set; } = -1;

    /// <summary>How many entries hold the term.</summary>
    public int Holders => _info.Holders;

    /// <summary>How often the entry holds the term.</summary>
    public FieldCounts Counts => new((int)_counts[0][_at], (int)_counts[1][_at], (int)_counts[2][_at]);

    /// <summary>How often the entry's text holds the term.</summary>
    public int TextCount => (int)_counts[0][_at];

    /// <summary>Moves to the next entry.</summary>
    public int Next()
    {
        if (_block < 0) return Load(0) ? Entry = (int)_entries[0] : Entry = End;
        if (Entry == End) return End;
        if (++_at < _inBlock) return Entry = (int)_entries[_at];
        return Entry = Load(_block + 1) ? (int)_entries[0] : End;
    }

    /// <summary>Moves to the first entry that is not before <paramref name="target"/>; stays when it stands there.</summary>
    public int Advance(int target)
    {
        if (Entry >= target) return Entry;
        if (_block < 0 || (int)_entries[_inBlock - 1] < target)
        {
            if (!Load(BlockOf(target))) return Entry = End;
        }

        var found = _entries.AsSpan(_at, _inBlock - _at).BinarySearch((uint)target);
        _at += found >= 0 ? found : ~found;
        if (_at == _inBlock) return Load(_block + 1) ? Entry = (int)_entries[0] : Entry = End;
        return Entry = (int)_entries[_at];
    }

    /// <summary>Where a field of the entry holds the term; good until the cursor moves.</summary>
    public ReadOnlySpan<int> Positions(Field field) => _positions.Read(_at, _counts, field);

    /// <summary>The first block from the current one on that may hold an entry not before <paramref name="target"/>.</summary>
    private int BlockOf(int target)
    {
        var (low, high) = (Math.Max(_block, 0), _blocks);
        if (_headers == _info.PostingsLength) return _block < 0 ? 0 : _blocks;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Header(middle).Last >= target) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private BlockHeader Header(int block) =>
        BlockHeader.Read(_postings.Slice(_info.PostingsOffset + _headers + (block * BlockHeader.Size), BlockHeader.Size));

    private bool Load(int block)
    {
        if (block >= _blocks) return false;
        var (start, end, before) = (0, _headers, -1);
        var positions = 0;
        if (_headers < _info.PostingsLength)
        {
            var header = Header(block);
            (start, positions) = (header.Start, header.Positions);
            if (block > 0) before = Header(block - 1).Last;
            if (block + 1 < _blocks) end = Header(block + 1).Start;
        }

        var bytes = _postings.Slice(_info.PostingsOffset + start, end - start);
        var whole = (block + 1L) * BitPacking.BlockSize <= _info.Holders;
        _inBlock = whole ? BitPacking.BlockSize : _info.Holders % BitPacking.BlockSize;
        if (whole) ReadBlock(bytes);
        else ReadTail(bytes);
        var entry = before;
        for (var i = 0; i < _inBlock; i++) _entries[i] = (uint)(entry += (int)_entries[i] + 1);
        (_block, _at) = (block, 0);
        _positions.Start(positions, PositionsEnd(block));
        return true;
    }

    private int PositionsEnd(int block) =>
        _headers < _info.PostingsLength && block + 1 < _blocks ? Header(block + 1).Positions : _info.PositionsLength;

    private void ReadBlock(ReadOnlySpan<byte> bytes)
    {
        var at = BlockHeader.Widths;
        at += BitPacking.Unpack(bytes[at..], bytes[0], _entries);
        for (var field = 0; field < Fields.Count; field++) at += BitPacking.Unpack(bytes[at..], bytes[field + 1], _counts[field]);
    }

    private void ReadTail(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        for (var i = 0; i < _inBlock; i++)
        {
            _entries[i] = (uint)VariableLength.ReadInt32(bytes, ref at);
            var flags = VariableLength.Read(bytes, ref at);
            _counts[0][i] = (uint)(flags >> 2);
            _counts[1][i] = (flags & 2) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
            _counts[2][i] = (flags & 1) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
        }
    }
}
