using System.IO.Compression;
using System.Text.Json;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Search.Tests;

public class LiteralRecallTests
{
    private const int Substrings = 1000;

    /// <summary>Traditional characters for simplified ones: any that folds back will do.</summary>
    private static readonly Dictionary<char, char> Traditional = new(
        "国國办辦发發构構为為务務机機关關处處规規对對业業员員产產财財经經济濟责責违違".Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    [Fact]
    public void Search_SubstringsOfTheFoundingDocuments_FindTheirClauses() => AssertRecall(FoundingEntries.All);

    [DataFact("search/statutes.jsonl.gz")]
    public void Search_SubstringsOfStatutes_FindTheirClauses() => AssertRecall([.. Statutes().Take(2000)]);

    private static void AssertRecall(IReadOnlyList<IndexEntry> entries)
    {
        using var folder = new IndexFolder();
        using var index = folder.Write(entries, tokens: 100_000).Open();
        var random = new Random(8);
        for (var i = 0; i < Substrings; i++)
        {
            var entry = entries[random.Next(entries.Count)];
            if (RandomSubstring(entry.Text, random) is not { } sought) continue;
            AssertFound(index, entry, sought);
            AssertFound(index, entry, string.Concat(sought.Select(c => Traditional.GetValueOrDefault(c, c))));
        }
    }

    private static void AssertFound(SearchIndex index, IndexEntry entry, string sought)
    {
        var answer = index.Search(new SearchRequest(sought, int.MaxValue, Mode: SearchMode.Exact));
        var hit = answer.Hits.SingleOrDefault(hit => hit.Entry.Id == entry.Id);
        Assert.True(hit is not null, $"{sought} does not find {entry.Id}: {entry.Text}");
        Assert.NotEmpty(hit.Highlights);
    }

    /// <summary>A substring of ideographs of the text, of 1 to 12.</summary>
    private static string? RandomSubstring(string text, Random random)
    {
        var starts = Enumerable.Range(0, text.Length).Where(at => IsIdeograph(text, at)).ToArray();
        if (starts.Length == 0) return null;
        var start = starts[random.Next(starts.Length)];
        var length = 1;
        for (var wanted = random.Next(1, 13); length < wanted && start + length < text.Length && IsIdeograph(text, start + length); length++) ;
        return text.Substring(start, length);
    }

    private static bool IsIdeograph(string text, int at) =>
        !char.IsSurrogate(text[at]) && text[at] > 0x3040 && CharacterClasses.At(text, at, out _, out _) == CharacterClass.Ideograph;

    private static IEnumerable<IndexEntry> Statutes()
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(RepositoryFiles.DataPath("search/statutes.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            string Value(string name) => json.RootElement.GetProperty(name).GetString()!;
            yield return new IndexEntry { Id = Value("id"), DocumentId = Value("document"), Title = Value("title"), Format = "records", Kind = "clause", Text = Value("text") };
        }
    }
}
