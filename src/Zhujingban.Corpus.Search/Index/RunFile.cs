namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes a sorted run: keys in the order of their bytes, each with a payload; a key may come several times.</summary>
internal sealed class RunFileWriter(string path) : IDisposable
{
    private const int FlushSize = 1 << 16;

    private readonly FileStream _stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    private readonly ByteBuffer _output = new();

    /// <summary>Appends a record.</summary>
    public void Write(ReadOnlySpan<byte> key, ReadOnlySpan<byte> payload)
    {
        VariableLength.Write(_output, (ulong)key.Length);
        VariableLength.Write(_output, (ulong)payload.Length);
        _output.Write(key);
        _output.Write(payload);
        if (_output.Length >= FlushSize) Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    private void Flush()
    {
        _stream.Write(_output.Written);
        _output.Clear();
    }
}

/// <summary>Reads a sorted run.</summary>
/// <param name="path">Its file.</param>
/// <param name="number">Its place among the runs: equal keys come in the order of their runs.</param>
internal sealed class RunFileReader(string path, int number) : IDisposable
{
    private readonly FileStream _stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    private readonly byte[] _input = new byte[1 << 16];
    private readonly ByteBuffer _key = new();
    private readonly ByteBuffer _payload = new();
    private int _at;
    private int _end;

    /// <summary>Its place among the runs.</summary>
    public int Number => number;

    /// <summary>The key of the record; good until the next.</summary>
    public ReadOnlySpan<byte> Key => _key.Written;

    /// <summary>The <see cref="KeyPrefix"/> of the key.</summary>
    public ulong Prefix { get; private set; }

    /// <summary>The payload of the record; good until the next.</summary>
    public ReadOnlySpan<byte> Payload => _payload.Written;

    /// <summary>Reads the next record.</summary>
    public bool Next()
    {
        if (_at == _end && !Refill()) return false;
        var (key, payload) = (ReadLength(), ReadLength());
        Read(_key, key);
        Read(_payload, payload);
        Prefix = KeyPrefix.Of(Key);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private int ReadLength()
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            if (_at == _end && !Refill()) throw new EndOfStreamException();
            var next = _input[_at++];
            length |= (next & 0x7F) << shift;
            if (next < 0x80) return length;
        }
    }

    private void Read(ByteBuffer buffer, int length)
    {
        buffer.Clear();
        while (buffer.Length < length)
        {
            if (_at == _end && !Refill()) throw new EndOfStreamException();
            var count = Math.Min(length - buffer.Length, _end - _at);
            buffer.Write(_input.AsSpan(_at, count));
            _at += count;
        }
    }

    private bool Refill()
    {
        (_at, _end) = (0, _stream.Read(_input));
        return _end > 0;
    }
}
