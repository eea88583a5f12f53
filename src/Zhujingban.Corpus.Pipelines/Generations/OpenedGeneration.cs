using Microsoft.Win32.SafeHandles;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// One generation, opened for reading: immutable, whatever is published beside it. Safe for use by several threads. What is
/// damaged gives a <see cref="PipelineException"/> when it is read.
/// </summary>
public sealed class OpenedGeneration : IDisposable
{
    private readonly SafeFileHandle _documents;
    private readonly SafeFileHandle _sources;
    private readonly SafeFileHandle _offsets;
    private readonly Lazy<ISearchIndex> _index;

    internal OpenedGeneration(string folder, GenerationManifest manifest, ISearchIndexStore indexes)
    {
        Folder = folder;
        Manifest = manifest;
        _documents = File.OpenHandle(Path.Combine(folder, GenerationFiles.Documents));
        _sources = File.OpenHandle(Path.Combine(folder, GenerationFiles.Sources));
        _offsets = File.OpenHandle(Path.Combine(folder, GenerationFiles.Offsets));
        _index = new Lazy<ISearchIndex>(() => OpenIndex(indexes));
    }

    /// <summary>The generation's id.</summary>
    public string Id => Manifest.Id;

    /// <summary>The full path of its folder.</summary>
    public string Folder { get; }

    /// <summary>What it is and holds.</summary>
    public GenerationManifest Manifest { get; }

    /// <summary>Its search index, opened when it is first asked for and closed with the generation.</summary>
    public ISearchIndex Index => _index.Value;

    /// <summary>Finds a document; null when there is none of this id.</summary>
    /// <param name="id">The document's id.</param>
    public DocumentRecord? FindDocument(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Guard(GenerationFiles.Documents, () => DocumentOffsets.Find(_offsets, id)
            .Select(place => ReadAt<DocumentRecord>(_documents, GenerationFiles.Documents, place.Document, place.DocumentLength))
            .FirstOrDefault(document => document.Id == id));
    }

    /// <summary>Finds a clause and its document; null when there is none of this id.</summary>
    /// <param name="id"><c>documentId#eId</c>, or the id of a ready-made record.</param>
    public (DocumentRecord Document, ClauseRecord Clause)? FindClause(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (FindDocument(id) is { Format: SourceFormat.Records, Clauses: [var only] } record) return (record, only);
        var hash = id.IndexOf('#');
        if (hash < 0 || FindDocument(id[..hash]) is not { } document) return null;
        return document.Clauses.FirstOrDefault(clause => clause.Id == id) is { } clause ? (document, clause) : null;
    }

    /// <summary>Finds a section and its document; null when there is none of this id.</summary>
    /// <param name="id"><c>documentId#eId</c>.</param>
    public (DocumentRecord Document, SectionRecord Section)? FindSection(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var hash = id.IndexOf('#');
        if (hash < 0 || FindDocument(id[..hash]) is not { } document) return null;
        return document.Sections.FirstOrDefault(section => section.EId == id[(hash + 1)..]) is { } section ? (document, section) : null;
    }

    /// <summary>Finds the source of a document; null when there is none of this id.</summary>
    /// <param name="id">The document's id.</param>
    public StoredSource? FindSource(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Guard(GenerationFiles.Sources, () => DocumentOffsets.Find(_offsets, id)
            .Select(place => ReadAt<StoredSource>(_sources, GenerationFiles.Sources, place.Source, place.SourceLength))
            .FirstOrDefault(source => source.Id == id));
    }

    /// <summary>The documents, in their order, one in memory at a time; none when the file is not as the build wrote it.</summary>
    public IEnumerable<DocumentRecord> Documents() => Records<DocumentRecord>(GenerationFiles.Documents);

    /// <summary>The lines of <c>documents.jsonl</c> as stored, without line feeds; each is good until the next is asked for. None when the file is not as the build wrote it.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> DocumentLines() => Lines(GenerationFiles.Documents);

    /// <summary>What the build had to say.</summary>
    public IEnumerable<BuildDiagnostic> Diagnostics() => Records<BuildDiagnostic>(GenerationFiles.Diagnostics);

    /// <inheritdoc/>
    public void Dispose()
    {
        _documents.Dispose();
        _sources.Dispose();
        _offsets.Dispose();
        if (_index.IsValueCreated) _index.Value.Dispose();
    }

    /// <summary>Opens the index when its files have the listed sizes: a whole index of another generation would answer under this one's id.</summary>
    private ISearchIndex OpenIndex(ISearchIndexStore indexes)
    {
        foreach (var listed in Manifest.Files?.Where(file => file?.Path?.StartsWith($"{GenerationFiles.Index}/", StringComparison.Ordinal) == true) ?? [])
        {
            var found = new FileInfo(Path.Combine(Folder, listed.Path));
            if (!found.Exists) throw Damaged(listed.Path, "The file is missing.");
            if (found.Length != listed.Size) throw Damaged(listed.Path, $"The file has {found.Length} bytes, the manifest says {listed.Size}.");
        }

        return Guard(GenerationFiles.Index, () => indexes.Open(Path.Combine(Folder, GenerationFiles.Index)));
    }

    private IEnumerable<T> Records<T>(string file)
        where T : class
    {
        var number = 0;
        foreach (var line in Lines(file))
        {
            number++;
            yield return GenerationJson.TryRead<T>(line.Span, out var fault) ?? throw Damaged($"{file}:{number}", fault);
        }
    }

    /// <summary>The file is proven before its first line is given, so that nobody takes a part of it, or another text, for the whole.</summary>
    private IEnumerable<ReadOnlyMemory<byte>> Lines(string file)
    {
        if (Guard(file, () => new RecordDamage(Folder, file).Find(Manifest)) is { } damage)
            throw Damaged(damage.Line is { } number ? $"{file}:{number}" : file, damage.Fault);
        using var stream = Guard(file, () => new FileStream(
            Path.Combine(Folder, file), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
        var lines = new LineReader(stream, GenerationFiles.LongestLine);
        while (Guard(file, lines.Read)) yield return lines.Line;
    }

    private T ReadAt<T>(SafeFileHandle file, string name, long offset, int length)
        where T : class
    {
        if (offset < 0 || length < 0 || offset + length > RandomAccess.GetLength(file))
            throw Damaged(GenerationFiles.Offsets, "An entry points outside its file.");
        var line = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(file, line.AsSpan(read), offset + read);
            if (more == 0) throw Damaged(name, "The file ends too early.");
            read += more;
        }

        return GenerationJson.TryRead<T>(line, out var fault) ?? throw Damaged(name, fault);
    }

    private T Guard<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SearchIndexDamagedException wrong)
        {
            throw new PipelineException(ExitCode.InputMissing, $"{OneLine.Escape(wrong.Message)}; `verify` tells what else is wrong", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw Damaged(file, "The file cannot be read.", wrong);
        }
    }

    private PipelineException Damaged(string file, string fault, Exception? wrong = null) => new(ExitCode.InputMissing,
        $"{OneLine.Escape(Path.Combine(Folder, file))}: {fault} `verify` tells what else is wrong.", wrong);
}
