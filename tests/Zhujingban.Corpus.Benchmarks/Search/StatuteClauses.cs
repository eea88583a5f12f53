using System.IO.Compression;
using System.Text.Json;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>One clause to be indexed.</summary>
internal sealed record Clause(string Id, string Title, string Text)
{
    public IndexEntry ToEntry() => new() { Id = Id, DocumentId = Id, Title = Title, Format = "records", Kind = "clause", Text = Text };
}

/// <summary>The articles of Chinese statutes, again and again under new ids.</summary>
internal static class StatuteClauses
{
    /// <summary>So many clauses; none when the collection is not there.</summary>
    public static IReadOnlyList<Clause> Read(int count)
    {
        var file = Path.Combine(RepositoryFolder.Find(), "..", "shared", "data", "search", "statutes.jsonl.gz");
        if (!File.Exists(file)) return [];
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var articles = new List<Clause>();
        while (reader.ReadLine() is { } line)
        {
            var record = JsonDocument.Parse(line).RootElement;
            articles.Add(new Clause(record.GetProperty("id").GetString()!, OneLine(record, "title"), OneLine(record, "text")));
        }

        return [.. Enumerable.Range(0, count).Select(i => articles[i % articles.Count] with { Id = $"s{i}" })];
    }

    private static string OneLine(JsonElement record, string name) => record.GetProperty(name).GetString()!.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ');
}
