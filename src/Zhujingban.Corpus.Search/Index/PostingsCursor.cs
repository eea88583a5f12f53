namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Walks through the entries that hold a term, forward only, a block after another. What is ahead in the same block can be looked at without moving.
/// For one reader.
/// </summary>
internal sealed class PostingsCursor : TermCursor
{
    private readonly IndexFile _postings;
    private readonly IndexFile _positionsFile;
    private readonly TermInfo _info;
    private readonly int _blocks;
    private readonly int _headers;
    private readonly PostingsBlock _entries;
    private readonly PositionsReader _positions;
    private readonly float _boundScale;
    private int _block = -1;
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
        _entries = new PostingsBlock(postings);
        _positions = new PositionsReader(positions, info, _entries);
    }

    /// <inheritdoc/>
    public override int Holders => _info.Holders;

    /// <summary>How many hold it in their text.</summary>
    public int TextHolders => _info.TextHolders;

    /// <inheritdoc/>
    public override FieldCounts Counts => CountsAhead(0);

    /// <summary>The blocks whose bounds are known; they may be gone to in any order.</summary>
    public int BoundedBlocks => HasHeaders ? _blocks : 0;

    /// <summary>The last entry of the block it stands in.</summary>
    public int LastHere => _entries.Last;

    /// <summary>No entry of the block it stands in counts more in ranking than this.</summary>
    public float BoundHere { get; private set; } = float.PositiveInfinity;

    /// <summary>True when the texts of all entries of the block hold the term.</summary>
    public bool AreAllInText => _entries.Counts.AreTextOnly;

    private bool HasHeaders => _info.Holders >= BitPacking.BlockSize;

    private ReadOnlySpan<BlockHeader> Headers => BlockHeader.ReadAll(_postings.Slice(_info.PostingsOffset + _headers, _blocks * BlockHeader.Size));

    /// <summary>A cursor for the same term, before its first entry.</summary>
    public PostingsCursor Restart() => new(_postings, _positionsFile, _info, _boundScale);

    /// <summary>The entries of the same block from this one on that are before <paramref name="end"/>; good until the cursor moves.</summary>
    public ReadOnlySpan<uint> Rest(int end) => _entries.From(_at)[..(_entries.FirstFrom(_at, end) - _at)];

    /// <summary>Finds entries in the same block.</summary>
    /// <param name="entries">Rising entries, none before this one.</param>
    /// <param name="found">Takes down which of them the block has.</param>
    /// <param name="aheads">Takes down how far ahead they are.</param>
    /// <returns>How many were found.</returns>
    public int Find(ReadOnlySpan<uint> entries, Span<byte> found, Span<byte> aheads)
    {
        var count = BlockIntersection.Find(entries, _entries.From(0), found, aheads);
        if (_at > 0)
        {
            foreach (ref var ahead in aheads[..count]) ahead -= (byte)_at;
        }

        return count;
    }

    /// <summary>How often an entry ahead in the same block holds the term.</summary>
    /// <param name="ahead">How far ahead; below the length of <see cref="Rest"/>.</param>
    public FieldCounts CountsAhead(int ahead) => _entries.Counts.Of(_at + ahead);

    /// <summary>How often a field of an entry ahead holds the term.</summary>
    public int CountIn(Field field, int ahead) => _entries.Counts.Of(field, _at + ahead);

    /// <summary>How often a field of the entries from this one on holds the term; nothing when no entry's of the block does.</summary>
    public ReadOnlySpan<uint> CountsIn(Field field) => _entries.Counts.In(field) is { IsEmpty: false } counts ? counts[_at.._entries.Count] : [];

    /// <summary>True when the text of an entry ahead in the same block holds the term.</summary>
    public bool IsInText(int ahead) => AreAllInText || CountIn(Field.Text, ahead) > 0;

    /// <summary>Where a field of an entry ahead holds the term, rising; good until the cursor moves to another block.</summary>
    public ReadOnlySpan<int> Positions(Field field, int ahead) => _positions.Read(_at + ahead, field);

    /// <summary>Where a field of the entries from this one on holds the term; see <see cref="PositionsReader.ReadAll"/>.</summary>
    public ReadOnlySpan<int> AllPositions(Field field, out ReadOnlySpan<int> starts)
    {
        var positions = _positions.ReadAll(field, out starts);
        starts = starts[_at..];
        return positions;
    }

    /// <inheritdoc/>
    public override int CountIn(Field field) => CountIn(field, 0);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Positions(Field field) => Positions(field, 0);

    /// <summary>Goes to the first entry of a block, which may stand before the cursor.</summary>
    public void MoveToBlock(int block)
    {
        Load(block);
        Entry = _entries[0];
    }

    /// <summary>The first block from one on that has an entry which may count so much in ranking; the number of blocks when none has.</summary>
    public int NextBlock(int block, double frequency)
    {
        var headers = Headers;
        while (block < headers.Length && headers[block].Frequency * _boundScale < frequency) block++;
        return block;
    }

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
        if (_at < _entries.Count) return Entry = _entries[_at];
        return Entry = Load(_block + 1) ? _entries[0] : End;
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        if (Entry >= target) return Entry;
        if ((_block < 0 || _entries.Last < target) && !Load(BlockOf(target))) return Entry = End;
        _at = _entries.FirstFrom(_at, target);
        return Entry = _entries[_at];
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

    private void MoveBound(int target)
    {
        var headers = Headers;
        do
        {
            if (++_boundBlock < _blocks) _bound = headers[_boundBlock];
        }
        while (_boundBlock < _blocks && _bound.Last < target);
    }

    /// <summary>The first block from the current one on that may hold an entry not before <paramref name="target"/>.</summary>
    private int BlockOf(int target) => HasHeaders ? BlockHeader.FirstFrom(Headers, _block + 1, target) : _block + 1;

    private bool Load(int block)
    {
        if (block >= _blocks) return false;
        var (start, end, before) = (0, _headers, -1);
        var (positions, positionsEnd) = (0, _info.PositionsLength);
        if (HasHeaders)
        {
            var headers = Headers;
            (start, positions) = (headers[block].Start, headers[block].Positions);
            BoundHere = headers[block].Frequency * _boundScale;
            if (block > 0) before = headers[block - 1].Last;
            if (block + 1 < headers.Length) (end, positionsEnd) = (headers[block + 1].Start, headers[block + 1].Positions);
        }

        var count = (int)Math.Min(BitPacking.BlockSize, _info.Holders - ((long)block * BitPacking.BlockSize));
        _entries.Read(_info.PostingsOffset + start, _info.PostingsOffset + end, count, before);
        _positions.Start(positions, positionsEnd);
        (_block, _at) = (block, 0);
        return true;
    }
}
