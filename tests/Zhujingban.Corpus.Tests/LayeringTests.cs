using System.Xml.Linq;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests;

/// <summary>The house has one-way dependencies, Cli → Pipelines → Search → Corpus, and its core is pure.</summary>
public class LayeringTests
{
    private static readonly string[] Order =
        ["Zhujingban.Corpus", "Zhujingban.Corpus.Search", "Zhujingban.Corpus.Pipelines", "Zhujingban.Corpus.Cli"];

    [Fact]
    public void Projects_ReferToThoseBelowThemOnly()
    {
        foreach (var (project, index) in Order.Select((project, index) => (project, index)))
        {
            var references = XDocument.Load(RepositoryFiles.PathOf("src", project, project + ".csproj"))
                .Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
            Assert.All(references, reference => Assert.Contains(reference, Order[..index]));
        }
    }

    [Fact]
    public void Source_HasNoProjectThatThisOrderForgets() => Assert.Equal(
        Order.Order(StringComparer.Ordinal),
        Directory.GetDirectories(RepositoryFiles.PathOf("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Core_KnowsNoFilesNoClockNoNetworkNoChance()
    {
        string[] forbidden = ["System.IO.File", "File.Read", "File.Write", "File.Open", "Directory.", "DateTime.Now", "DateTime.UtcNow",
            "DateTimeOffset.", "Stopwatch", "HttpClient", "Guid.NewGuid", "new Random(", "Random.Shared", "Environment.", "Console."];
        var core = RepositoryFiles.PathOf("src", "Zhujingban.Corpus");
        foreach (var path in Directory.GetFiles(core, "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal)))
        {
            var code = File.ReadAllText(path);
            Assert.All(forbidden, word => Assert.False(code.Contains(word, StringComparison.Ordinal), $"{path} uses {word}"));
        }
    }
}
