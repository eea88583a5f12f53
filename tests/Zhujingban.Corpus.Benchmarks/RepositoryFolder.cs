namespace Zhujingban.Corpus.Benchmarks;

/// <summary>The repository that a benchmark runs in: BenchmarkDotNet starts it in a folder of its own.</summary>
internal static class RepositoryFolder
{
    public static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Zhujingban.Corpus.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run inside the repository.");
    }
}
