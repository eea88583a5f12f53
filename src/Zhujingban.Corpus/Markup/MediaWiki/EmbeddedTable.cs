namespace Zhujingban.Corpus.Markup.MediaWiki;

/// <summary>Reads the data tables that are compiled in: tab-separated lines, <c># </c> starts a comment.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table, cells trimmed.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not compiled in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) yield return line.Split('\t', StringSplitOptions.TrimEntries);
        }
    }
}
