using System.Buffers.Binary;
using System.Buffers.Text;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Where a page of hits ends: what the next page starts behind. To others it is a word without a meaning.</summary>
/// <param name="Index">The index it is of.</param>
/// <param name="Query">The query it is of, see <see cref="HashOf"/>.</param>
/// <param name="Score">The score of the page's last hit.</param>
/// <param name="Entry">Its entry.</param>
/// <param name="Rank">Its place among all hits.</param>
internal readonly record struct PageCursor(uint Index, ulong Query, double Score, int Entry, int Rank)
{
    private const int Size = sizeof(uint) + sizeof(ulong) + sizeof(double) + sizeof(int) + sizeof(int);

    /// <summary>Tells a query from others; the limit may change from page to page.</summary>
    public static ulong HashOf(SearchRequest request)
    {
        const ulong Prime = 0x100000001B3;
        var hash = (0xCBF29CE484222325 ^ (uint)request.Mode) * Prime;
        foreach (var unit in request.Query) hash = (hash ^ unit) * Prime;
        return hash;
    }

    /// <summary>Reads a cursor and checks that it is of an index and query.</summary>
    /// <exception cref="SearchCursorException">It is not.</exception>
    public static PageCursor Read(string text, uint index, ulong query, int entries)
    {
        var bytes = new byte[Size + sizeof(uint)];
        if (!Base64Url.IsValid(text, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(text, bytes, out _)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(Size)) != IndexFileFormat.Checksum(bytes.AsSpan(0, Size)))
            throw new SearchCursorException("what follows which page is to be given is no end of a page");
        var cursor = new PageCursor(BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(4)),
            BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(12)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(20)),
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(24)));
        if (cursor.Index != index || (uint)cursor.Entry >= (uint)entries) throw new SearchCursorException("the page asked for follows one of another index");
        if (cursor.Query != query) throw new SearchCursorException("the page asked for follows one of another query");
        return cursor;
    }

    /// <summary>The cursor as a word.</summary>
    public override string ToString()
    {
        var bytes = new byte[Size + sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Index);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(4), Query);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(12), Score);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), Entry);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), Rank);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Size), IndexFileFormat.Checksum(bytes.AsSpan(0, Size)));
        return Base64Url.EncodeToString(bytes);
    }
}
