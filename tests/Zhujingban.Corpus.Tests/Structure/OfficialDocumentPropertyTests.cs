using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>What must be true of every document, on random recombinations of real pieces.</summary>
public class OfficialDocumentPropertyTests
{
    internal static IReadOnlyList<string> RealPieces => Pieces;

    private static readonly string[] Pieces =
    [
        .. Lines("guobanfa-2010-8.txt"), .. Lines("fujian-beijing-office-2011.txt"),
        "\n", "\r\n", "\n\n", "\f", "\0", "　　", "。", "一、", "（一）", "(二)", "1.", "２、", "（1）", "①", "第一章　总则\n", "第二条　", "第一章总则", "第二章附则", "第一条", "第二条", "第三条之一", "目录", "第一节", "二、审理", "附件\n", "附件1：\n",
        "国务院办公厅\n", "2010年1月19日\n", "二○一一年一月二十九日", "（此件公开发布）\n", "抄送：各部门。\n", "国办发〔2010〕8号\n",
        "发布日期:2011-01-25", "中华人民共和国国务院令\n第706号\n", "专题会议纪要\n〔2014〕23号\n", "国家税务总局公告2016年第78号\n", "（一九八一年一月卅日）\n", "关于甲乙的通知\n", "《", "》", "“", "”", "\u200B", "\uFEFF",
    ];

    private static readonly Arbitrary<string> Recombined =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Read_AnyRecombination_IsSound() => Prop.ForAll(Recombined, text =>
    {
        Notices.AssertSound(Notices.Read(text));
        Notices.AssertSound(Notices.Read(text, clean: true));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Read_AnyRecombination_LeavesNoTextWithoutAPlace() => Prop.ForAll(Recombined, text =>
    {
        var document = Notices.Read(text);
        var covered = document.Clauses.Select(clause => clause.Span).Concat(document.Sections.Select(section => section.HeadingSpan))
            .Append(document.TitleSpan ?? default);
        var rest = Zhujingban.Corpus.Documents.TextSpans.Complement(
            Zhujingban.Corpus.Documents.TextSpans.Flatten(covered), document.Text.Text.Length);
        var left = string.Concat(rest.Select(span => span.Of(document.Text.Text)));
        var number = document.Metadata.DocumentNumber ?? "";
        Assert.True(left.Where(c => !char.IsWhiteSpace(c)).Count() <= number.Length + 2, left);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static string[] Lines(string file) =>
        RepositoryFiles.ReadAllText("corpus", "sources", "notices", file).Split(['\n', '。']).Select(line => line + "。").ToArray();
}
