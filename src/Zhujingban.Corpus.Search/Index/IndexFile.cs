using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// One file of an opened index, mapped into memory. The frame is checked when it is opened, each page when it is first read, so
/// opening is quick and yet no damaged byte is ever answered from. Readers see spans: nothing is read outside the file. What is
/// read rarely is copied out instead, so that it does not stay resident.
/// </summary>
internal sealed unsafe class IndexFile : IDisposable
{
    private const int PagesPerWord = 32;

    private readonly SafeFileHandle _handle;
    private readonly MemoryMappedFile _mapping;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _payload;
    private readonly uint[] _checksums;
    private readonly int[] _checked;
    private int _unchecked;

    private IndexFile(string path, SafeFileHandle handle, MemoryMappedFile mapping, IndexFileSummary summary, uint[] checksums)
    {
        Path = path;
        Summary = summary;
        _handle = handle;
        _mapping = mapping;
        _view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _payload = start + IndexFileFormat.HeaderSize;
        _checksums = checksums;
        _unchecked = checksums.Length;
        _checked = new int[(checksums.Length + PagesPerWord - 1) / PagesPerWord];
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>What it is.</summary>
    public IndexFileSummary Summary { get; }

    /// <summary>The length of its payload.</summary>
    public long Length => Summary.Length;

    /// <summary>Opens the file of a kind in a folder and checks its frame; see <see cref="IndexFileFormat.NameOf"/>.</summary>
    /// <exception cref="SearchIndexDamagedException">It is not there, cannot be read, or is not such a file, or not whole.</exception>
    public static IndexFile Open(string folder, IndexFileKind kind, int segment = 0)
    {
        var path = System.IO.Path.Combine(folder, IndexFileFormat.NameOf(kind, segment));
        try
        {
            var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            try
            {
                return Open(path, handle, kind);
            }
            catch
            {
                handle.Dispose();
                throw;
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException and not SearchIndexDamagedException)
        {
            var isMissing = error is FileNotFoundException or DirectoryNotFoundException;
            throw new SearchIndexDamagedException(path, isMissing ? "it is missing" : "it cannot be read", error);
        }
    }

    /// <summary>A part of the payload.</summary>
    /// <exception cref="SearchIndexDamagedException">The part is not inside, or its bytes are not those that were written.</exception>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        RequireInside(offset, length);
        if (length == 0) return [];
        var last = (offset + length - 1) / IndexFileFormat.PageSize;
        for (var page = offset / IndexFileFormat.PageSize; page <= last && Volatile.Read(ref _unchecked) > 0; page++)
        {
            if (!IsChecked(page)) Check((int)page);
        }

        return new ReadOnlySpan<byte>(_payload + offset, length);
    }

    /// <summary>Copies a part of the payload out of the file, past the mapping: its pages do not become resident.</summary>
    /// <exception cref="SearchIndexDamagedException">The part is not inside, or its bytes are not those that were written.</exception>
    public void Copy(long offset, Span<byte> destination)
    {
        RequireInside(offset, destination.Length);
        if (destination.IsEmpty) return;
        var last = (offset + destination.Length - 1) / IndexFileFormat.PageSize;
        for (var page = offset / IndexFileFormat.PageSize; page <= last; page++)
        {
            if (!IsChecked(page)) CheckPastMapping((int)page);
        }

        ReadFile(offset, destination);
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
        _handle.Dispose();
    }

    private void CheckPastMapping(int page)
    {
        Span<byte> bytes = stackalloc byte[IndexFileFormat.PageSize];
        bytes = bytes[..LengthOf(page)];
        ReadFile((long)page * IndexFileFormat.PageSize, bytes);
        Check(page, bytes);
    }

    private void ReadFile(long offset, Span<byte> bytes)
    {
        if (!TryRead(_handle, IndexFileFormat.HeaderSize + offset, bytes)) throw Damaged(Path, "it was cut while it was open");
    }

    private static IndexFileSummary ReadHeader(string path, ReadOnlySpan<byte> header, IndexFileKind kind, long fileLength)
    {
        if (!header.StartsWith(IndexFileFormat.Magic)) throw Damaged(path, "it is not a file of a clause index");
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[28..]) != IndexFileFormat.Checksum(header[..28])) throw Damaged(path, "its header is damaged");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        if (version != IndexFileFormat.Version)
            throw Damaged(path, $"it is of version {version}, this program reads version {IndexFileFormat.Version}: rebuild the index");
        if (BinaryPrimitives.ReadUInt16LittleEndian(header[10..]) != (ushort)kind) throw Damaged(path, "it is another file of an index");
        var length = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
        var expected = IndexFileFormat.HeaderSize + length + (IndexFileFormat.PagesOf(length) * IndexFileFormat.ChecksumSize);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[12..]) != IndexFileFormat.PageSize || length < 0 || expected != fileLength)
            throw Damaged(path, $"it has {fileLength} bytes instead of {expected}");
        return new IndexFileSummary(kind, length, BinaryPrimitives.ReadUInt32LittleEndian(header[24..]));
    }

    private static IndexFile Open(string path, SafeFileHandle handle, IndexFileKind kind)
    {
        var header = new byte[IndexFileFormat.HeaderSize];
        if (!TryRead(handle, 0, header)) throw Damaged(path, "it is too short");
        var summary = ReadHeader(path, header, kind, RandomAccess.GetLength(handle));
        var table = new byte[checked((int)IndexFileFormat.PagesOf(summary.Length) * IndexFileFormat.ChecksumSize)];
        if (!TryRead(handle, IndexFileFormat.HeaderSize + summary.Length, table) || IndexFileFormat.Checksum(table) != summary.Checksum)
            throw Damaged(path, "its checksums are damaged");
        var checksums = new uint[table.Length / IndexFileFormat.ChecksumSize];
        for (var page = 0; page < checksums.Length; page++)
            checksums[page] = BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(page * IndexFileFormat.ChecksumSize));
        var mapping = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new IndexFile(path, handle, mapping, summary, checksums);
    }

    private static bool TryRead(SafeFileHandle handle, long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(handle, bytes, offset);
            if (read == 0) return false;
            offset += read;
            bytes = bytes[read..];
        }

        return true;
    }

    private bool IsChecked(long page) => (Volatile.Read(ref _checked[page / PagesPerWord]) & (1 << (int)(page % PagesPerWord))) != 0;

    private void Check(int page)
    {
        var bytes = new ReadOnlySpan<byte>(_payload + ((long)page * IndexFileFormat.PageSize), LengthOf(page));
        Check(page, bytes);
    }

    private int LengthOf(int page) => (int)Math.Min(IndexFileFormat.PageSize, Length - ((long)page * IndexFileFormat.PageSize));

    private void Check(int page, ReadOnlySpan<byte> bytes)
    {
        if (IndexFileFormat.Checksum(bytes) != _checksums[page])
            throw Damaged(Path, $"its bytes from {((long)page * IndexFileFormat.PageSize) + IndexFileFormat.HeaderSize} on are not those that were written");
        var bit = 1 << (page % PagesPerWord);
        if ((Interlocked.Or(ref _checked[page / PagesPerWord], bit) & bit) == 0) Interlocked.Decrement(ref _unchecked);
    }

    private void RequireInside(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length) throw Damaged(Path, $"it has no bytes {offset} to {offset + length}");
    }

    private static SearchIndexDamagedException Damaged(string path, string reason) => new(path, reason);
}
