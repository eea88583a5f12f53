using System.Runtime.InteropServices;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search;

/// <summary>
/// Writes an index into a folder. Memory stays bounded whatever the number of entries: what does not fit is sorted, spilled beside
/// the index and merged at the end; only a few bytes an entry are kept. A folder that was not completed is not an index.
/// </summary>
public sealed class SearchIndexWriter : ISearchIndexBuilder
{
    private const int DefaultTokens = 1 << 22;
    private const int DefaultIds = 1 << 16;

    private readonly string _folder;
    private readonly ClauseAnalyzer _analyzer = new();
    private readonly NormsBuilder _norms = new();
    private readonly SortedRuns _tokenRuns;
    private readonly SortedRuns _idRuns;
    private readonly SortedRuns _facetRuns;
    private readonly TokenBuffer _tokens;
    private readonly IdOrder _ids;
    private readonly FacetColumnsWriter _facets;
    private readonly IndexFileWriter _entriesFile;
    private readonly EntryStoreWriter _entries;
    private int _count;
    private bool _completed;

    /// <summary>Starts an index.</summary>
    /// <param name="folder">
    /// Where to write it; it is created when it is not there. An index that it holds is deleted; who has it open can read on.
    /// </param>
    public SearchIndexWriter(string folder)
        : this(folder, DefaultTokens, DefaultIds)
    {
    }

    internal SearchIndexWriter(string folder, int tokens, int ids)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.GetFiles(folder, "*.run")) File.Delete(old);
        foreach (var kind in Enum.GetValues<IndexFileKind>()) File.Delete(Path.Combine(folder, IndexFileFormat.NameOf(kind)));
        (_tokenRuns, _idRuns) = (new SortedRuns(folder, "tokens"), new SortedRuns(folder, "ids"));
        (_tokens, _ids) = (new TokenBuffer(_tokenRuns, tokens), new IdOrder(_idRuns, ids));
        _facetRuns = new SortedRuns(folder, "facets");
        _facets = new FacetColumnsWriter(_facetRuns, ids);
        _entriesFile = new IndexFileWriter(folder, IndexFileKind.Entries);
        _entries = new EntryStoreWriter(_entriesFile);
    }

    /// <inheritdoc/>
    public void Add(IndexEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ObjectDisposedException.ThrowIf(_completed, this);
        for (var field = 0; field < Fields.Count; field++) AddField((Field)field, Fields.Of(entry, (Field)field));
        _entries.Add(entry);
        _ids.Add(entry.Id);
        _facets.Add(entry);
        _count++;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An id was added twice.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        _completed = true;
        var ranks = _ids.Ranks();
        _tokens.Spill();
        var files = new List<IndexFileSummary>();
        var terms = WriteTerms(files);
        using (var norms = new IndexFileWriter(_folder, IndexFileKind.Norms))
        {
            _norms.Write(norms, ranks);
            files.Add(norms.Complete());
        }

        var entriesOffset = _entries.Finish();
        files.Add(_entriesFile.Complete());
        using (var facets = new IndexFileWriter(_folder, IndexFileKind.Facets))
        {
            _facets.Write(facets);
            files.Add(facets.Complete());
        }

        using var manifest = new IndexFileWriter(_folder, IndexFileKind.Manifest);
        new IndexManifest(_norms.Statistics, terms, entriesOffset, files).Write(manifest);
        manifest.Complete();
    }

    /// <summary>Deletes what was spilled. Without <see cref="Complete"/> the folder holds no index.</summary>
    public void Dispose()
    {
        _completed = true;
        _entriesFile.Dispose();
        _tokenRuns.Dispose();
        _idRuns.Dispose();
        _facetRuns.Dispose();
    }

    private TermDictionaryShape WriteTerms(List<IndexFileSummary> files)
    {
        using var termsFile = new IndexFileWriter(_folder, IndexFileKind.Terms);
        using var postings = new IndexFileWriter(_folder, IndexFileKind.Postings);
        using var positions = new IndexFileWriter(_folder, IndexFileKind.Positions);
        var dictionary = new TermDictionaryWriter(termsFile);
        new TermMerger(dictionary, new PostingsWriter(postings, positions, new Bm25F(_norms.Statistics), _norms)).Merge(_tokenRuns);
        var shape = dictionary.Finish();
        files.AddRange([termsFile.Complete(), postings.Complete(), positions.Complete()]);
        return shape;
    }

    private void AddField(Field field, string content)
    {
        var analyzed = _analyzer.Analyze(content);
        var units = CollectionsMarshal.AsSpan(analyzed.Units);
        var aliases = CollectionsMarshal.AsSpan(analyzed.Aliases);
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            for (; !aliases.IsEmpty && aliases[0].Position <= unit.Position; aliases = aliases[1..]) AddAlias(field, aliases[0]);
            if (unit.Position > Place.HighestPosition) break;
            if (i > 0 && units[i - 1].Position + 1 < unit.Position) _tokens.AddWord(_count, Place.Of(field, unit.Position - 1), Terms.Separator);
            var place = Place.Of(field, unit.Position);
            if (!unit.IsIdeograph)
            {
                AddWord(place, analyzed, unit);
                continue;
            }

            _tokens.AddIdeograph(_count, place, unit.Ideograph);
            if (i + 1 < units.Length && units[i + 1] is { IsIdeograph: true } next && next.Position == unit.Position + 1)
                _tokens.AddBigram(_count, place, unit.Ideograph, next.Ideograph);
        }

        foreach (var alias in aliases) AddAlias(field, alias);
        _norms.Add((int)field, units.Length);
    }

    private void AddAlias(Field field, Alias alias)
    {
        if (alias.Position <= Place.HighestPosition) _tokens.AddWord(_count, Place.Of(field, alias.Position), alias.Term);
    }

    private void AddWord(uint place, AnalyzedText analyzed, Unit unit)
    {
        if (unit.Part == WordPart.Whole) _tokens.AddWord(_count, place, analyzed.Folded[unit.Start..unit.End]);
        else _tokens.AddWord(_count, place, analyzed.TermOf(unit));
    }
}
