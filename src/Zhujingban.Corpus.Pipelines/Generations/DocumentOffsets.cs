using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Where the two lines of a document stand.</summary>
/// <param name="Document">Where its line of <c>documents.jsonl</c> begins, in bytes.</param>
/// <param name="DocumentLength">That line's length without its line feed.</param>
/// <param name="Source">Where its line of <c>sources.jsonl</c> begins, in bytes.</param>
/// <param name="SourceLength">That line's length without its line feed.</param>
internal readonly record struct DocumentPlace(long Document, int DocumentLength, long Source, int SourceLength);

/// <summary>An entry of <c>documents.offsets</c>, ordered by key, then by place.</summary>
/// <param name="Key">The first 8 bytes of the id's SHA-256 as a number.</param>
/// <param name="Place">The document's place.</param>
internal readonly record struct OffsetEntry(ulong Key, DocumentPlace Place) : IComparable<OffsetEntry>
{
    /// <summary>The length of an entry in bytes.</summary>
    public const int Size = 32;

    /// <summary>The entry of a document.</summary>
    public static OffsetEntry Of(string id, DocumentPlace place) => new(KeyOf(id), place);

    /// <summary>The key of an id.</summary>
    public static ulong KeyOf(string id) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>Reads an entry: all numbers are little-endian.</summary>
    public static OffsetEntry Read(ReadOnlySpan<byte> entry) => new(BinaryPrimitives.ReadUInt64LittleEndian(entry), new DocumentPlace(
        BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadInt32LittleEndian(entry[16..]),
        BinaryPrimitives.ReadInt64LittleEndian(entry[20..]), BinaryPrimitives.ReadInt32LittleEndian(entry[28..])));

    /// <summary>Writes the entry.</summary>
    public void Write(Span<byte> entry)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(entry, Key);
        BinaryPrimitives.WriteInt64LittleEndian(entry[8..], Place.Document);
        BinaryPrimitives.WriteInt32LittleEndian(entry[16..], Place.DocumentLength);
        BinaryPrimitives.WriteInt64LittleEndian(entry[20..], Place.Source);
        BinaryPrimitives.WriteInt32LittleEndian(entry[28..], Place.SourceLength);
    }

    /// <inheritdoc/>
    public int CompareTo(OffsetEntry other) =>
        Key != other.Key ? Key.CompareTo(other.Key) : Place.Document.CompareTo(other.Place.Document);
}

/// <summary>
/// <c>documents.offsets</c>: an <see cref="OffsetEntry"/> a document, ordered, so that a document is found by halving.
/// </summary>
internal static class DocumentOffsets
{
    /// <summary>The places that may be a document's: mostly one, none when there is no such document.</summary>
    /// <param name="file">The file, opened for reading.</param>
    /// <param name="id">The document's id.</param>
    public static IEnumerable<DocumentPlace> Find(SafeFileHandle file, string id) =>
        Find(RandomAccess.GetLength(file) / OffsetEntry.Size, number => Read(file, number), OffsetEntry.KeyOf(id));

    /// <summary>The places of a key.</summary>
    /// <param name="count">The number of entries.</param>
    /// <param name="entryAt">Gives an entry by its number.</param>
    /// <param name="key">The key.</param>
    public static IEnumerable<DocumentPlace> Find(long count, Func<long, OffsetEntry> entryAt, ulong key)
    {
        var (low, high) = (0L, count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (entryAt(middle).Key >= key) high = middle;
            else low = middle + 1;
        }

        for (; low < count && entryAt(low) is var entry && entry.Key == key; low++) yield return entry.Place;
    }

    private static OffsetEntry Read(SafeFileHandle file, long number)
    {
        Span<byte> entry = stackalloc byte[OffsetEntry.Size];
        if (RandomAccess.Read(file, entry, number * OffsetEntry.Size) != OffsetEntry.Size) throw new EndOfStreamException();
        return OffsetEntry.Read(entry);
    }
}
