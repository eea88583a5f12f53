using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Markup.MediaWiki;
using Zhujingban.Corpus.Tests.Shared;
using Xunit.Abstractions;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

/// <summary>How near the text comes to that of MediaWiki's own HTML, and what is left of markup on real pages.</summary>
public class MeasuringDataTests(ITestOutputHelper output)
{
    private static readonly string[] Residue = ["{{", "}}", "[[", "]]", "{|", "|}", "'''", "-{", "<ref", "|thumb", "|縮圖", "|缩略图"];

    [DataFact("wikitext/text.jsonl")]
    public void Text_ParserCases_EqualsMediaWikis() => Assert.InRange(Score("wikitext/text.jsonl"), 0.98, 1);

    [DataFact("wikitext/variants.jsonl")]
    public void Text_VariantCases_EqualsMediaWikis() => Assert.InRange(Score("wikitext/variants.jsonl"), 0.90, 1);

    [DataFact("wikitext/pages.jsonl")]
    public void Read_RealPages_LosesNothing()
    {
        Assert.All(MeasuringData.Cases("wikitext/pages.jsonl"), page =>
        {
            var document = Read(page);
            Assert.Empty(SourceCoverage.Faults(document.Source.Text, document.Text, document.Dropped.Select(drop => drop.Span)));
        });
    }

    [DataFact("wikitext/pages.jsonl")]
    public void Templates_ChinesePages_AreInTheCatalogue()
    {
        var uses = MeasuringData.Cases("wikitext/pages.jsonl").Where(page => page.Id.StartsWith("zh:", StringComparison.Ordinal))
            .SelectMany(page => Read(page).Templates).ToList();
        foreach (var unknown in uses.Where(use => use.Role == "unknown").GroupBy(use => use.Name)) output.WriteLine($"{unknown.Key} {unknown.Count()}");
        Assert.InRange(uses.Count(use => use.Role != "unknown") / (double)uses.Count, 0.95, 1);
    }

    /// <summary>What survives stands in the source without its partner (links that a mirror cut up), or is TeX.</summary>
    [DataFact("wikitext/pages.jsonl")]
    public void Text_RealPages_HoldsNoOpeningMarkup()
    {
        foreach (var page in MeasuringData.Cases("wikitext/pages.jsonl"))
        {
            var text = Read(page).Text.Text;
            foreach (var mark in Residue)
            {
                for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
                    output.WriteLine($"{page.Id}: …{text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 30)].ReplaceLineEndings(" ")}…");
            }

            if (page.Id.StartsWith("zh:", StringComparison.Ordinal))
                Assert.DoesNotContain(Residue.Except(["}}", "]]", "|}"]), mark => text.Contains(mark, StringComparison.Ordinal));
        }
    }

    private static Document Read(MeasuringCase row) =>
        new MediaWikiFormat().Read(SourceText.FromString(row.Text), new MarkupOptions(row.Id, Variant: row.Variant));

    private double Score(string relative)
    {
        var tests = new Dictionary<string, List<bool>>();
        foreach (var row in MeasuringData.Cases(relative))
        {
            var (got, want) = (MeasuringData.Squash(Read(row).Text.Text), MeasuringData.Squash(row.Expected!));
            var test = row.Id.Split('@')[0];
            if (!tests.TryGetValue(test, out var runs)) tests[test] = runs = [];
            runs.Add(got == want);
            if (got != want) output.WriteLine($"{row.Id}\n  want {want}\n  got  {got}");
        }

        return tests.Values.Average(runs => runs.Count(equal => equal) / (double)runs.Count);
    }
}
