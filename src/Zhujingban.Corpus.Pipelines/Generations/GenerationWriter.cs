using System.Security.Cryptography;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Stages;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// Writes a generation into a folder of its own, document by document. Nothing in it tells when, where or by how many threads.
/// </summary>
internal sealed class GenerationWriter : IDisposable
{
    private readonly string _folder;
    private readonly RecordFile _documents;
    private readonly RecordFile _sources;
    private readonly RecordFile _diagnostics;
    private readonly DocumentOffsetsWriter _offsets;
    private readonly ISearchIndexBuilder _index;
    private GenerationCounts _counts = new();

    /// <summary>Begins a generation.</summary>
    /// <param name="folder">A folder that does not exist yet.</param>
    /// <param name="indexes">Where the search index comes from.</param>
    public GenerationWriter(string folder, ISearchIndexStore indexes)
    {
        _folder = folder;
        var index = Path.Combine(folder, GenerationFiles.Index);
        Directory.CreateDirectory(index);
        _documents = new RecordFile(folder, GenerationFiles.Documents);
        _sources = new RecordFile(folder, GenerationFiles.Sources);
        _diagnostics = new RecordFile(folder, GenerationFiles.Diagnostics);
        _offsets = new DocumentOffsetsWriter(folder);
        _index = indexes.Create(index);
    }

    /// <summary>How much there is so far.</summary>
    public GenerationCounts Counts => _counts;

    /// <summary>Adds a document, with its diagnostics and what can be found of it.</summary>
    public void Add(DocumentRecord record, StageResult lines)
    {
        _offsets.Add(record.Id, new DocumentPlace(_documents.Length, lines.Document.Length, _sources.Length, lines.Source.Length));
        _documents.AppendLine(lines.Document.Span);
        _sources.AppendLine(lines.Source.Span);
        var entries = 0;
        foreach (var entry in IndexEntries.Of(record))
        {
            _index.Add(entry);
            entries++;
        }

        _counts = _counts with
        {
            Documents = _counts.Documents + 1,
            Sections = _counts.Sections + record.Sections.Count,
            Clauses = _counts.Clauses + record.Clauses.Count(clause => clause.Kind == ClauseKind.Clause),
            Entries = _counts.Entries + entries,
        };
    }

    /// <summary>Adds what is to be said of a source.</summary>
    public void Add(BuildDiagnostic diagnostic)
    {
        _diagnostics.AppendLine(JsonSerializer.SerializeToUtf8Bytes(diagnostic, GenerationJson.Line));
        _counts = _counts with { Diagnostics = _counts.Diagnostics + 1, Failed = _counts.Failed + (diagnostic.Failed ? 1 : 0) };
    }

    /// <summary>Finishes every file and waits until the disk has them.</summary>
    /// <param name="pipeline">The pipeline's name.</param>
    public GenerationManifest Complete(string pipeline)
    {
        _index.Complete();
        _index.Dispose(); // Only then are its files closed and what it spilled gone.
        using var offsets = new RecordFile(_folder, GenerationFiles.Offsets);
        _offsets.WriteTo(offsets);
        _offsets.Dispose();
        List<GenerationFile> files = [_documents.Complete(), _sources.Complete(), _diagnostics.Complete(), offsets.Complete()];
        files.AddRange(GenerationFiles.Below(_folder).Where(path => path.StartsWith(GenerationFiles.Index + "/", StringComparison.Ordinal))
            .Select(path => FileChecksum.Of(_folder, path, flush: true)));
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        var manifest = new GenerationManifest
        {
            Id = "", Pipeline = pipeline, ProgramVersion = CodeVersion.OfProgram, Counts = _counts, Files = files,
        };
        manifest = manifest with { Id = IdOf(manifest) };
        using var file = new RecordFile(_folder, GenerationFiles.Manifest);
        file.Append(FileOf(manifest));
        file.Complete();
        return manifest;
    }

    /// <summary>The id that a manifest must have: a hash over everything else it says, every file's checksum included.</summary>
    public static string IdOf(GenerationManifest manifest) =>
        Convert.ToHexStringLower(SHA256.HashData(FileOf(manifest with { Id = "" })).AsSpan(0, 16));

    /// <summary>The bytes of a manifest's file.</summary>
    public static byte[] FileOf(GenerationManifest manifest) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(manifest, GenerationJson.Indented), (byte)'\n'];

    /// <inheritdoc/>
    public void Dispose()
    {
        _documents.Dispose();
        _sources.Dispose();
        _diagnostics.Dispose();
        _offsets.Dispose();
        _index.Dispose();
    }
}
