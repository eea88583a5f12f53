using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>The founding corpus, built once by the command line into a folder of the tests' own.</summary>
public sealed class FoundingCorpus : IAsyncLifetime, IDisposable
{
    /// <summary>The folder that holds the generation.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("zhujingban-").FullName;

    /// <summary>The default pipeline.</summary>
    public static string Pipeline { get; } = RepositoryFiles.PathOf("pipelines", "liaison-offices.yaml");

    internal CliRun Build { get; private set; } = null!;

    public async Task InitializeAsync() => Build = await CliRun.OfAsync("build", Pipeline, "--output", Folder);

    internal async Task<CliRun> RunAsync(params string[] args) => await CliRun.OfAsync([.. args, "--corpus", Folder]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

[CollectionDefinition(nameof(FoundingCorpus))]
public sealed class FoundingCorpusTests : ICollectionFixture<FoundingCorpus>;
