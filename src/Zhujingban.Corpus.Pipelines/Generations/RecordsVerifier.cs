using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Reads the records of a generation side by side, document by document, and proves that they belong together.</summary>
/// <param name="folder">The generation's folder.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class RecordsVerifier(string folder, FaultList faults)
{
    private GenerationCounts _counts = new();

    /// <summary>Proves the records against each other and against the counts of the manifest.</summary>
    public void Verify(GenerationCounts counts, Action<int>? progress, CancellationToken cancel)
    {
        try
        {
            using var offsets = new OffsetsProof(folder);
            VerifyDocuments(counts, offsets, progress, cancel);
            VerifyDiagnostics(cancel);
            VerifyOffsets(offsets);
            if (_counts != counts) faults.Add(GenerationFiles.Manifest, null, $"The records hold {_counts}, the manifest says {counts}.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            faults.Add(".", null, "The records cannot be read to their end.");
        }
    }

    private void VerifyDocuments(GenerationCounts counts, OffsetsProof offsets, Action<int>? progress, CancellationToken cancel)
    {
        using var documentStream = Open(GenerationFiles.Documents);
        using var sourceStream = Open(GenerationFiles.Sources);
        var documents = new LineReader(documentStream, GenerationFiles.LongestLine);
        var sources = new LineReader(sourceStream, GenerationFiles.LongestLine);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var (hasDocument, hasSource) = (documents.Read(), sources.Read());
            if (hasDocument != hasSource) faults.Add(GenerationFiles.Sources, null, "Documents and sources are not equally many.");
            if (!hasDocument || !hasSource) return;
            VerifyPair(documents, sources, offsets);
            progress?.Invoke(Math.Min(documents.Number, counts.Documents));
        }
    }

    private void VerifyPair(LineReader documents, LineReader sources, OffsetsProof offsets)
    {
        var document = Read<DocumentRecord>(documents, GenerationFiles.Documents);
        var source = Read<StoredSource>(sources, GenerationFiles.Sources);
        if (document is null || source is null) return;
        try
        {
            offsets.Add(document.Id, new DocumentPlace(documents.Offset, documents.Line.Length, sources.Offset, sources.Line.Length));
            foreach (var (place, message) in DocumentProof.Faults(document, source))
                faults.Add(GenerationFiles.Documents, OneLine.Escape(place), message);
            _counts = _counts with
            {
                Documents = _counts.Documents + 1,
                Sections = _counts.Sections + document.Sections.Count,
                Clauses = _counts.Clauses + document.Clauses.Count(clause => clause.Kind == ClauseKind.Clause),
                Entries = _counts.Entries + IndexEntries.CountOf(document),
            };
        }
        catch (Exception wrong) when (wrong is NullReferenceException or ArgumentException or OverflowException)
        {
            // JSON may say null wherever the record's shape does not.
            faults.Add(GenerationFiles.Documents, $"line {documents.Number}", "The record lacks a part that it must have.");
        }
    }

    private void VerifyDiagnostics(CancellationToken cancel)
    {
        using var stream = Open(GenerationFiles.Diagnostics);
        var lines = new LineReader(stream, GenerationFiles.LongestLine);
        while (lines.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (Read<BuildDiagnostic>(lines, GenerationFiles.Diagnostics) is not { } diagnostic) continue;
            _counts = _counts with { Diagnostics = _counts.Diagnostics + 1, Failed = _counts.Failed + (diagnostic.Failed ? 1 : 0) };
        }
    }

    private void VerifyOffsets(OffsetsProof offsets)
    {
        if (!offsets.IsSound())
        {
            faults.Add(GenerationFiles.Offsets, null, "The offsets are not those of the documents.");
            return;
        }

        foreach (var (left, right) in offsets.Doubtful())
        {
            if (IdAt(left) is { } id && id == IdAt(right))
                faults.Add(GenerationFiles.Documents, OneLine.Escape(id), "Another document has the same id.");
        }
    }

    private string? IdAt(DocumentPlace place)
    {
        using var stream = Open(GenerationFiles.Documents);
        stream.Position = place.Document;
        var line = new byte[place.DocumentLength];
        stream.ReadExactly(line);
        return GenerationJson.TryRead<DocumentRecord>(line, out _)?.Id;
    }

    private T? Read<T>(LineReader lines, string file)
        where T : class
    {
        var place = $"line {lines.Number}";
        if (lines.IsTooLong) faults.Add(file, place, "The line is too long to be a record.");
        if (!lines.IsClosed) faults.Add(file, place, "The line is cut off.");
        if (lines.IsTooLong) return null;
        var record = GenerationJson.TryRead<T>(lines.Line.Span, out var fault);
        if (record is null) faults.Add(file, place, fault);
        return record;
    }

    private FileStream Open(string file) =>
        new(Path.Combine(folder, file), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
}
