using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Html;

/// <summary>Reads the saved pages of notices of the State Council.</summary>
public sealed class HtmlDataTests
{
    [DataFact("notices/govcn.jsonl")]
    public void Read_SavedPages_GivesTheNoticeAsItsPlainTextDoes()
    {
        foreach (var line in File.ReadLines(RepositoryFiles.DataPath("notices/govcn.jsonl")))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var document = HtmlPages.Read(row.GetProperty("html").GetString()!);
            HtmlPages.AssertSound(document);
            Assert.Equal(Squash(row.GetProperty("text").GetString()!), Squash(document.Text.Text));
            Assert.DoesNotContain(document.Diagnostics, diagnostic => diagnostic.Code.StartsWith("number-", StringComparison.Ordinal));
            Assert.DoesNotContain(document.Diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
        }
    }

    private static string Squash(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
