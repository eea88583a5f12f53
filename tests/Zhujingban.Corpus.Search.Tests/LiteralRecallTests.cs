using System.IO.Compression;
using System.Text.Json;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Search.Tests;

public class LiteralRecallTests
{
    private const int Substrings = 1000;
    private const int LongestSubstring = 12;

    /// <summary>Traditional and variant characters for simplified ones: any that fold back will do.</summary>
    private static readonly Dictionary<char, char> Traditional = new(
        "国國办辦发發构構为為务務机機关關处處规規对對业業员員产產财財经經济濟责責违違应應当當设設实實给給书書证證条條项項数數个個门門专專与與从從开開决決报報权權会會"
            .Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    [Fact]
    public void Search_SubstringsOfTheFoundingDocuments_FindTheirClauses() => AssertRecall(FoundingEntries.All);

    [DataFact("search/statutes.jsonl.gz")]
    public void Search_SubstringsOfStatutes_FindTheirClauses() => AssertRecall([.. Statutes().Take(5000)]);

    /// <summary>Substrings of every length find the clause they are of: as they are written there, in simplified and in traditional spelling.</summary>
    private static void AssertRecall(IReadOnlyList<IndexEntry> entries)
    {
        using var folder = new IndexFolder();
        using var index = folder.Write(entries, tokens: 100_000).Open();
        var random = new Random(8);
        var respelled = 0;
        for (var i = 0; i < Substrings;)
        {
            var entry = entries[random.Next(entries.Count)];
            if (RandomSubstring(entry.Text, random, 1 + (i % LongestSubstring)) is not { } sought) continue;
            i++;
            string[] spellings = [sought, TextFolding.Fold(sought).Text, string.Concat(sought.Select(c => Traditional.GetValueOrDefault(c, c)))];
            respelled += spellings[2] == sought ? 0 : 1;
            var ids = spellings.Distinct().Select(spelling => AssertFound(index, entry, spelling)).ToArray();
            Assert.All(ids, found => Assert.Equal(ids[0], found));
        }

        Assert.True(respelled > Substrings / 4, $"only {respelled} substrings are spelled otherwise");
    }

    private static IEnumerable<string> AssertFound(SearchIndex index, IndexEntry entry, string sought)
    {
        // Of what is found in very many clauses, one document's show that the clause is among them.
        var all = index.Search(new SearchRequest(sought, 100, Mode: SearchMode.Exact));
        var answer = all.Total <= 100 ? all : index.Search(new SearchRequest($"{sought} document:\"{entry.DocumentId}\"", int.MaxValue, Mode: SearchMode.Exact));
        var hit = answer.Hits.SingleOrDefault(hit => hit.Entry.Id == entry.Id);
        Assert.True(hit is not null, $"{sought} does not find {entry.Id}: {entry.Text}");
        Assert.NotEmpty(hit.Highlights);
        Assert.All(hit.Highlights, span => Assert.Equal(TextFolding.Fold(sought).Text, TextFolding.Fold(span.Of(entry.Text)).Text));
        return all.Hits.Select(found => found.Entry.Id).Prepend($"{all.Total}");
    }

    /// <summary>A substring of ideographs of the text, of a length; null when the text has no such run.</summary>
    private static string? RandomSubstring(string text, Random random, int length)
    {
        var run = 0;
        var ends = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            run = IsIdeograph(text, at) ? run + 1 : 0;
            if (run >= length) ends.Add(at + 1);
        }

        return ends.Count == 0 ? null : text.Substring(ends[random.Next(ends.Count)] - length, length);
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
