using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// One file of an opened index, mapped into memory. The frame is checked when it is opened, each page when it is first read, so
/// opening is quick and yet no damaged byte is ever answered from. Readers see spans: nothing is read outside the file.
/// </summary>
internal sealed unsafe class IndexFile : IDisposable
{
    private const int PagesPerWord = 32;

    private readonly MemoryMappedFile _mapping;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _payload;
    private readonly uint[] _checksums;
    private readonly int[] _checked;

    private IndexFile(string path, MemoryMappedFile mapping, MemoryMappedViewAccessor view, byte* start, IndexFileSummary summary, uint[] checksums)
    {
        Path = path;
        Summary = summary;
        _mapping = mapping;
        _view = view;
        _payload = start + IndexFileFormat.HeaderSize;
        _checksums = checksums;
        _checked = new int[(checksums.Length + PagesPerWord - 1) / PagesPerWord];
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>What it is.</summary>
    public IndexFileSummary Summary { get; }

    /// <summary>The length of its payload.</summary>
    public long Length => Summary.Length;

    /// <summary>Opens the file of a kind in a folder and checks its frame.</summary>
    /// <exception cref="SearchIndexDamagedException">It is not there, or not such a file, or not whole.</exception>
    public static IndexFile Open(string folder, IndexFileKind kind)
    {
        var path = System.IO.Path.Combine(folder, IndexFileFormat.NameOf(kind));
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var header = new byte[IndexFileFormat.HeaderSize];
            if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) throw Damaged(path, "it is too short");
            var summary = ReadHeader(path, header, kind, stream.Length);
            return Map(path, stream, summary);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SearchIndexDamagedException(path, "it is missing", error);
        }
    }

    /// <summary>A part of the payload.</summary>
    /// <exception cref="SearchIndexDamagedException">The part is not inside, or its bytes are not those that were written.</exception>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length) throw Damaged(Path, $"it has no bytes {offset} to {offset + length}");
        if (length == 0) return [];
        var last = (offset + length - 1) / IndexFileFormat.PageSize;
        for (var page = offset / IndexFileFormat.PageSize; page <= last; page++)
        {
            if ((Volatile.Read(ref _checked[page / PagesPerWord]) & (1 << (int)(page % PagesPerWord))) == 0) Check((int)page);
        }

        return new ReadOnlySpan<byte>(_payload + offset, length);
    }

    /// <summary>Reads every byte.</summary>
    /// <exception cref="SearchIndexDamagedException">A byte is not what was written.</exception>
    public void CheckWhole()
    {
        for (var page = 0; page < _checksums.Length; page++) Check(page);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _mapping.Dispose();
    }

    private static IndexFileSummary ReadHeader(string path, ReadOnlySpan<byte> header, IndexFileKind kind, long fileLength)
    {
        if (!header.StartsWith(IndexFileFormat.Magic)) throw Damaged(path, "it is not a file of a clause index");
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[28..]) != IndexFileFormat.Checksum(header[..28])) throw Damaged(path, "its header is damaged");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        if (version != IndexFileFormat.Version)
            throw Damaged(path, $"it is of version {version}, this program reads version {IndexFileFormat.Version}");
        if (BinaryPrimitives.ReadUInt16LittleEndian(header[10..]) != (ushort)kind) throw Damaged(path, "it is another file of an index");
        var length = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
        var expected = IndexFileFormat.HeaderSize + length + (IndexFileFormat.PagesOf(length) * IndexFileFormat.ChecksumSize);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[12..]) != IndexFileFormat.PageSize || length < 0 || expected != fileLength)
            throw Damaged(path, $"it has {fileLength} bytes instead of {expected}");
        return new IndexFileSummary(kind, length, BinaryPrimitives.ReadUInt32LittleEndian(header[24..]));
    }

    private static IndexFile Map(string path, FileStream stream, IndexFileSummary summary)
    {
        var mapping = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var pages = (int)IndexFileFormat.PagesOf(summary.Length);
        var table = new ReadOnlySpan<byte>(start + IndexFileFormat.HeaderSize + summary.Length, pages * IndexFileFormat.ChecksumSize);
        var checksums = new uint[pages];
        for (var page = 0; page < pages; page++)
            checksums[page] = BinaryPrimitives.ReadUInt32LittleEndian(table[(page * IndexFileFormat.ChecksumSize)..]);
        var file = new IndexFile(path, mapping, view, start, summary, checksums);
        if (IndexFileFormat.Checksum(table) == summary.Checksum) return file;
        file.Dispose();
        throw Damaged(path, "its checksums are damaged");
    }

    private void Check(int page)
    {
        var offset = (long)page * IndexFileFormat.PageSize;
        var bytes = new ReadOnlySpan<byte>(_payload + offset, (int)Math.Min(IndexFileFormat.PageSize, Length - offset));
        if (IndexFileFormat.Checksum(bytes) != _checksums[page])
            throw Damaged(Path, $"its bytes from {offset + IndexFileFormat.HeaderSize} on are not those that were written");
        Interlocked.Or(ref _checked[page / PagesPerWord], 1 << (page % PagesPerWord));
    }

    private static SearchIndexDamagedException Damaged(string path, string reason) => new(path, reason);
}
