using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The opened files of an index.</summary>
internal sealed class Segment : IDisposable
{
    private static readonly IndexFileKind[] Kinds =
        [IndexFileKind.Terms, IndexFileKind.Postings, IndexFileKind.Positions, IndexFileKind.Norms, IndexFileKind.Entries, IndexFileKind.Facets];

    private readonly List<IndexFile> _files = [];
    private readonly TermDictionary _terms;
    private readonly EntryStore _entries;
    private readonly IndexFile _norms;

    private Segment(IndexManifest manifest, uint fingerprint, List<IndexFile> files)
    {
        Fingerprint = fingerprint;
        Statistics = manifest.Statistics;
        _files = files;
        _terms = new TermDictionary(FileOf(IndexFileKind.Terms), manifest.Terms);
        _entries = new EntryStore(FileOf(IndexFileKind.Entries), manifest.EntriesOffset, Count);
        Facets = new FacetColumns(FileOf(IndexFileKind.Facets), Count);
        _norms = FileOf(IndexFileKind.Norms);
        if (_norms.Length != Count * (long)(Fields.Count + sizeof(uint)))
            throw new SearchIndexDamagedException(_norms.Path, "its entries are not those of the manifest");
    }

    /// <summary>Tells it from segments with other content.</summary>
    public uint Fingerprint { get; }

    /// <summary>What ranking needs to know.</summary>
    public CorpusStatistics Statistics { get; }

    /// <summary>What the entries are counted and filtered by.</summary>
    public FacetColumns Facets { get; }

    /// <summary>The number of entries.</summary>
    public int Count => Statistics.Entries;

    /// <summary>Opens the files of a folder.</summary>
    /// <exception cref="SearchIndexDamagedException">One of them is missing, damaged, or of another index.</exception>
    public static Segment Open(string folder)
    {
        var files = new List<IndexFile>();
        try
        {
            var manifest = ReadManifest(folder, out var fingerprint);
            foreach (var kind in Kinds)
            {
                var file = IndexFile.Open(folder, kind);
                files.Add(file);
                if (!manifest.Files.Contains(file.Summary)) throw new SearchIndexDamagedException(file.Path, "it belongs to another index");
            }

            return new Segment(manifest, fingerprint, files);
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    /// <summary>Finds a term.</summary>
    public TermInfo? Find(ReadOnlySpan<byte> term) => _terms.Find(term);

    /// <summary>The terms that begin so, in order.</summary>
    public List<(byte[] Term, TermInfo Info)> StartingWith(ReadOnlySpan<byte> prefix) => _terms.StartingWith(prefix);

    /// <summary>A cursor over the entries that hold a term.</summary>
    public PostingsCursor Cursor(TermInfo term) => new(FileOf(IndexFileKind.Postings), FileOf(IndexFileKind.Positions), term);

    /// <summary>The codes of all entries' field lengths, one entry after another.</summary>
    public ReadOnlySpan<byte> Lengths => _norms.Slice(0, checked(Count * Fields.Count));

    /// <summary>The codes of an entry's field lengths.</summary>
    public ReadOnlySpan<byte> LengthsOf(int entry) => _norms.Slice((long)entry * Fields.Count, Fields.Count);

    /// <summary>An entry's place in the order of ids.</summary>
    public int RankOf(int entry) => BinaryPrimitives.ReadInt32LittleEndian(
        _norms.Slice(((long)Count * Fields.Count) + ((long)entry * sizeof(uint)), sizeof(uint)));

    /// <summary>Reads an entry.</summary>
    public IndexEntry Read(int entry) => _entries.Read(entry);

    /// <summary>Reads every byte of every file.</summary>
    public static IEnumerable<SearchIndexDamagedException> FindFaults(string folder)
    {
        foreach (var kind in Kinds.Prepend(IndexFileKind.Manifest))
        {
            SearchIndexDamagedException? fault = null;
            try
            {
                using var file = IndexFile.Open(folder, kind);
                file.CheckWhole();
            }
            catch (SearchIndexDamagedException error)
            {
                fault = error;
            }

            if (fault is not null) yield return fault;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private static IndexManifest ReadManifest(string folder, out uint fingerprint)
    {
        using var file = IndexFile.Open(folder, IndexFileKind.Manifest);
        fingerprint = file.Summary.Checksum;
        try
        {
            return IndexManifest.Read(file);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw new SearchIndexDamagedException(file.Path, "it cannot be read", error);
        }
    }

    /// <summary>True for what reading past the written structure throws.</summary>
    internal static bool IsUnreadable(Exception error) => 
        error is InvalidDataException or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException;

    private IndexFile FileOf(IndexFileKind kind) => _files[Array.IndexOf(Kinds, kind)];
}
