using System.IO.Compression;
using System.Text;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>A corpus of ready-made records, built once by the command line.</summary>
public sealed class RecordsCorpus : IAsyncLifetime, IDisposable
{
    private const string Records = """
        {"id":"0","title":"驻京办管理办法第一条","text":"为了规范驻京办，\n制定本办法。","document":"驻京办管理办法","headings":["总则"]}
        {"id":"办法#art_2","title":"驻京办管理办法第二条","text":"撤销驻京办的，报国务院备案。","document":"驻京办管理办法"}
        {"id":"=1+1","title":"","text":"=\"公式\", 驻京办"}
        {"id":"bad"}

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhujingban-");

    internal CliRun Build { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        using (var file = new GZipStream(File.Create(PathOf("records.jsonl.gz")), CompressionLevel.Fastest)) file.Write(Encoding.UTF8.GetBytes(Records));
        await File.WriteAllTextAsync(PathOf("p.yaml"), "name: records\nsources:\n  - files: records.jsonl.gz\n    format: records\noutput: out\n");
        Build = await CliRun.OfAsync("build", PathOf("p.yaml"));
    }

    internal string PathOf(string name) => Path.Combine(_folder.FullName, name);

    internal async Task<CliRun> RunAsync(params string[] args) => await CliRun.OfAsync([.. args, "--corpus", PathOf("out")]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Delete(recursive: true);
}
