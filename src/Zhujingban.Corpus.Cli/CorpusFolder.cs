using System.CommandLine;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Cli;

/// <summary>Finds the folder of generations that a command reads: <c>--corpus</c>, or the default pipeline's output.</summary>
internal static class CorpusFolder
{
    private static readonly string DefaultPipeline = Path.Combine("pipelines", "liaison-offices.yaml");

    /// <summary>The option that commands share.</summary>
    public static Option<string?> Option() => new("--corpus")
    {
        HelpName = "DIR",
        Description = $"A pipeline's output folder. Without it, that of {DefaultPipeline} in this folder or one above.",
    };

    /// <summary>Opens the live generation.</summary>
    /// <exception cref="PipelineException">There is none.</exception>
    public static OpenedGeneration Open(string? folder) => new GenerationReader(new SearchIndexStore()).OpenCurrent(Resolve(folder));

    /// <summary>The folder that was meant.</summary>
    /// <exception cref="PipelineException">None was given, and no default pipeline is near.</exception>
    public static string Resolve(string? folder)
    {
        if (folder is not null) return folder;
        for (var place = new DirectoryInfo(Environment.CurrentDirectory); place is not null; place = place.Parent)
        {
            var definition = Path.Combine(place.FullName, DefaultPipeline);
            if (File.Exists(definition)) return PipelineDefinitionReader.Read(definition).Output;
        }

        throw new PipelineException(ExitCode.Usage,
            $"no {DefaultPipeline} in {Environment.CurrentDirectory} or above; expected --corpus with a pipeline's output folder");
    }
}
