namespace Zhujingban.Corpus.Tests.Shared;

/// <summary>
/// One example of a spec file: a Markdown page that pairs inputs with what they must give, and so documents the dialect.
/// An example is a heading (its name) followed by fenced blocks; the first word behind a fence names the block:
/// <c>input</c>, <c>text</c>, <c>sections</c> …, further words are options (<c>input variant=zh-tw</c>).
/// </summary>
/// <param name="Name">The heading.</param>
/// <param name="Blocks">The fenced blocks by name, without their last line break.</param>
/// <param name="Options">The options behind the block names.</param>
public sealed record SpecExample(string Name, IReadOnlyDictionary<string, string> Blocks, IReadOnlyDictionary<string, string> Options)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Reads spec files.</summary>
internal static class SpecFile
{
    /// <summary>The examples of every spec file in a folder below the tests, each with its file's name, for a theory.</summary>
    public static TheoryData<string, SpecExample> Load(params string[] folder)
    {
        var data = new TheoryData<string, SpecExample>();
        foreach (var path in Directory.GetFiles(RepositoryFiles.PathOf(["tests", .. folder]), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var example in Parse(File.ReadAllText(path))) data.Add(Path.GetFileName(path), example);
        }

        return data;
    }

    /// <summary>The examples of one spec file.</summary>
    public static IEnumerable<SpecExample> Parse(string markdown)
    {
        var (name, blocks, options) = ("", new Dictionary<string, string>(), new Dictionary<string, string>());
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
            {
                if (blocks.Count > 0) yield return new SpecExample(name, blocks, options);
                (name, blocks, options) = (lines[i].TrimStart('#').Trim(), [], []);
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var fence = new string('`', lines[i].TakeWhile(c => c == '`').Count());
                var words = lines[i][fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var end = Array.IndexOf(lines, fence, i + 1);
                if (end < 0 || words.Length == 0) throw new FormatException($"Line {i + 1}: a fence without name or end.");
                blocks.Add(words[0], string.Join('\n', lines[(i + 1)..end]));
                foreach (var word in words.Skip(1).Select(word => word.Split('=', 2))) options[word[0]] = word.Length > 1 ? word[1] : "";
                i = end;
            }
        }

        if (blocks.Count > 0) yield return new SpecExample(name, blocks, options);
    }
}
