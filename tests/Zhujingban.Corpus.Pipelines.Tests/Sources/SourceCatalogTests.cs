using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;

namespace Zhujingban.Corpus.Pipelines.Tests.Sources;

public sealed class SourceCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_FileOfTwoSources_IsReadByTheFirst()
    {
        _folder.Write("s/a.txt", "");
        _folder.Write("s/b.txt", "");
        var catalog = Load("- {files: s/b.txt, format: notice, clean: true}", "- {files: s/*.txt, format: markdown}");
        Assert.Equal([("b", SourceFormat.Notice, true), ("a", SourceFormat.Markdown, false)],
            catalog.Items.Select(item => (item.Id, item.Format!.Value, item.Clean)));
    }

    [Fact]
    public void Load_SameNameInTwoFolders_GetsIdsOfTheirOwnThatStay()
    {
        _folder.Write("s/a.txt", "");
        _folder.Write("t/a.txt", "");
        var before = Load("- files: s/*.txt", "- files: t/*.txt").Items.Select(item => item.Id).ToList();
        _folder.Write("t/0.txt", "");
        Assert.Equal("a", before[0]);
        Assert.StartsWith("a-", before[1], StringComparison.Ordinal);
        Assert.Equal(before, Load("- files: s/*.txt", "- files: t/*.txt").Items.Select(item => item.Id).Where(id => id != "0"));
    }

    [Fact]
    public void Load_FileNamedLikeAManifestId_DoesNotTakeIt()
    {
        _folder.Write("s/a.txt", "");
        _folder.Write("s/b.txt", "");
        _folder.Write("m.jsonl", $$"""{"id":"a","path":"s/b.txt","sha256":"{{new string('0', 64)}}"}""");
        var catalog = Load("- {files: s/*.txt, manifest: m.jsonl}");
        Assert.StartsWith("a-", catalog.Items[0].Id, StringComparison.Ordinal);
        Assert.Equal("a", catalog.Items[1].Id);
    }

    [Fact]
    public void Load_SameIdInTwoManifests_TheSecondFails()
    {
        _folder.Write("s/a.txt", "");
        _folder.Write("t/a.txt", "");
        foreach (var folder in new[] { "s", "t" }) _folder.Write($"{folder}/m.jsonl", $$"""{"id":"a","path":"a.txt","sha256":"{{new string('0', 64)}}"}""");
        var catalog = Load("- {files: s/*.txt, manifest: s/m.jsonl}", "- {files: t/*.txt, manifest: t/m.jsonl}");
        Assert.Single(catalog.Items);
        Assert.Equal(("t/m.jsonl", 1, "repeated-id"), catalog.Problems.Select(problem => (problem.File, problem.Line!.Value, problem.Code)).Single());
    }

    [Fact]
    public void Load_ManifestWithByteOrderMarkAndWindowsLines_IsRead()
    {
        _folder.Write("s/a.txt", "");
        _folder.Write("m.jsonl", "\uFEFF" + $$"""{"id":"x","path":"s/a.txt","sha256":"{{new string('0', 64)}}","title":null}""" + "\r\n\r\n");
        var catalog = Load("- {files: s/*.txt, manifest: m.jsonl}");
        Assert.Empty(catalog.Problems);
        Assert.Equal("x", Assert.Single(catalog.Items).Id);
    }

    private SourceCatalog Load(params string[] sources) => SourceCatalog.Load(PipelineDefinitionReader.Read(
        _folder.Write("p.yaml", $"name: test\nsources:\n{string.Join('\n', sources)}\noutput: out\n")));
}
