namespace Zhujingban.Corpus.Search.Index;

/// <summary>Bytes that grow at their end and are used again.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[256];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Room for at least <paramref name="count"/> bytes at the end.</summary>
    public Span<byte> GetSpan(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, checked((int)Math.Min(Array.MaxLength, Math.Max((long)Length + count, _bytes.Length * 2L))));
        return _bytes.AsSpan(Length);
    }

    /// <summary>Takes bytes that were written into the room.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Keeps only the first bytes.</summary>
    public void Truncate(int length) =>
        Length = (uint)length <= (uint)Length ? length : throw new InvalidDataException("There are fewer bytes than are to be kept.");

    /// <summary>Removes all.</summary>
    public void Clear() => Length = 0;
}
