using System.Security.Cryptography;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Pipelines.Tests;

public sealed class FoundingCorpusTests
{
    private static readonly SourceCatalog Catalog =
        SourceCatalog.Load(PipelineDefinitionReader.Read(RepositoryFiles.PathOf("pipelines", "liaison-offices.yaml")));

    private static readonly CorpusManifest Manifest = CorpusManifest.Load(RepositoryFiles.PathOf("corpus", "manifest.jsonl"), "manifest.jsonl");

    [Fact]
    public void Manifest_EveryFile_IsNamedWithItsHashAndOrigin()
    {
        Assert.Empty(Manifest.Problems);
        var files = Directory.GetFiles(RepositoryFiles.PathOf("corpus", "sources"), "*", SearchOption.AllDirectories);
        Assert.Equal(5, files.Length);
        foreach (var file in files)
        {
            var entry = Manifest.Find(Path.GetRelativePath(Manifest.Folder, file).Replace(Path.DirectorySeparatorChar, '/'));
            Assert.NotNull(entry);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), entry.Sha256);
            Assert.All([entry.MediaType, entry.Origin, entry.Licence, entry.Language], Assert.NotNull);
        }
    }

    [Fact]
    public void Readme_EveryDocument_IsThere()
    {
        var readme = RepositoryFiles.ReadAllText("corpus", "README.md");
        Assert.All(Manifest.Entries, entry =>
        {
            Assert.Contains($"`{entry.Id}`", readme, StringComparison.Ordinal);
            Assert.Contains($"({entry.Path})", readme, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void DefaultPipeline_ReadsTheFiveDocuments_AndCleansTheScrapedOne()
    {
        Assert.Empty(Catalog.Problems);
        Assert.Equal(
            [
                ("hong-kong-beijing-office", SourceFormat.MediaWiki, false, "香港特別行政區政府駐北京辦事處"),
                ("zhujing-banshichu", SourceFormat.MediaWiki, false, "驻北京办事处"),
                ("shanghai-offices", SourceFormat.Markdown, false, "上海市人民政府驻外办事处"),
                ("fujian-beijing-office-2011", SourceFormat.Notice, true, null),
                ("guobanfa-2010-8", SourceFormat.Notice, false, (string?)null),
            ],
            Catalog.Items.Select(item => (item.Id, item.Format!.Value, item.Clean, item.Entry!.Title)));
    }
}
