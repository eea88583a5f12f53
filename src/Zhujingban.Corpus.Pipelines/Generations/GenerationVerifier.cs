namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>What came of a verification.</summary>
/// <param name="Id">The generation's id.</param>
/// <param name="Counts">How much its manifest says it holds; null when that cannot be read.</param>
/// <param name="Faults">What is wrong; none for a sound generation.</param>
public sealed record VerificationReport(string Id, GenerationCounts? Counts, IReadOnlyList<GenerationFault> Faults);

/// <summary>
/// Proves a generation: that its files are the listed ones, byte for byte; that no document lost anything of its source, and
/// every span and text is what the source says; that the counts, the offsets and the index are those of the documents.
/// Whatever is damaged gives faults, never an exception.
/// </summary>
/// <param name="indexes">Where search indexes come from.</param>
public sealed class GenerationVerifier(ISearchIndexStore indexes)
{
    /// <summary>Proves the live generation of an output folder.</summary>
    /// <exception cref="PipelineException">There is none (exit code 3).</exception>
    public VerificationReport VerifyCurrent(string output, CancellationToken cancel = default) =>
        Verify(output, GenerationReader.RequireCurrent(output), cancel);

    /// <summary>Proves a generation of an output folder.</summary>
    /// <exception cref="PipelineException">There is none (exit code 3).</exception>
    public VerificationReport Verify(string output, string id, CancellationToken cancel = default) =>
        VerifyFolder(GenerationReader.FolderOf(output, id), id, null, cancel);

    /// <summary>Proves the generation in a folder.</summary>
    /// <param name="folder">The generation's folder.</param>
    /// <param name="id">The id that it must have.</param>
    /// <param name="progress">Takes the number of documents that are proven.</param>
    /// <param name="cancel">Ends the work between documents.</param>
    internal VerificationReport VerifyFolder(string folder, string id, Action<int>? progress, CancellationToken cancel)
    {
        var faults = new FaultList();
        var manifest = ReadManifest(folder, id, faults);
        if (manifest is not null)
        {
            CheckFiles(folder, manifest, faults, cancel);
            new RecordsVerifier(folder, faults).Verify(manifest.Counts, progress, cancel);
            CheckIndex(folder, manifest, faults);
        }

        return new VerificationReport(id, manifest?.Counts, faults.ToList());
    }

    private static GenerationManifest? ReadManifest(string folder, string id, FaultList faults)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, GenerationFiles.Manifest));
            if (GenerationJson.TryRead<GenerationManifest>(bytes, out var fault) is not { } manifest)
            {
                faults.Add(GenerationFiles.Manifest, null, fault);
                return null;
            }

            if (manifest.Files is null || manifest.Counts is null || manifest.Files.Any(file => file?.Path is null))
            {
                faults.Add(GenerationFiles.Manifest, null, "The manifest lacks its files or counts.");
                return null;
            }

            if (manifest.Id != id)
                faults.Add(GenerationFiles.Manifest, null, $"The manifest is of the generation {OneLine.Quote(manifest.Id)}, not {id}.");
            if (manifest.Id != GenerationWriter.IdOf(manifest))
                faults.Add(GenerationFiles.Manifest, null, "The manifest's id is not the hash of what it says.");
            else if (!GenerationWriter.FileOf(manifest).AsSpan().SequenceEqual(bytes))
                faults.Add(GenerationFiles.Manifest, null, "The manifest is not written as a build writes it.");
            return manifest;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            faults.Add(GenerationFiles.Manifest, null, "The file cannot be read.");
            return null;
        }
    }

    private static void CheckFiles(string folder, GenerationManifest manifest, FaultList faults, CancellationToken cancel)
    {
        var found = GenerationFiles.Below(folder).ToHashSet(StringComparer.Ordinal);
        var listed = manifest.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in found.Order(StringComparer.Ordinal).Where(path => path != GenerationFiles.Manifest && !listed.Contains(path)))
            faults.Add(OneLine.Escape(path), null, "The file is not in the manifest.");
        foreach (var path in GenerationFiles.Records.Where(path => !listed.Contains(path)))
            faults.Add(GenerationFiles.Manifest, null, $"The manifest does not list {path}.");
        foreach (var file in manifest.Files)
        {
            cancel.ThrowIfCancellationRequested();
            var path = OneLine.Escape(file.Path);
            if (!found.Contains(file.Path)) faults.Add(path, null, "The file is missing.");
            else CheckFile(folder, file, path, faults);
        }
    }

    private static void CheckFile(string folder, GenerationFile file, string shown, FaultList faults)
    {
        try
        {
            var now = FileChecksum.Of(folder, file.Path);
            if (now.Size != file.Size) faults.Add(shown, null, $"The file has {now.Size} bytes, the manifest says {file.Size}.");
            else if (now.Sha256 != file.Sha256) faults.Add(shown, null, "The file's SHA-256 is not the manifest's.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            faults.Add(shown, null, "The file cannot be read.");
        }
    }

    private void CheckIndex(string folder, GenerationManifest manifest, FaultList faults)
    {
        var path = Path.Combine(folder, GenerationFiles.Index);
        try
        {
            foreach (var fault in indexes.Verify(path)) faults.Add(GenerationFiles.Index, null, OneLine.Escape(fault));
            using var index = indexes.Open(path);
            var entries = manifest.Counts.Entries;
            if (index.Count != entries)
                faults.Add(GenerationFiles.Index, null, $"The index has {index.Count} entries, the manifest says {entries}.");
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException and not OutOfMemoryException)
        {
            // The index is another project's file format: whatever its reader trips over is damage here.
            faults.Add(GenerationFiles.Index, null, $"The index cannot be opened ({wrong.GetType().Name}).");
        }
    }
}
