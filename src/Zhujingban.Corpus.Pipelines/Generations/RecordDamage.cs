using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Tells a file of records that is not the one that the build wrote, and on which line the damage shows.</summary>
/// <param name="folder">The generation's folder.</param>
/// <param name="file">The file.</param>
internal sealed class RecordDamage(string folder, string file)
{
    /// <summary>What is wrong with the file; null when size and checksum are the manifest's. The line is null where every line looks sound.</summary>
    public (int? Line, string Fault)? Find(GenerationManifest manifest)
    {
        if (manifest.Files?.FirstOrDefault(listed => listed?.Path == file) is not { } listed) return (null, "The manifest does not list the file.");
        var now = FileChecksum.Of(folder, file);
        if (now == listed) return null;
        using var lineStream = Open(file);
        using var sourceStream = Open(GenerationFiles.Sources);
        var lines = new LineReader(lineStream, GenerationFiles.LongestLine);
        var sources = new LineReader(sourceStream, GenerationFiles.LongestLine);
        while (lines.Read())
        {
            var source = file == GenerationFiles.Documents && sources.Read() ? sources.Line : default;
            if (FaultOf(lines, source.Span) is { } fault) return (lines.Number, fault);
        }

        return now.Size < listed.Size
            ? (lines.Number, $"The file ends behind this line, at byte {now.Size} of {listed.Size}.")
            : (null, "The file's SHA-256 is not the manifest's.");
    }

    private string? FaultOf(LineReader line, ReadOnlySpan<byte> source)
    {
        if (!line.IsClosed) return "The line is cut off.";
        if (line.IsTooLong) return "The line is too long to be a record.";
        string fault;
        if (file != GenerationFiles.Documents) return GenerationJson.TryRead<BuildDiagnostic>(line.Line.Span, out fault) is null ? fault : null;
        if (GenerationJson.TryRead<DocumentRecord>(line.Line.Span, out fault) is not { } document) return fault;
        if (GenerationJson.TryRead<StoredSource>(source, out _) is not { } stored) return null;
        try
        {
            return DocumentProof.Faults(document, stored).Select(found => $"{OneLine.Escape(found.Place)}: {found.Message}").FirstOrDefault();
        }
        catch (Exception wrong) when (wrong is NullReferenceException or ArgumentException or OverflowException)
        {
            // JSON may say null wherever the record's shape does not.
            return "The record lacks a part that it must have.";
        }
    }

    private FileStream Open(string name) =>
        new(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
}
