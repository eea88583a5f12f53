namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes a sorted run: keys in the order of their bytes, each with a payload; a key may come several times.</summary>
internal sealed class RunFileWriter(string path) : IDisposable
{
    private readonly FileStream _stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    private readonly ByteBuffer _lengths = new();

    /// <summary>Appends a record.</summary>
    public void Write(ReadOnlySpan<byte> key, ReadOnlySpan<byte> payload)
    {
        _lengths.Clear();
        VariableLength.Write(_lengths, (ulong)key.Length);
        VariableLength.Write(_lengths, (ulong)payload.Length);
        _stream.Write(_lengths.Written);
        _stream.Write(key);
        _stream.Write(payload);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}

/// <summary>Reads a sorted run.</summary>
/// <param name="path">Its file.</param>
/// <param name="number">Its place among the runs: equal keys come in the order of their runs.</param>
internal sealed class RunFileReader(string path, int number) : IDisposable
{
    private readonly BufferedStream _stream = new(File.OpenRead(path), 1 << 16);
    private readonly ByteBuffer _key = new();
    private readonly ByteBuffer _payload = new();

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
        if (ReadLength() is not { } key || ReadLength() is not { } payload) return false;
        Fill(_key, key);
        Fill(_payload, payload);
        Prefix = KeyPrefix.Of(Key);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private int? ReadLength()
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _stream.ReadByte();
            if (next < 0) return null;
            length |= (next & 0x7F) << shift;
            if (next < 0x80) return length;
        }
    }

    private void Fill(ByteBuffer buffer, int length)
    {
        buffer.Clear();
        _stream.ReadExactly(buffer.GetSpan(length)[..length]);
        buffer.Advance(length);
    }
}
