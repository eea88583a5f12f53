using System.Buffers.Binary;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes the postings and positions of terms, one term after another.</summary>
internal sealed class PostingsWriter
{
    private readonly IndexFileWriter _postings;
    private readonly IndexFileWriter _positions;
    private readonly Bm25F _ranking;
    private readonly NormsBuilder _norms;
    private readonly uint[] _entries = new uint[BitPacking.BlockSize];
    private readonly uint[] _gaps = new uint[BitPacking.BlockSize];
    private readonly double[] _frequencies = new double[BitPacking.BlockSize];
    private readonly uint[][] _counts = [.. Enumerable.Range(0, Fields.Count).Select(_ => new uint[BitPacking.BlockSize])];
    private readonly ByteBuffer _termPostings = new();
    private readonly ByteBuffer _termPositions = new();
    private readonly PositionsWriter _blockPositions = new();
    private readonly ByteBuffer _headers = new();
    private int _inBlock;
    private int _last;
    private int _holders;
    private int _textHolders;
    private int _positionsStart;

    /// <summary>Writes to two files; the ranking bounds what a block's entries can count.</summary>
    public PostingsWriter(IndexFileWriter postings, IndexFileWriter positions, Bm25F ranking, NormsBuilder norms) =>
        (_postings, _positions, _ranking, _norms) = (postings, positions, ranking, norms);

    /// <summary>Starts a term.</summary>
    public void Start()
    {
        _termPostings.Clear();
        _termPositions.Clear();
        _headers.Clear();
        (_inBlock, _last, _holders, _textHolders, _positionsStart) = (0, -1, 0, 0, 0);
    }

    /// <summary>Adds an entry that holds the term.</summary>
    /// <param name="entry">The entry; higher than the last.</param>
    /// <param name="places">Where it holds it, rising; see <see cref="Place"/>.</param>
    public void Add(int entry, ReadOnlySpan<uint> places)
    {
        Span<int> counts = stackalloc int[Fields.Count];
        _blockPositions.Add(places, counts);
        _gaps[_inBlock] = (uint)(entry - _last - 1);
        _entries[_inBlock] = (uint)(_last = entry);
        for (var field = 0; field < Fields.Count; field++) _counts[field][_inBlock] = (uint)counts[field];
        _inBlock++;
        _holders++;
        if (counts[0] > 0) _textHolders++;
        if (_inBlock == BitPacking.BlockSize) EndBlock();
    }

    /// <summary>Ends the term.</summary>
    public TermInfo Finish()
    {
        var blocks = _holders >= BitPacking.BlockSize;
        if (_inBlock > 0)
        {
            if (blocks) AddHeader();
            WriteTail();
            _blockPositions.EndBlock(_termPositions);
        }

        _termPostings.Write(_headers.Written);
        var info = new TermInfo(_holders, _textHolders, _postings.Length, _termPostings.Length, _positions.Length, _termPositions.Length);
        _postings.Write(_termPostings.Written);
        _positions.Write(_termPositions.Written);
        return info;
    }

    private void EndBlock()
    {
        AddHeader();
        Span<byte> widths = stackalloc byte[BlockHeader.Widths];
        widths[0] = PatchedPacking.CodeOf(_gaps);
        for (var field = 0; field < Fields.Count; field++) widths[field + 1] = PatchedPacking.CodeOf(_counts[field]);
        _termPostings.Write(widths);
        PatchedPacking.Pack(_gaps, widths[0], _termPostings);
        for (var field = 0; field < Fields.Count; field++) PatchedPacking.Pack(_counts[field], widths[field + 1], _termPostings);
        _blockPositions.EndBlock(_termPositions);
        (_inBlock, _positionsStart) = (0, _termPositions.Length);
    }

    /// <summary>What does not fill a block, a number after another; most entries hold such a term once, in their text.</summary>
    private void WriteTail()
    {
        for (var i = 0; i < _inBlock; i++)
        {
            var (text, headings, title) = (_counts[0][i], _counts[1][i], _counts[2][i]);
            var isPlain = text == 1 && headings == 0 && title == 0;
            VariableLength.Write(_termPostings, ((ulong)_gaps[i] << 1) | (isPlain ? 0u : 1));
            if (isPlain) continue;
            VariableLength.Write(_termPostings, ((ulong)text << 2) | (headings > 0 ? 2u : 0) | (title > 0 ? 1u : 0));
            if (headings > 0) VariableLength.Write(_termPostings, headings);
            if (title > 0) VariableLength.Write(_termPostings, title);
        }
    }

    /// <summary>What an entry of the block counts in ranking at the most.</summary>
    private double GreatestFrequency()
    {
        var frequencies = _frequencies.AsSpan(0, _inBlock);
        frequencies.Clear();
        for (var field = 0; field < Fields.Count; field++)
            _ranking.AddFrequencies((Field)field, _entries.AsSpan(0, _inBlock), _counts[field], _norms.Lengths, frequencies);
        var greatest = 0d;
        foreach (var frequency in frequencies) greatest = Math.Max(greatest, frequency);
        return greatest;
    }

    private void AddHeader()
    {
        var header = _headers.GetSpan(BlockHeader.Size);
        BinaryPrimitives.WriteInt32LittleEndian(header, _last);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], _termPostings.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], _positionsStart);
        BinaryPrimitives.WriteSingleLittleEndian(header[12..], MathF.BitIncrement((float)GreatestFrequency()));
        _headers.Advance(BlockHeader.Size);
    }
}
