using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Pipelines.Tests;

public sealed class PipelinesReadmeTests
{
    private static readonly string Readme = RepositoryFiles.ReadAllText("pipelines", "README.md");

    public static TheoryData<string> Words =>
    [
        .. DefinitionKeys.OfPipeline, .. DefinitionKeys.OfSource, DefinitionKeys.AutoFormat, .. Zhujingban.Corpus.Documents.SourceFormats.Names,
        .. ManifestLine.Fields, .. GenerationFiles.Records, GenerationFiles.Manifest, "index/", "current", "generations/", "cache/", "building/", "build.lock",
        "gap-certain", "gap-probable", "conflict-…", "question",
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void Readme_KeysAndFiles_AreDocumented(string word) => Assert.Contains($"`{word}`", Readme, StringComparison.Ordinal);

    [Fact]
    public void Readme_ExitCodes_AreDocumented()
    {
        foreach (var code in Enum.GetValues<ExitCode>()) Assert.Contains($"| {(int)code} |", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_ErrorsItQuotes_AreThoseTheProgramGives()
    {
        using var folder = new Fakes.TemporaryFolder();
        var example = SpecFile.Parse(Readme).First(example => example.Blocks.ContainsKey("error"));
        var path = folder.Write("p.yaml", example.Blocks["yaml"]);
        var wrong = Assert.Throws<PipelineException>(() => PipelineDefinitionReader.Read(path));
        Assert.Equal(example.Blocks["error"].Split('\n')[0], wrong.Message.Replace(path, "p.yaml", StringComparison.Ordinal));
    }
}
