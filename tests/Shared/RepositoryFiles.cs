namespace Zhujingban.Corpus.Tests.Shared;

/// <summary>Where the tests find the repository's own files, and the measuring data that may lie beside it.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a file of the repository.</summary>
    public static string ReadAllText(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>A file of the measuring data, which is not part of the repository: see <see cref="DataFactAttribute"/>.</summary>
    public static string DataPath(string relative) => Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", relative));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zhujingban.Corpus.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run inside the repository: no Zhujingban.Corpus.sln above them.");
    }
}

/// <summary>A fact over measuring data; it skips, with the reason, where the data is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute(string relative)
    {
        if (!File.Exists(RepositoryFiles.DataPath(relative))) Skip = $"The measuring data {relative} is not on this machine.";
    }
}
