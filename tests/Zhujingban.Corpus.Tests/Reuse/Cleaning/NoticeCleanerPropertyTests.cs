using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Benchmarks.Cleaning;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

/// <summary>What holds of whatever is cleaned: nothing is lost or had twice, and what is told of it names what is there.</summary>
public class NoticeCleanerPropertyTests
{
    private static readonly string[] Pieces =
    [
        .. Sentences("fujian-beijing-office-2011.txt"), .. Sentences("guobanfa-2010-8.txt"),
        "\n", "\n", "\r\n", "\u2028", "　　", " ", "\u200B", "\0", "😀", "\ud800", "。", "；", "，", "（", "）", "《", "》", "“", "一、", "（一）", "（二）", "十九、",
        "1.", "（1）", "①", "第一章总则", "第一条", "第二条之一", "（三）项", "打印本页", "分享到：", "附件1", "附件：", "国务院办公厅", "2011年1月29日", "二○一一年一月二十九日",
        "关于开展检查的通知", "各省、自治区、直辖市人民政府：", "国办发〔2010〕8号", "發布日期：2010-01-19",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static readonly Arbitrary<DamagedNotice> Damaged = (
        from tier in Gen.Elements(Enum.GetValues<DamageTier>())
        from number in Gen.Choose(0, 1_000_000)
        select new DamagedNotices(11).Make(tier, number)).ToArbitrary();

    [Fact]
    public void Clean_AnyPieces_AccountsForEveryCodeUnit() =>
        Prop.ForAll(Texts, text => CleanedNotices.AssertSound(CleanedNotices.Clean(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    [Fact]
    public void Clean_ADamagedNotice_AccountsForEveryCodeUnit() =>
        Prop.ForAll(Damaged, damaged => CleanedNotices.AssertSound(CleanedNotices.Clean(damaged.Text))).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    /// <summary>One in twelve thousand: a number stands behind a foot, in no unit.</summary>
    [Fact]
    public void Clean_NumberBehindAFoot_AccountsForEveryCodeUnit() =>
        Prop.ForAll(Damaged, damaged => CleanedNotices.AssertSound(CleanedNotices.Clean(damaged.Text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1).WithReplay(18282998116889606962, 5631323662960414785, 82));

    [Fact]
    public void Clean_Again_GivesTheSame() =>
        Prop.ForAll(Damaged, damaged => Assert.Equal(Json(damaged.Text), Json(damaged.Text))).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Clean_ADamagedNotice_RepeatsNameWhatIsKept() => Prop.ForAll(Damaged, damaged =>
    {
        var notice = CleanedNotices.Clean(damaged.Text);
        foreach (var (unit, duplicate) in notice.Units.SelectMany(unit => unit.Duplicates.Select(duplicate => (unit, duplicate))))
            Assert.All(duplicate.Of, of => Assert.Contains(unit.Spans, span => span.Contains(of)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static string Json(string text) => JsonSerializer.Serialize(CleanRecord.Of(CleanedNotices.Clean(text)));

    private static IEnumerable<string> Sentences(string file) =>
        RepositoryFiles.ReadAllText("corpus", "sources", "notices", file).Split('。').Select(sentence => sentence.Trim() + "。");
}
