using System.Numerics;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Walks through the entries that hold a term, forward only. A block's entries are unpacked when it is reached, its counts when
/// they are first asked for. For one reader.
/// </summary>
internal sealed class PostingsCursor : TermCursor
{
    /// <summary>Entries behind a block's last, so that they can be looked at many at once.</summary>
    private const int Padding = 8;

    /// <summary>As many entries are passed over at once.</summary>
    private const int Stride = 32;

    /// <summary>What a tail says of an entry that holds the term once, in its text.</summary>
    private const ulong Plain = 1 << 2;

    private readonly IndexFile _postings;
    private readonly IndexFile _positionsFile;
    private readonly TermInfo _info;
    private readonly int _blocks;
    private readonly int _headers;
    private readonly uint[] _entries = new uint[BitPacking.BlockSize + Padding];
    private readonly BlockCounts _counts;
    private readonly PositionsReader _positions;
    private readonly float _boundScale;
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
        (_postings, _positionsFile, _info, _boundScale) = (postings, positions, info, boundScale);
        _blocks = (info.Holders + BitPacking.BlockSize - 1) / BitPacking.BlockSize;
        _headers = HasHeaders ? info.PostingsLength - (_blocks * BlockHeader.Size) : info.PostingsLength;
        _positions = new PositionsReader(positions, info);
        _counts = new BlockCounts(postings);
        _entries.AsSpan(BitPacking.BlockSize).Fill(End);
    }

    /// <inheritdoc/>
    public override int Holders => _info.Holders;

    /// <summary>How many hold it in their text.</summary>
    public int TextHolders => _info.TextHolders;

    /// <inheritdoc/>
    public override FieldCounts Counts => CountsAhead(0);

    /// <summary>The blocks whose bounds are known; they may be gone to in any order.</summary>
    public int BoundedBlocks => HasHeaders ? _blocks : 0;

    private bool HasHeaders => _info.Holders >= BitPacking.BlockSize;

    /// <summary>How often an entry ahead in the same block holds the term.</summary>
    /// <param name="ahead">How far ahead; below the length of <see cref="Rest"/>.</param>
    public FieldCounts CountsAhead(int ahead) => _counts.Of(_at + ahead);

    /// <summary>True when the text of an entry ahead in the same block holds the term.</summary>
    /// <param name="ahead">How far ahead; below the length of <see cref="Rest"/>.</param>
    public bool IsInText(int ahead) => _counts.AreTextOnly || _counts.Of(Field.Text, _at + ahead) > 0;

    /// <summary>True when the texts of all entries of the block hold the term.</summary>
    public bool AreAllInText => _counts.AreTextOnly;

    /// <inheritdoc/>
    public override int CountIn(Field field) => _counts.Of(field, _at);

    /// <summary>The entries of the same block from this one on that are before <paramref name="end"/>; good until the cursor moves.</summary>
    public ReadOnlySpan<uint> Rest(int end)
    {
        var rest = _entries.AsSpan(_at, _inBlock - _at);
        if (rest.IsEmpty || rest[^1] < (uint)end) return rest;
        var found = rest.BinarySearch((uint)end);
        return rest[..(found >= 0 ? found : ~found)];
    }

    /// <summary>A cursor for the same term, before its first entry.</summary>
    public PostingsCursor Restart() => new(_postings, _positionsFile, _info, _boundScale);

    /// <summary>Goes to the first entry of a block, which may stand before the cursor.</summary>
    public void MoveToBlock(int block)
    {
        Load(block);
        Entry = (int)_entries[0];
    }

    /// <summary>No entry of a block counts more in ranking than this.</summary>
    public float BoundOf(int block) => Headers[block].Frequency * _boundScale;

    /// <summary>No entry of the block it stands in counts more in ranking than this.</summary>
    public float BoundHere => HasHeaders ? BoundOf(_block) : float.PositiveInfinity;

    /// <summary>The block whose bound is the greatest.</summary>
    public int BestBlock()
    {
        var headers = Headers;
        var best = 0;
        for (var block = 1; block < headers.Length; block++)
        {
            if (headers[block].Frequency > headers[best].Frequency) best = block;
        }

        return best;
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
        _at = FirstFrom(_at, target);
        return Entry = (int)_entries[_at];
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
    public override ReadOnlySpan<int> Positions(Field field) => _positions.Read(_at, _counts, field);

    /// <summary>The first of the block's entries from one on that is not before a target; the block has one.</summary>
    private int FirstFrom(int at, int target)
    {
        var entries = _entries.AsSpan();
        while (at + Stride < BitPacking.BlockSize && entries[at + Stride - 1] < (uint)target) at += Stride;
        var least = Vector256.Create((uint)target);
        for (; ; at += Vector256<uint>.Count)
        {
            var reached = Vector256.GreaterThanOrEqual(Vector256.Create(entries[at..]), least).ExtractMostSignificantBits();
            if (reached != 0) return at + BitOperations.TrailingZeroCount(reached);
        }
    }

    /// <summary>The first block from the current one on that may hold an entry not before <paramref name="target"/>.</summary>
    private int BlockOf(int target)
    {
        if (!HasHeaders) return _block + 1;
        var headers = Headers;
        var (low, step) = (_block + 1, 1);
        for (; low + step <= headers.Length && headers[low + step - 1].Last < target; step *= 2) low += step;
        var high = Math.Min(low + step - 1, headers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (headers[middle].Last >= target) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private void MoveBound(int target)
    {
        var headers = Headers;
        do
        {
            if (++_boundBlock < _blocks) _bound = headers[_boundBlock];
        }
        while (_boundBlock < _blocks && _bound.Last < target);
    }

    private ReadOnlySpan<BlockHeader> Headers => BlockHeader.ReadAll(_postings.Slice(_info.PostingsOffset + _headers, _blocks * BlockHeader.Size));

    private bool Load(int block)
    {
        if (block >= _blocks) return false;
        var (start, end, before) = (0, _headers, -1);
        var (positions, positionsEnd) = (0, _info.PositionsLength);
        if (HasHeaders)
        {
            var headers = Headers;
            (start, positions) = (headers[block].Start, headers[block].Positions);
            if (block > 0) before = headers[block - 1].Last;
            if (block + 1 < headers.Length) (end, positionsEnd) = (headers[block + 1].Start, headers[block + 1].Positions);
        }

        var bytes = _postings.Slice(_info.PostingsOffset + start, end - start);
        var isWhole = (block + 1L) * BitPacking.BlockSize <= _info.Holders;
        _inBlock = isWhole ? BitPacking.BlockSize : _info.Holders % BitPacking.BlockSize;
        if (isWhole) ReadBlock(bytes, _info.PostingsOffset + start);
        else ReadTail(bytes);
        AddUp((uint)before);
        (_block, _at) = (block, 0);
        _positions.Start(positions, positionsEnd);
        return true;
    }

    /// <summary>Makes entries of gaps.</summary>
    private void AddUp(uint before)
    {
        var one = Vector128<uint>.One;
        var last = Vector128.Create(before);
        for (var entries = _entries.AsSpan(0, BitPacking.BlockSize); !entries.IsEmpty; entries = entries[Vector128<uint>.Count..])
        {
            var sums = Vector128.Create(entries) + one;
            sums += Vector128.Shuffle(sums, Vector128.Create(uint.MaxValue, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(uint.MaxValue, uint.MaxValue, 0, 1)) + last;
            sums.CopyTo(entries);
            last = Vector128.Create(sums[3]);
        }

        _entries.AsSpan(_inBlock).Fill(End);
    }

    private void ReadBlock(ReadOnlySpan<byte> bytes, long offset)
    {
        var length = PatchedPacking.Unpack(bytes[BlockHeader.Widths..], bytes[0], _entries);
        _counts.Start(bytes[1..BlockHeader.Widths], offset + BlockHeader.Widths + length, offset + bytes.Length);
    }

    private void ReadTail(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        _counts.StartUnpacked();
        for (var i = 0; i < _inBlock; i++)
        {
            var gap = VariableLength.Read(bytes, ref at);
            _entries[i] = checked((uint)(gap >> 1));
            var flags = (gap & 1) != 0 ? VariableLength.Read(bytes, ref at) : Plain;
            var headings = (flags & 2) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
            var title = (flags & 1) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
            _counts.Set(i, (uint)(flags >> 2), headings, title);
        }
    }
}
