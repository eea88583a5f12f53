using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>Bad input is normal input: it is read with bounded stack, and nothing is lost.</summary>
public class OfficialDocumentHostileTests
{
    public static TheoryData<string, int> Inputs => new()
    {
        { "（一）", 100_000 },
        { "（一）\n", 100_000 },
        { "一、\n", 100_000 },
        { "一、甲（一）乙。", 100_000 },
        { "。一、（一）1.（1）①", 100_000 },
        { "第一条\n", 100_000 },
        { "第一条", 300_000 },
        { "。第一条文", 200_000 },
        { "第一章", 300_000 },
        { "第一编总则第一章总则第一节总则第一条文。", 50_000 },
        { "第一章总则\n", 100_000 },
        { "“第一条", 200_000 },
        { "第九千九百九十九条之九十九", 100_000 },
        { "第", 1_000_000 },
        { "\0", 1_000_000 },
        { "文", 7_000_000 },
        { "（", 1_000_000 },
        { "《", 1_000_000 },
        { "、", 1_000_000 },
        { "一", 1_000_000 },
        { "1.", 1_000_000 },
        { "1. ", 100_000 },
        { "1) ", 100_000 },
        { "“（一）", 100_000 },
        { "一、（一）1.（1）①", 50_000 },
        { "2010年", 300_000 },
        { "。2010年1月19日", 200_000 },
        { "。国务院2010年1月19日", 100_000 },
        { "章）2010年1月19日", 100_000 },
        { "关于甲的通知", 200_000 },
        { "关于甲乙丙丁的通知\n", 100_000 },
        { "国务院关于甲乙丙丁的通知关于甲乙丙丁的通知\n", 100_000 },
        { "附件\n", 200_000 },
        { "国务院\n", 200_000 },
        { "2010年1月19日\n", 100_000 },
        { "发布日期：2010年1月19日\n", 100_000 },
        { "（一）负责我省厅级以上领导到京的接待服务工作，为我省在京经商、务工、遇困人员提供帮助。", 50_000 },
        { "负责我省厅级以上领导到京的接待服务工作。", 100_000 },
        { "抄送：甲。\n", 100_000 },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Read_OneThingOverAndOver_LosesNothing(string piece, int times)
    {
        var text = new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
        foreach (var clean in (bool[])[false, true])
        {
            var document = Notices.Read(text, clean);
            Assert.Empty(Notices.FaultsOf(document));
        }
    }

    [Fact]
    public void Read_RandomNumbers_KeepsThemWithDiagnostics()
    {
        var random = new Random(1);
        var text = new StringBuilder("关于编号的通知\n");
        string[] digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
        for (var i = 0; i < 50_000; i++)
        {
            var number = digits[random.Next(digits.Length)];
            text.Append(random.Next(4) switch { 0 => $"{number}、", 1 => $"（{number}）", 2 => $"{random.Next(1, 99)}.", _ => $"（{random.Next(1, 99)}）" });
            text.Append("事项。\n");
        }

        var document = Notices.Read(text.ToString());
        Notices.AssertSound(document);
        var numbered = document.Clauses.Where(clause => clause.Kind == ClauseKind.Clause).Select(clause => clause.EId)
            .Union(document.Sections.Select(section => section.EId));
        Assert.Equal(50_000, numbered.Count());
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "number-backwards");
        Assert.True(document.Diagnostics.Count(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info) <= 3);
    }
}
