using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Copies;

/// <summary>What rightly stands twice in a damaged notice stays twice.</summary>
public sealed class TwinUnitsTests
{
    [Fact]
    public void Clean_FormulaWhoseNumberIsDueInItsOwnList_StandsInBothLists()
    {
        var notice = CleanedNotices.Clean("""
            某市机构编制规定
            四、主要职责
            （四）资产管理处。负责机关国有资产的登记、调配和处置工作。
            （五）信息联络处。承担信息的收集、整理和报送工作。
            （六）承办市政府交办的其他事项。
            五、人员编制
            核定行政编制二十名，其中局长一名、副局长二名。
            四、主要职责
            （四）资产管理处。负责机关国有资产的登记、调配和处置工作。
            六、监督管理
            （五）建立检查制度，每季度通报一次检查结果，公开投诉渠道。
            （六）承办市政府交办的其他事项。
            整合各县平台的数据资源，实现互联互通。
            五、人员编制
            核定行政编制二十名，其中局长一名、副局长二名。
            七、附则
            本规定由市机构编制委员会办公室负责解释。
            """);

        Assert.Equal(["四、（六）", "六、（六）"], notice.Units.Where(unit => unit.Text.Contains("承办市政府", StringComparison.Ordinal)).Select(unit => string.Concat(unit.Path)));
        CleanedNotices.AssertSound(notice);
    }

    [Fact]
    public void Clean_TitleThatEveryCopySaysTwice_StandsTwice()
    {
        const string Head = "某法院关于审理渔船碰撞案件若干问题的解释\n某法院关于审理渔船碰撞案件若干问题的解释\n法释〔2013〕5号\n第一条 渔船碰撞的责任，按照过失程度的比例确定。\n";
        var notice = CleanedNotices.Clean(Head + "第二条 双方都有过失而不能判定比例的，平均负担赔偿责任。\n第三条 因不可抗力发生碰撞的，损失由受害者自行承担。\n"
            + Head + "第四条 请求权的时效期间为二年，自碰撞之日起计算。\n第三条 因不可抗力发生碰撞的，损失由受害者自行承担。\n");

        Assert.Equal(2, notice.Units.Count(unit => unit.Kind == CleanUnitKind.Title));
        CleanedNotices.AssertSound(notice);
    }

    [Fact]
    public void Clean_TitleOfWhatIsAttached_StandsInTheNoteAndOverItsText()
    {
        var notice = CleanedNotices.Clean("""
            某省民政厅关于印发某省殡葬管理工作细则的通知
            各市、县民政局：
            现将《某省殡葬管理工作细则》印发给你们，请遵照执行。
            附件：
            某省殡葬管理工作细则
            某省民政厅
            2013年7月8日
            某省殡葬管理工作细则
            一、殡葬管理应当节约土地，革除丧葬陋俗，提倡文明节俭办丧事。
            二、民政部门负责殡葬设施的规划、审批和监督检查工作。
            某省殡葬管理工作细则
            一、殡葬管理应当节约土地，革除丧葬陋俗，提倡文明节俭办丧事。
            三、公墓经营单位应当公示收费项目和收费标准，接受社会监督。
            """);

        Assert.Equal(2, notice.Units.Count(unit => unit.Text == "某省殡葬管理工作细则"));
        CleanedNotices.AssertSound(notice);
    }

    [Fact]
    public void Clean_TitleRunTogetherWithThePathToThePage_IsNotThePages()
    {
        var notice = CleanedNotices.Clean("首页 > 政务公开 > 通知公告某市人民政府关于加强渔船安全管理的通知\n某政发〔2016〕8号\n各县（区）人民政府：\n为加强渔船安全管理，现就有关事项通知如下。\n"
            + "一、渔船出港前应当检查救生、消防和通信设备，不符合要求的不得出海作业。\n");

        Assert.EndsWith("某市人民政府关于加强渔船安全管理的通知", notice.Units[0].Text, StringComparison.Ordinal);
        CleanedNotices.AssertSound(notice);
    }

    [Theory]
    [InlineData("第一条 \n为")]
    [InlineData("第一条\n 为")]
    [InlineData("第一条\r\n\r\n 为")]
    public void Clean_BlankBehindMarkAtALineBreak_IsKeptWithTheMark(string broken)
    {
        var notice = CleanedNotices.Clean($"某省渔港管理办法\n{broken}加强渔港管理，维护渔港秩序，制定本办法。\n第二条 渔港监督机关负责渔港的监督管理。\n");

        Assert.All(notice.Boilerplate, span => Assert.DoesNotContain(' ', span.Of(notice.Document.Source.Text)));
        Assert.StartsWith("第一条 ", notice.Units[1].Text, StringComparison.Ordinal);
        CleanedNotices.AssertSound(notice);
    }

    [Fact]
    public void Clean_SignatureAndDateRunTogetherWithWhoKeepsTheSite_AreTheNotices()
    {
        var notice = CleanedNotices.Clean("国务院办公厅关于加强渔船安全管理的通知\n各省、自治区、直辖市人民政府：\n为加强渔船安全管理，现就有关事项通知如下。\n"
            + "一、渔船出港前应当检查救生、消防和通信设备，不符合要求的不得出海作业。\n国务院办公厅2016年3月9日政府网站标识码：79067版权所有：某市人民政府办公室\n");

        Assert.Contains(notice.Units, unit => unit.Text == "国务院办公厅");
        CleanedNotices.AssertSound(notice);
    }

    [Fact]
    public void Clean_FormulaAtTwoPlacesEachThereTwice_StandsAtBoth()
    {
        const string First = "一、某市水利局\n（一）负责河道、水库和堤防工程的安全运行和日常巡查工作。\n（二）承办领导交办的其他事项。\n";
        const string Second = "二、某市交通运输局\n（一）负责道路、桥梁和隧道的防汛排水和警示标志设置工作。\n（二）承办领导交办的其他事项。\n";
        var notice = CleanedNotices.Clean("某市人民政府关于印发防汛职责分工的通知\n各县（区）人民政府：\n现将防汛职责分工印发给你们，请认真贯彻执行。\n"
            + First + Second + First + Second + "三、某市应急管理局\n（一）负责组织编制防汛应急预案，协调抢险救援力量和物资。\n");

        Assert.Equal(2, notice.Units.Count(unit => unit.Text == "（二）承办领导交办的其他事项。"));
        CleanedNotices.AssertSound(notice);
    }
}
