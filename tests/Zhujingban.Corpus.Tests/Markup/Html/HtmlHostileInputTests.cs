using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Tests.Markup.Html;

/// <summary>Pages that nobody wrote for a reader: each gives a document on a small stack, and nothing is lost.</summary>
public sealed class HtmlHostileInputTests
{
    private const int Count = 100_000;
    private const int StackSize = 256 * 1024;

    private static readonly Dictionary<string, Func<string>> Inputs = new()
    {
        ["empty"] = () => "",
        ["nested divs"] = () => Repeat("<div>", Count) + "甲" + Repeat("</div>", Count),
        ["unclosed spans"] = () => Repeat("<span>甲", Count),
        ["unclosed bold, each of its own"] = () => string.Concat(Enumerable.Range(0, Count).Select(n => $"<p><b id={n}>甲")),
        ["unclosed fonts that are alike"] = () => Repeat("<p><font color=red>甲", Count),
        ["nested tables"] = () => Repeat("<table><tr><td>", Count) + "甲",
        ["divs that cells keep from closing"] = () => Repeat("<div><table><td></div>", Count),
        ["nested lists"] = () => Repeat("<ul><li>甲", Count),
        ["10,000 tables"] = () => Repeat("<table><tr><td>甲</td><td>乙</td></tr></table>", 10_000),
        ["10,000 tables in an official document"] = () => "<p>某局关于报送材料的通知</p><p>某发〔2019〕1号</p><p>各单位：</p><p>一、甲。</p>" + Repeat("<table><tr><td>甲</td><td>乙</td></tr></table>", 10_000),
        ["one long row"] = () => "<table><tr>" + Repeat("<td>甲", Count),
        ["unclosed paragraphs"] = () => Repeat("<p>甲", Count),
        ["unclosed links"] = () => Repeat("<a href=x>甲", 20_000),
        ["attributes"] = () => "<div " + string.Concat(Enumerable.Range(0, Count).Select(n => $"a{n}=b ")) + ">甲</div>",
        ["one endless line"] = () => "<p>" + Repeat("驻京办的管理，", 700_000),
        ["one endless line without markup"] = () => Repeat("驻京办的管理 ", 700_000),
        ["NULs"] = () => Repeat("甲\0<p>\0", Count),
        ["unclosed tags"] = () => Repeat("<a x=\"", Count),
        ["angle brackets"] = () => Repeat("<", Count),
        ["ends"] = () => Repeat("</p>", Count),
        ["unclosed comments"] = () => Repeat("甲<!-- ", Count),
        ["unclosed scripts"] = () => Repeat("<script>甲", Count),
        ["entities"] = () => Repeat("&am", Count),
        ["labels"] = () => "<p>" + Repeat("文号：甲 ", Count),
        ["label lines"] = () => Repeat("<p>文号：<p>成文日期：", Count / 2),
        ["unclosed everything"] = () => "<html><head><title>甲<body><table><tr><td><ul><li><a href=\"<b <i><!-- <p",
    };

    public static TheoryData<string> Names => [.. Inputs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_HostilePage_GivesADocument(string name)
    {
        var input = Inputs[name]();
        Document? document = null;
        var thread = new Thread(() => document = HtmlPages.Read(input), StackSize);
        thread.Start();
        thread.Join();

        Assert.NotNull(document);
        HtmlPages.AssertSound(document);
    }

    [Fact]
    public void Read_PageThatNestsTooDeep_SaysSoAndKeepsItsText()
    {
        var document = HtmlPages.Read("<p>前面的话。</p>" + Repeat("<div>", Count) + "<p>里面的话。</p>");

        Assert.Contains("前面的话。", document.Text.Text, StringComparison.Ordinal);
        Assert.Contains("里面的话。", document.Text.Text, StringComparison.Ordinal);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "nesting-limit");
    }

    [Fact]
    public void Read_CellsThatAreNeverClosed_AreNoNesting() => Assert.DoesNotContain(
        HtmlPages.Read("<table>" + Repeat("<tr><td><font color=red>甲<td>乙", 1000) + "</table>").Diagnostics, diagnostic => diagnostic.Code == "nesting-limit");

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
