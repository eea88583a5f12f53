using System.IO.Compression;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>Reads laws whose articles and headings are known, with their line breaks and without any white space.</summary>
public class RegulationDataTests
{
    [DataFact("laws/laws.jsonl.gz")]
    public void Read_Laws_GivesTheirArticles() => AssertArticles(joined: false, lists: 0.995, texts: 0.995);

    [DataFact("laws/laws.jsonl.gz")]
    public void Read_LawsWithoutWhiteSpace_GivesTheirArticles() => AssertArticles(joined: true, lists: 0.95, texts: 0.98);

    private static void AssertArticles(bool joined, double lists, double texts)
    {
        var (laws, equal, articles, found) = (0, 0, 0, 0);
        foreach (var law in Laws())
        {
            var text = law.GetProperty("text").GetString()!;
            var document = Notices.Read(joined ? Squash(text) : text);
            Notices.AssertSound(document);
            var wanted = law.GetProperty("articles").EnumerateArray().Select(article => Squash(article.GetProperty("text").GetString()!)).ToList();
            if (wanted.Count == 0) continue;
            var given = Articles(document);
            laws++;
            if (given.Count == wanted.Count && given.Zip(wanted).All(pair => NumberOf(pair.First) == NumberOf(pair.Second))) equal++;
            articles += wanted.Count;
            found += wanted.Count(given.Remove);
        }

        Assert.True(equal >= laws * lists, $"{equal} of {laws} lists");
        Assert.True(found >= articles * texts, $"{found} of {articles} texts");
    }

    /// <summary>The texts of a document's articles, with everything that stands below them.</summary>
    private static List<string> Articles(Document document)
    {
        var articles = new List<string>();
        foreach (var clause in document.Clauses)
        {
            if (clause.Num is ['第', .., '条'] || clause.Num?.Contains("条之", StringComparison.Ordinal) == true) articles.Add("");
            if (articles.Count > 0) articles[^1] += Squash(Notices.TextOf(document, clause));
        }

        return articles;
    }

    private static string NumberOf(string article) => article[..(article.IndexOf('条', StringComparison.Ordinal) + 1)];

    private static string Squash(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<JsonElement> Laws()
    {
        using var file = File.OpenRead(RepositoryFiles.DataPath("laws/laws.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return JsonDocument.Parse(line).RootElement;
    }
}
