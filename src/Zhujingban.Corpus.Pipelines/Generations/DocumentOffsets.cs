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

/// <summary>
/// <c>documents.offsets</c>: 32 bytes a document, ordered, so that a document is found by halving. An entry is, little-endian,
/// the first 8 bytes of the id's SHA-256 as a number, and its <see cref="DocumentPlace"/>.
/// </summary>
internal sealed class DocumentOffsets
{
    private const int EntrySize = 32;

    private readonly List<(ulong Key, DocumentPlace Place)> _entries = [];

    /// <summary>Adds a document.</summary>
    public void Add(string id, DocumentPlace place) => _entries.Add((KeyOf(id), place));

    /// <summary>The file's bytes.</summary>
    public IEnumerable<byte[]> Entries()
    {
        _entries.Sort((left, right) => left.Key != right.Key
            ? left.Key.CompareTo(right.Key) : left.Place.Document.CompareTo(right.Place.Document));
        foreach (var (key, place) in _entries)
        {
            var entry = new byte[EntrySize];
            BinaryPrimitives.WriteUInt64LittleEndian(entry, key);
            BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(8), place.Document);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(16), place.DocumentLength);
            BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(20), place.Source);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(28), place.SourceLength);
            yield return entry;
        }
    }

    /// <summary>The places that may be a document's: mostly one, none when there is no such document.</summary>
    /// <param name="file">The file, opened for reading.</param>
    /// <param name="id">The document's id.</param>
    public static IEnumerable<DocumentPlace> Find(SafeFileHandle file, string id)
    {
        var key = KeyOf(id);
        var count = RandomAccess.GetLength(file) / EntrySize;
        var (low, high) = (0L, count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Read(file, middle).Key >= key) high = middle;
            else low = middle + 1;
        }

        for (; low < count && Read(file, low) is var entry && entry.Key == key; low++) yield return entry.Place;
    }

    private static (ulong Key, DocumentPlace Place) Read(SafeFileHandle file, long number)
    {
        Span<byte> entry = stackalloc byte[EntrySize];
        if (RandomAccess.Read(file, entry, number * EntrySize) != EntrySize) throw new EndOfStreamException();
        return (BinaryPrimitives.ReadUInt64LittleEndian(entry), new DocumentPlace(
            BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadInt32LittleEndian(entry[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(entry[20..]), BinaryPrimitives.ReadInt32LittleEndian(entry[28..])));
    }

    private static ulong KeyOf(string id) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
