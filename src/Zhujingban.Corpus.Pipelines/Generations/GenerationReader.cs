namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Opens the generations of an output folder.</summary>
/// <param name="indexes">Where search indexes come from.</param>
public sealed class GenerationReader(ISearchIndexStore indexes)
{
    private const int Attempts = 3;

    /// <summary>Opens the live generation. What is published later is not seen by it.</summary>
    /// <param name="output">The output folder of a pipeline.</param>
    /// <exception cref="PipelineException">There is none, or it cannot be read (exit code 3).</exception>
    public OpenedGeneration OpenCurrent(string output)
    {
        for (var attempt = 1; ; attempt++)
        {
            var id = RequireCurrent(output);
            try
            {
                return Open(output, id);
            }
            catch (PipelineException) when (attempt < Attempts && new OutputFolder(Path.GetFullPath(output)).CurrentId() != id)
            {
                // Another one went live, and this one went away, between the two steps.
            }
        }
    }

    /// <summary>Opens a generation by its id.</summary>
    /// <exception cref="PipelineException">There is none, or it cannot be read (exit code 3).</exception>
    public OpenedGeneration Open(string output, string id)
    {
        var folder = FolderOf(output, id);
        var shown = OneLine.Escape(folder);
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, GenerationFiles.Manifest));
            var manifest = GenerationJson.TryRead<GenerationManifest>(bytes, out var fault)
                ?? throw new PipelineException(ExitCode.InputMissing, $"{shown}/{GenerationFiles.Manifest}: {fault}");
            return new OpenedGeneration(folder, manifest, indexes);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.InputMissing,
                $"{shown}: the generation cannot be read; `verify` tells what is wrong with it", wrong);
        }
    }

    /// <summary>The id of the live generation.</summary>
    /// <exception cref="PipelineException">There is none (exit code 3).</exception>
    internal static string RequireCurrent(string output)
    {
        var folder = new OutputFolder(Path.GetFullPath(output));
        if (folder.CurrentId() is { } id) return id;
        throw new PipelineException(ExitCode.InputMissing, folder.PointerFault() is { } fault
            ? $"{OneLine.Escape(folder.Pointer)}: {fault}; `build` writes it anew"
            : $"{OneLine.Escape(output)}: no generation is published here; `build` makes one");
    }

    /// <summary>The folder of a generation.</summary>
    /// <exception cref="PipelineException">There is none (exit code 3).</exception>
    internal static string FolderOf(string output, string id)
    {
        var folder = OutputFolder.IsId(id) ? new OutputFolder(Path.GetFullPath(output)).Generation(id) : null;
        return Directory.Exists(folder) ? folder
            : throw new PipelineException(ExitCode.InputMissing,
                $"{OneLine.Escape(output)}: there is no generation {OneLine.Quote(id)} here");
    }
}
