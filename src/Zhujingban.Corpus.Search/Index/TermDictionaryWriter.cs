namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes the terms in blocks; in a block each term is written as what differs from the one before it.</summary>
internal sealed class TermDictionaryWriter(IndexFileWriter file)
{
    /// <summary>The terms of a block.</summary>
    public const int BlockSize = 16;

    private readonly ByteBuffer _output = new();
    private readonly List<(long Start, ulong Prefix)> _blocks = [];
    private byte[] _last = [];
    private int _count;

    /// <summary>Adds a term.</summary>
    /// <param name="term">Its UTF-8 form, behind the last in the order of bytes.</param>
    /// <param name="info">Its postings, right behind those of the term before.</param>
    public void Add(ReadOnlySpan<byte> term, TermInfo info)
    {
        _output.Clear();
        var shared = 0;
        if (_count % BlockSize == 0)
        {
            _blocks.Add((file.Length, KeyPrefix.Of(term)));
            VariableLength.Write(_output, (ulong)info.PostingsOffset);
            VariableLength.Write(_output, (ulong)info.PositionsOffset);
        }
        else
        {
            shared = term.CommonPrefixLength(_last);
            VariableLength.Write(_output, (ulong)shared);
        }

        VariableLength.Write(_output, (ulong)(term.Length - shared));
        _output.Write(term[shared..]);
        VariableLength.Write(_output, (ulong)info.Holders);
        VariableLength.Write(_output, (ulong)(info.Holders - info.TextHolders));
        VariableLength.Write(_output, (ulong)info.PostingsLength);
        VariableLength.Write(_output, (ulong)info.PositionsLength);
        file.Write(_output.Written);
        _last = term.ToArray();
        _count++;
    }

    /// <summary>Writes where the blocks start, and what with.</summary>
    public TermDictionaryShape Finish()
    {
        var shape = new TermDictionaryShape(_count, file.Length);
        foreach (var (start, prefix) in _blocks)
        {
            file.WriteUInt64((ulong)start);
            file.WriteUInt64(prefix);
        }

        return shape;
    }
}

/// <summary>What the manifest knows of the terms.</summary>
/// <param name="Count">Their number.</param>
/// <param name="BlocksOffset">Where the places of the blocks stand.</param>
internal readonly record struct TermDictionaryShape(int Count, long BlocksOffset);
