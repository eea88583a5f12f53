namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>The word lists of the generator of damaged notices.</summary>
internal static class CleaningResources
{
    /// <summary>The lines of a list, without comments and empty ones.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(CleaningResources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No resource {name}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
