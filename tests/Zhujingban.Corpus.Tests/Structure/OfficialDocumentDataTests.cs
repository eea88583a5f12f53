using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Shared;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>Reads notices of the State Council whose metadata the government's own site tells.</summary>
public class OfficialDocumentDataTests
{
    [DataFact("notices/govcn.jsonl")]
    public void Read_Notices_GivesTheirMetadata()
    {
        var (right, all) = (0, 0);
        foreach (var (document, gold) in Read())
        {
            var metadata = document.Metadata;
            Check(metadata.DocumentNumber, gold.GetProperty("发文字号").GetString()!);
            Check(document.Title, gold.GetProperty("标题").GetString()!);
            Check(metadata.Issuer?.Replace(' ', '、'), gold.GetProperty("发文机关").GetString()!);
            Check(metadata.Date, ChineseDates.Parse(gold.GetProperty("成文日期").GetString()!)!);
        }

        Assert.True(right >= all * 0.99, $"{right} of {all}");

        void Check(string? value, string wanted)
        {
            if (wanted.Length == 0) return;
            all++;
            if (value == wanted) right++;
        }
    }

    [DataFact("notices/govcn.jsonl")]
    public void Read_Notices_NumbersRunWithoutHoleOrRepeat()
    {
        foreach (var (document, _) in Read())
        {
            Notices.AssertSound(document);
            Assert.DoesNotContain(document.Diagnostics, diagnostic => diagnostic.Code.StartsWith("number-", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(Document Document, JsonElement Gold)> Read()
    {
        foreach (var line in File.ReadLines(RepositoryFiles.DataPath("notices/govcn.jsonl")))
        {
            var row = JsonDocument.Parse(line).RootElement;
            yield return (Notices.Read(row.GetProperty("text").GetString()!), row.GetProperty("gold"));
        }
    }
}
