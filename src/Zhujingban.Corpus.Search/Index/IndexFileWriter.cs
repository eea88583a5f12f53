using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes one file of an index from front to back, its checksums behind it.</summary>
internal sealed class IndexFileWriter : IDisposable
{
    private readonly FileStream _stream;
    private readonly IndexFileKind _kind;
    private readonly byte[] _page = new byte[IndexFileFormat.PageSize];
    private readonly List<uint> _checksums = [];
    private int _inPage;

    /// <summary>Starts the file of a kind in a folder; see <see cref="IndexFileFormat.NameOf"/>.</summary>
    public IndexFileWriter(string folder, IndexFileKind kind, int segment = 0)
    {
        _kind = kind;
        _stream = new FileStream(Path.Combine(folder, IndexFileFormat.NameOf(kind, segment)), FileMode.Create, FileAccess.Write, FileShare.None);
        _stream.Write(new byte[IndexFileFormat.HeaderSize]);
    }

    /// <summary>The length of the payload so far.</summary>
    public long Length => ((long)_checksums.Count * IndexFileFormat.PageSize) + _inPage;

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = Math.Min(bytes.Length, _page.Length - _inPage);
            bytes[..count].CopyTo(_page.AsSpan(_inPage));
            _inPage += count;
            bytes = bytes[count..];
            if (_inPage == _page.Length) EndPage();
        }
    }

    /// <summary>Appends a 32-bit number.</summary>
    public void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Write(bytes);
    }

    /// <summary>Appends a 64-bit number.</summary>
    public void WriteUInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        Write(bytes);
    }

    /// <summary>Writes what is left, and the header last: a file that was not completed has none.</summary>
    public IndexFileSummary Complete()
    {
        var length = Length;
        if (_inPage > 0) EndPage();
        var table = new byte[_checksums.Count * IndexFileFormat.ChecksumSize];
        for (var i = 0; i < _checksums.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(i * IndexFileFormat.ChecksumSize), _checksums[i]);
        _stream.Write(table);
        var summary = new IndexFileSummary(_kind, length, IndexFileFormat.Checksum(table));
        _stream.Position = 0;
        _stream.Write(Header(summary));
        _stream.Flush(flushToDisk: true);
        return summary;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static byte[] Header(IndexFileSummary summary)
    {
        var header = new byte[IndexFileFormat.HeaderSize];
        IndexFileFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), IndexFileFormat.Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), (ushort)summary.Kind);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), IndexFileFormat.PageSize);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), summary.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), summary.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), IndexFileFormat.Checksum(header.AsSpan(0, 28)));
        return header;
    }

    private void EndPage()
    {
        _checksums.Add(IndexFileFormat.Checksum(_page.AsSpan(0, _inPage)));
        _stream.Write(_page, 0, _inPage);
        _inPage = 0;
    }
}
