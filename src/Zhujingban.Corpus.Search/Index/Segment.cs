using System.Buffers.Binary;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The opened files of a segment. It counts its entries from 0.</summary>
internal sealed class Segment : IDisposable
{
    private readonly IndexFile[] _files;
    private readonly IndexFile _order;
    private readonly TermDictionary _terms;
    private readonly EntryStore _entries;
    private readonly EntryIds _ids;
    private readonly IndexFile _norms;
    private float _boundScale = 1;

    private Segment(SegmentManifest manifest, IndexFile[] files, int start, IndexFile order)
    {
        (Statistics, Start, _files, _order) = (manifest.Statistics, start, files, order);
        _terms = new TermDictionary(FileOf(IndexFileKind.Terms), manifest.Terms);
        _entries = new EntryStore(FileOf(IndexFileKind.Entries), manifest.EntriesOffset, Count);
        _ids = new EntryIds(FileOf(IndexFileKind.Ids), Count);
        Facets = new FacetColumns(FileOf(IndexFileKind.Facets), Count);
        _norms = FileOf(IndexFileKind.Norms);
        if (_norms.Length != Count * (long)Fields.Count)
            throw new SearchIndexDamagedException(_norms.Path, "its entries are not those of the manifest");
    }

    /// <summary>The kinds of its files.</summary>
    public static IReadOnlyList<IndexFileKind> Kinds { get; } =
        [IndexFileKind.Terms, IndexFileKind.Postings, IndexFileKind.Positions, IndexFileKind.Norms, IndexFileKind.Entries, IndexFileKind.Facets, IndexFileKind.Ids];

    /// <summary>What ranking needs to know of its entries.</summary>
    public CorpusStatistics Statistics { get; }

    /// <summary>What the entries are counted and filtered by.</summary>
    public FacetColumns Facets { get; }

    /// <summary>The number of entries.</summary>
    public int Count => Statistics.Entries;

    /// <summary>How many entries the segments before it have.</summary>
    public int Start { get; }

    /// <summary>Opens a segment.</summary>
    /// <param name="folder">The folder of the index.</param>
    /// <param name="number">Its number in the index, from 1.</param>
    /// <param name="manifest">What it consists of.</param>
    /// <param name="start">How many entries the segments before it have.</param>
    /// <param name="order">Where every entry of the index stands in the order of ids.</param>
    /// <exception cref="SearchIndexDamagedException">One of its files is missing, damaged, or of another index.</exception>
    public static Segment Open(string folder, int number, SegmentManifest manifest, int start, IndexFile order)
    {
        var files = new List<IndexFile>();
        try
        {
            foreach (var kind in Kinds)
            {
                var file = IndexFile.Open(folder, kind, number);
                files.Add(file);
                if (!manifest.Files.Contains(file.Summary)) throw new SearchIndexDamagedException(file.Path, "it belongs to another index");
            }

            return new Segment(manifest, [.. files], start, order);
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    /// <summary>Whether a folder has a file of a segment.</summary>
    public static bool Exists(string folder, int number) => Kinds.Any(kind => File.Exists(Path.Combine(folder, IndexFileFormat.NameOf(kind, number))));

    /// <summary>
    /// Says what a match is worth in the whole index. The bounds of blocks were written for the segment's own mean lengths: they are
    /// raised by the most that anything counts more now.
    /// </summary>
    public void RankBy(Bm25F ranking) => _boundScale = ranking.GreatestGain(new Bm25F(Statistics));

    /// <summary>Finds a term.</summary>
    public TermInfo? Find(ReadOnlySpan<byte> term) => _terms.Find(term);

    /// <summary>The terms that begin so, in order.</summary>
    public List<(byte[] Term, TermInfo Info)> StartingWith(ReadOnlySpan<byte> prefix) => _terms.StartingWith(prefix);

    /// <summary>All terms, in order.</summary>
    public IEnumerable<(byte[] Term, TermInfo Info)> Terms => _terms.All();

    /// <summary>A cursor over the entries that hold a term.</summary>
    public PostingsCursor Cursor(TermInfo term) => new(FileOf(IndexFileKind.Postings), FileOf(IndexFileKind.Positions), term, _boundScale);

    /// <summary>The codes of all entries' field lengths, one entry after another.</summary>
    public ReadOnlySpan<byte> Lengths => _norms.Slice(0, checked(Count * Fields.Count));

    /// <summary>The codes of an entry's field lengths.</summary>
    public ReadOnlySpan<byte> LengthsOf(int entry) => _norms.Slice((long)entry * Fields.Count, Fields.Count);

    /// <summary>An entry's place in the order of all ids of the index.</summary>
    public int RankOf(int entry) => BinaryPrimitives.ReadInt32LittleEndian(_order.Slice((long)(Start + entry) * sizeof(uint), sizeof(uint)));

    /// <summary>Reads an entry.</summary>
    public IndexEntry Read(int entry) => _entries.Read(entry, ReadId(entry));

    /// <summary>Reads an entry's id.</summary>
    public string ReadId(int entry) => _ids.Read(entry);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    /// <summary>True for what reading past the written structure throws.</summary>
    internal static bool IsUnreadable(Exception error) => 
        error is InvalidDataException or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException;

    private IndexFile FileOf(IndexFileKind kind) => _files[kind - IndexFileKind.Terms];
}
