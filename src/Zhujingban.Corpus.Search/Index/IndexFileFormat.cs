using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The files of an index.</summary>
internal enum IndexFileKind : ushort
{
    /// <summary>What the index consists of; written last.</summary>
    Manifest = 1,

    /// <summary>The terms, sorted.</summary>
    Terms = 2,

    /// <summary>Which entries hold a term, and how often.</summary>
    Postings = 3,

    /// <summary>Where in an entry a term stands.</summary>
    Positions = 4,

    /// <summary>The lengths of each entry's fields.</summary>
    Norms = 5,

    /// <summary>The entries as they were added.</summary>
    Entries = 6,

    /// <summary>What the entries are counted and filtered by.</summary>
    Facets = 7,

    /// <summary>The ids of the entries.</summary>
    Ids = 8,

    /// <summary>Each entry's place in the order of all ids.</summary>
    Order = 9,
}

/// <summary>The frame every index file has; FORMAT.md beside this file describes it.</summary>
internal static class IndexFileFormat
{
    /// <summary>Raised when a reader of this version could misread what another writes, or seek terms that it did not write.</summary>
    public const ushort Version = 6;

    /// <summary>The bytes before the payload.</summary>
    public const int HeaderSize = 32;

    /// <summary>The bytes that share one checksum.</summary>
    public const int PageSize = 1 << 14;

    /// <summary>The bytes of a page's checksum.</summary>
    public const int ChecksumSize = sizeof(uint);

    /// <summary>What every file starts with.</summary>
    public static ReadOnlySpan<byte> Magic => "ZHJBINDX"u8;

    /// <summary>The name of a file in the index's folder.</summary>
    /// <param name="kind">The file.</param>
    /// <param name="segment">The number of its segment, from 1; 0 for a file of the whole index.</param>
    public static string NameOf(IndexFileKind kind, int segment = 0)
    {
        var name = kind switch
        {
            IndexFileKind.Manifest => "manifest",
            IndexFileKind.Terms => "terms",
            IndexFileKind.Postings => "postings",
            IndexFileKind.Positions => "positions",
            IndexFileKind.Norms => "norms",
            IndexFileKind.Entries => "entries",
            IndexFileKind.Facets => "facets",
            IndexFileKind.Ids => "ids",
            IndexFileKind.Order => "order",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return segment == 0 ? $"{name}.zji" : string.Create(CultureInfo.InvariantCulture, $"{name}-{segment}.zji");
    }

    /// <summary>The number of checksums of a payload.</summary>
    public static long PagesOf(long payload) => (payload + PageSize - 1) / PageSize;

    /// <summary>CRC-32C, continued from an earlier value.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes, uint checksum = 0)
    {
        checksum = ~checksum;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes) checksum = BitOperations.Crc32C(checksum, value);
        return ~checksum;
    }
}

/// <summary>What the manifest knows of another file: enough to tell a file of another index.</summary>
/// <param name="Kind">Which file.</param>
/// <param name="Length">The length of its payload.</param>
/// <param name="Checksum">The checksum of its checksums.</param>
internal readonly record struct IndexFileSummary(IndexFileKind Kind, long Length, uint Checksum)
{
    /// <summary>Appends it to the manifest.</summary>
    public void Write(ByteBuffer output)
    {
        VariableLength.Write(output, (ulong)Kind);
        VariableLength.Write(output, (ulong)Length);
        VariableLength.Write(output, Checksum);
    }

    /// <summary>Reads it from the manifest.</summary>
    public static IndexFileSummary Read(ReadOnlySpan<byte> bytes, ref int at) => new(
        (IndexFileKind)VariableLength.ReadInt32(bytes, ref at), (long)VariableLength.Read(bytes, ref at), (uint)VariableLength.Read(bytes, ref at));
}
