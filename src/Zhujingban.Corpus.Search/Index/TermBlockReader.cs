namespace Zhujingban.Corpus.Search.Index;

/// <summary>Reads the terms of one block of the dictionary.</summary>
internal ref struct TermBlockReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ByteBuffer _term = new();
    private int _at;
    private bool _started;

    /// <summary>Starts before the first term.</summary>
    public TermBlockReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        var postings = (long)VariableLength.Read(bytes, ref _at);
        var positions = (long)VariableLength.Read(bytes, ref _at);
        Info = new TermInfo(0, 0, postings, 0, positions, 0);
    }

    /// <summary>The term; good until the next.</summary>
    public readonly ReadOnlySpan<byte> Term => _term.Written;

    /// <summary>Where its postings stand.</summary>
    public TermInfo Info { get; private set; }

    /// <summary>Reads the next term.</summary>
    public bool Next()
    {
        if (_at >= _bytes.Length) return false;
        _term.Truncate(_started ? VariableLength.ReadInt32(_bytes, ref _at) : 0);
        _started = true;
        var length = VariableLength.ReadInt32(_bytes, ref _at);
        _term.Write(_bytes.Slice(_at, length));
        _at += length;
        var holders = VariableLength.ReadInt32(_bytes, ref _at);
        var elsewhere = VariableLength.ReadInt32(_bytes, ref _at);
        Info = new TermInfo(holders, holders - elsewhere, Info.PostingsOffset + Info.PostingsLength, VariableLength.ReadInt32(_bytes, ref _at),
            Info.PositionsOffset + Info.PositionsLength, VariableLength.ReadInt32(_bytes, ref _at));
        return true;
    }
}
