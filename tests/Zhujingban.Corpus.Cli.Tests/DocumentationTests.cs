using System.Text.Json;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Search;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>The documentation cannot drift: what the program has, the README names.</summary>
public class DocumentationTests
{
    private static readonly string Readme = RepositoryFiles.ReadAllText("README.md");

    [Fact]
    public void Readme_ListsEveryCommandAndNoOther()
    {
        var root = CommandLine.CreateRoot(new CommandHost(Stream.Null, TextWriter.Null, TextWriter.Null, false, false));
        var table = Readme[Readme.IndexOf("| command | does |", StringComparison.Ordinal)..Readme.IndexOf("| exit code |", StringComparison.Ordinal)];
        var listed = table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line[3..].Split(' ', '`')[0]);
        Assert.Equal(root.Subcommands.Select(command => command.Name), listed);
    }

    [Fact]
    public void Readme_NamesEveryExitCode() =>
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"| {(int)code} |", Readme));

    [Fact]
    public void Readme_NamesEveryFolderOfTheCore() =>
        Assert.All(Directory.GetDirectories(RepositoryFiles.PathOf("src", "Zhujingban.Corpus")).Select(Path.GetFileName)
            .Where(folder => folder is not ("bin" or "obj")), folder => Assert.Contains($"`{folder}/`", Readme));

    [Fact]
    public void Readme_ExplainsEveryFormOfACleanedNoticeAndItsMarks()
    {
        Assert.All(new[] { "text", "markdown", "json" }, format => Assert.Contains($"| `{format}` |", Readme));
        Assert.All(new[] { "［缺：", "［疑缺：", "［疑有脱文］", "［校2］", "[^2]", "缺文", "脱文", "矛盾", "存疑" }, mark => Assert.Contains(mark, Readme));
    }

    [Fact]
    public void Readme_ExplainsEveryOptionOfSearchAndEveryFacet()
    {
        var section = Readme[Readme.IndexOf("### Searching", StringComparison.Ordinal)..Readme.IndexOf("### A notice", StringComparison.Ordinal)];
        var search = CommandLine.CreateRoot(new CommandHost(Stream.Null, TextWriter.Null, TextWriter.Null, false, false))
            .Subcommands.Single(command => command.Name == "search");
        Assert.All(search.Options.Where(option => option.Name is not ("--corpus" or "--help")), option => Assert.Contains(option.Name, section));
        Assert.All(Enum.GetValues<Facet>(), facet => Assert.Contains($"`{JsonNamingPolicy.KebabCaseLower.ConvertName(facet.ToString())}`", section));
        Assert.All(Enum.GetValues<SearchMode>(), mode => Assert.Contains($"`{SearchAnswerRecord.NameOf(mode)}`", section));
    }
}
