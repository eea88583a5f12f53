using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>
/// The ids that records have taken so far. They are many: of each only 128 bits of its SHA-256 are kept, in tables that grow one by
/// one, so that ten million ids take a few hundred megabytes at the most and never twice that.
/// </summary>
/// <param name="documents">The ids of the documents that are no records; theirs, and all below them, are taken.</param>
internal sealed class RecordIds(IReadOnlySet<string> documents)
{
    private const int Tables = 256;
    private const int Smallest = 16;

    private readonly UInt128[]?[] _tables = new UInt128[]?[Tables];
    private readonly int[] _counts = new int[Tables];

    /// <summary>Takes an id; false when a record or a document has it already.</summary>
    public bool Take(string id)
    {
        var hash = id.IndexOf('#');
        if (documents.Contains(hash < 0 ? id : id[..hash])) return false;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), digest);

        // Zero marks a free place.
        return Add(digest[^1], BinaryPrimitives.ReadUInt128LittleEndian(digest) | 1);
    }

    private bool Add(int number, UInt128 key)
    {
        var table = _tables[number] ??= new UInt128[Smallest];
        if (_counts[number] >= table.Length / 4 * 3) table = _tables[number] = Grown(table);
        if (!Place(table, key)) return false;
        _counts[number]++;
        return true;
    }

    private static bool Place(UInt128[] table, UInt128 key)
    {
        for (var at = (int)((ulong)(key >> 64) % (ulong)table.Length); ; at = at + 1 == table.Length ? 0 : at + 1)
        {
            if (table[at] == key) return false;
            if (table[at] != UInt128.Zero) continue;
            table[at] = key;
            return true;
        }
    }

    private static UInt128[] Grown(UInt128[] table)
    {
        var grown = new UInt128[table.Length * 2];
        foreach (var key in table.Where(key => key != UInt128.Zero)) Place(grown, key);
        return grown;
    }
}
