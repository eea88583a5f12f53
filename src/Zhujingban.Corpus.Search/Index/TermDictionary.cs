using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The terms of an opened index.</summary>
internal sealed class TermDictionary
{
    private readonly IndexFile _file;
    private readonly TermDictionaryShape _shape;
    private readonly int _blocks;

    /// <summary>Opens the terms.</summary>
    public TermDictionary(IndexFile file, TermDictionaryShape shape)
    {
        (_file, _shape) = (file, shape);
        _blocks = (shape.Count + TermDictionaryWriter.BlockSize - 1) / TermDictionaryWriter.BlockSize;
        if (shape.Count < 0 || shape.BlocksOffset + ((long)_blocks * sizeof(ulong)) != file.Length)
            throw new SearchIndexDamagedException(file.Path, "its terms are not those of the manifest");
    }

    /// <summary>Finds a term by its UTF-8 form.</summary>
    public TermInfo? Find(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, _blocks - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (FirstTerm(middle).SequenceCompareTo(term) <= 0) low = middle;
            else high = middle - 1;
        }

        return _blocks == 0 ? null : FindIn(low, term);
    }

    private long OffsetOf(int block) => block == _blocks ? _shape.BlocksOffset
        : BinaryPrimitives.ReadInt64LittleEndian(_file.Slice(_shape.BlocksOffset + ((long)block * sizeof(ulong)), sizeof(ulong)));

    private ReadOnlySpan<byte> Block(int block)
    {
        var offset = OffsetOf(block);
        return _file.Slice(offset, checked((int)(OffsetOf(block + 1) - offset)));
    }

    private ReadOnlySpan<byte> FirstTerm(int block)
    {
        var bytes = Block(block);
        var at = 0;
        VariableLength.Skip(bytes, ref at, 2);
        var length = VariableLength.ReadInt32(bytes, ref at);
        return bytes.Slice(at, length);
    }

    private TermInfo? FindIn(int block, ReadOnlySpan<byte> term)
    {
        var bytes = Block(block);
        var at = 0;
        var postings = (long)VariableLength.Read(bytes, ref at);
        var positions = (long)VariableLength.Read(bytes, ref at);
        var current = new ByteBuffer();
        for (var first = true; at < bytes.Length; first = false)
        {
            current.Truncate(first ? 0 : VariableLength.ReadInt32(bytes, ref at));
            var length = VariableLength.ReadInt32(bytes, ref at);
            current.Write(bytes.Slice(at, length));
            at += length;
            var holders = VariableLength.ReadInt32(bytes, ref at);
            var elsewhere = VariableLength.ReadInt32(bytes, ref at);
            var info = new TermInfo(holders, holders - elsewhere, postings, VariableLength.ReadInt32(bytes, ref at),
                positions, VariableLength.ReadInt32(bytes, ref at));
            var order = current.Written.SequenceCompareTo(term);
            if (order == 0) return info;
            if (order > 0) return null;
            postings += info.PostingsLength;
            positions += info.PositionsLength;
        }

        return null;
    }
}
