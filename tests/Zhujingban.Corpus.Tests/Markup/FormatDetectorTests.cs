using System.IO.Compression;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup;

public sealed class FormatDetectorTests
{
    [Theory]
    [InlineData("", SourceFormat.Notice)]
    [InlineData("国务院办公厅关于加强驻京办管理的意见\n一、指导思想\n1. 坚持原则。\n* 注：见国办发[2010]8号 [附件]\n", SourceFormat.Notice)]
    [InlineData("《关于修改<检察官法>的决定》第一次修正，A*B*C=10，===\n——————\n", SourceFormat.Notice)]
    [InlineData("'''驻京办'''是机构。", SourceFormat.MediaWiki)]
    [InlineData("[[北京]]的机构。", SourceFormat.MediaWiki)]
    [InlineData("== 历史 ==\n正文\n", SourceFormat.MediaWiki)]
    [InlineData("{| class=\"wikitable\"\n|-\n| a\n|}", SourceFormat.MediaWiki)]
    [InlineData("#重定向 [[驻京办]]", SourceFormat.MediaWiki)]
    [InlineData("# 一\n# 二\n[[北京]]、[[上海]]、[[天津]]", SourceFormat.MediaWiki)]
    [InlineData("# 标题\n\n正文", SourceFormat.Markdown)]
    [InlineData("**驻京办**是[机构](http://a.cn)。", SourceFormat.Markdown)]
    [InlineData("正文。\\[1\\]\n\n{{-}}\n\n[甲](b \"wikilink\")\n", SourceFormat.Markdown)]
    [InlineData("甲\n\na | b\n--- | ---\nc | d\n", SourceFormat.Markdown)]
    [InlineData("第一条 为了……\n| a | b |\n| --- | --- |\n| c | d |\n第二条 本规定……\n", SourceFormat.Notice)]
    [InlineData("---\ntitle: 目录\n---", SourceFormat.Markdown)]
    public void Detect_Text_GivesItsFormat(string text, SourceFormat expected) => Assert.Equal(expected, FormatDetector.Detect(text));

    [Theory]
    [InlineData("a/b.wikitext", SourceFormat.MediaWiki)]
    [InlineData("b.WIKI", SourceFormat.MediaWiki)]
    [InlineData("b.mediawiki", SourceFormat.MediaWiki)]
    [InlineData("b.md", SourceFormat.Markdown)]
    [InlineData("b.Markdown", SourceFormat.Markdown)]
    [InlineData("b.txt", SourceFormat.Notice)]
    [InlineData("b", SourceFormat.Notice)]
    [InlineData(null, SourceFormat.Notice)]
    public void Detect_FileName_DecidesByItsExtension(string? name, SourceFormat expected) => Assert.Equal(expected, FormatDetector.Detect("正文", name));

    [Theory]
    [InlineData("corpus/sources/mediawiki/zhujing-banshichu.wikitext", SourceFormat.MediaWiki)]
    [InlineData("corpus/sources/mediawiki/hong-kong-beijing-office.wikitext", SourceFormat.MediaWiki)]
    [InlineData("corpus/sources/markdown/shanghai-offices.md", SourceFormat.Markdown)]
    [InlineData("corpus/sources/notices/fujian-beijing-office-2011.txt", SourceFormat.Notice)]
    [InlineData("corpus/sources/notices/guobanfa-2010-8.txt", SourceFormat.Notice)]
    public void Detect_FoundingDocument_GivesItsFormat(string path, SourceFormat expected) =>
        Assert.Equal(expected, FormatDetector.Detect(RepositoryFiles.ReadAllText(path)));

    [DataFact("notices/govcn.jsonl")]
    public void Detect_StateCouncilNotices_AreNotices() => AssertAll("notices/govcn.jsonl", "text", SourceFormat.Notice, 34);

    [DataFact("laws/laws.jsonl.gz")]
    public void Detect_LawsAsText_AreNotices() => AssertAll("laws/laws.jsonl.gz", "text", SourceFormat.Notice, 136);

    [DataFact("laws/laws.jsonl.gz")]
    public void Detect_LawsAsMarkdown_AreMarkdown() => AssertAll("laws/laws.jsonl.gz", "markdown", SourceFormat.Markdown, 138);

    [DataFact("wikitext/pages.jsonl")]
    public void Detect_WikiPages_AreMediaWiki() => AssertAll("wikitext/pages.jsonl", "text", SourceFormat.MediaWiki, 93);

    [Theory]
    [InlineData("[[")]
    [InlineData("{{")]
    [InlineData("**")]
    [InlineData("[](")]
    [InlineData("== ")]
    [InlineData("= ")]
    [InlineData("# ")]
    [InlineData("|-")]
    [InlineData("- \n")]
    [InlineData("-")]
    [InlineData("| ")]
    [InlineData("\n ")]
    [InlineData("a")]
    public void Detect_OnePieceAMillionTimes_GivesTheFormatOfAThousand(string piece) => Assert.Equal(
        FormatDetector.Detect(string.Concat(Enumerable.Repeat(piece, 1_000))),
        FormatDetector.Detect(string.Concat(Enumerable.Repeat(piece, 1_000_000))));

    private static void AssertAll(string file, string field, SourceFormat expected, int count)
    {
        using var stream = File.OpenRead(RepositoryFiles.DataPath(file));
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        var wrong = new List<string>();
        var rows = 0;
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            // Two index pages are nothing but front matter: their text is Markdown too.
            if (field == "text" && row.RootElement.TryGetProperty("markdown", out var markdown) && markdown.ValueEquals(row.RootElement.GetProperty("text").GetString())) continue;
            rows++;
            var format = FormatDetector.Detect(row.RootElement.GetProperty(field).GetString()!);
            if (format != expected) wrong.Add($"{row.RootElement.GetProperty("id")}: {format}");
        }

        Assert.Equal(count, rows);
        Assert.Empty(wrong);
    }
}
