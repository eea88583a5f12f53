using System.Reflection;

namespace Zhujingban.Corpus.Text;

/// <summary>Traditional characters with their simplified forms, of which the first is the usual one: <c>TSCharacters.txt</c>.</summary>
internal static class TraditionalCharacters
{
    private static readonly Lazy<IReadOnlyList<(string, string[])>> Loaded = new(() =>
        [.. Lines("TSCharacters.txt").Select(line => (line.From, line.To.Split(' ')))]);

    /// <summary>All of them, read when first used.</summary>
    public static IReadOnlyList<(string Traditional, string[] Simplified)> All => Loaded.Value;

    /// <summary>The lines of a table that is an embedded resource: what stands before and behind the first tab; <c>#</c> begins a comment line.</summary>
    public static IEnumerable<(string From, string To)> Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return (line[..tab], line[(tab + 1)..]);
        }
    }
}
