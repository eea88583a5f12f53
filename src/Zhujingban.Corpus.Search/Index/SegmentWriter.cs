using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes the files of one segment: its entries one after another, at the end its terms.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly string _folder;
    private readonly int _number;
    private readonly SortedRuns _facetRuns;
    private readonly FacetColumnsWriter _facets;
    private readonly IndexFileWriter _entriesFile;
    private readonly EntryStoreWriter _entries;
    private readonly IndexFileWriter _idsFile;
    private readonly EntryIdsWriter _ids;

    /// <summary>Starts a segment.</summary>
    /// <param name="folder">The folder of the index.</param>
    /// <param name="number">Its number in the index, from 1.</param>
    /// <param name="capacity">How much of the facets is kept in memory.</param>
    public SegmentWriter(string folder, int number, int capacity)
    {
        (_folder, _number) = (folder, number);
        _facetRuns = new SortedRuns(folder, "facets");
        _facets = new FacetColumnsWriter(_facetRuns, capacity);
        _entriesFile = new IndexFileWriter(folder, IndexFileKind.Entries, number);
        _entries = new EntryStoreWriter(_entriesFile);
        _idsFile = new IndexFileWriter(folder, IndexFileKind.Ids, number);
        _ids = new EntryIdsWriter(_idsFile);
    }

    /// <summary>The lengths of its entries' fields; whoever adds an entry adds these too.</summary>
    public NormsBuilder Norms { get; } = new();

    /// <summary>The number of entries so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an entry.</summary>
    public void Add(IndexEntry entry)
    {
        _entries.Add(entry);
        _ids.Add(entry.Id);
        _facets.Add(entry);
        Count++;
    }

    /// <summary>Writes what is left.</summary>
    /// <param name="writeTerms">Writes the terms, sorted, with their postings.</param>
    public SegmentManifest Complete(Action<TermDictionaryWriter, PostingsWriter> writeTerms)
    {
        var files = new List<IndexFileSummary>();
        var terms = WriteTerms(writeTerms, files);
        using (var norms = new IndexFileWriter(_folder, IndexFileKind.Norms, _number))
        {
            Norms.Write(norms);
            files.Add(norms.Complete());
        }

        var entriesOffset = _entries.Finish();
        files.Add(_entriesFile.Complete());
        using (var facets = new IndexFileWriter(_folder, IndexFileKind.Facets, _number))
        {
            _facets.Write(facets);
            files.Add(facets.Complete());
        }

        _ids.Finish();
        files.Add(_idsFile.Complete());

        return new SegmentManifest(Norms.Statistics, terms, entriesOffset, files);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _entriesFile.Dispose();
        _idsFile.Dispose();
        _facetRuns.Dispose();
    }

    private TermDictionaryShape WriteTerms(Action<TermDictionaryWriter, PostingsWriter> write, List<IndexFileSummary> files)
    {
        using var termsFile = new IndexFileWriter(_folder, IndexFileKind.Terms, _number);
        using var postings = new IndexFileWriter(_folder, IndexFileKind.Postings, _number);
        using var positions = new IndexFileWriter(_folder, IndexFileKind.Positions, _number);
        var dictionary = new TermDictionaryWriter(termsFile);
        write(dictionary, new PostingsWriter(postings, positions, new Bm25F(Norms.Statistics), Norms));
        var shape = dictionary.Finish();
        files.AddRange([termsFile.Complete(), postings.Complete(), positions.Complete()]);
        return shape;
    }
}
