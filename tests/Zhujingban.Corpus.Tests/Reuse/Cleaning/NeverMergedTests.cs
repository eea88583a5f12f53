namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

/// <summary>
/// A page that was taken twice, and says one sentence otherwise the second time: between sentences that are all said again, too, what differs in a number, a negation,
/// a time, a party, a level, a place or a name stays two.
/// </summary>
public sealed class NeverMergedTests
{
    [Theory]
    [InlineData("市场监管部门对不合格的产品依法予以没收销毁，并向社会公告处理结果。", "市场监管部门对均合格的产品依法予以没收销毁，并向社会公告处理结果。")]
    [InlineData("当事人逾期未改正的，由主管部门处以罚款，并责令停产停业整顿。", "当事人逾期来改正的，由主管部门处以罚款，并责令停产停业整顿。")]
    [InlineData("当事人逾期不改正的，由主管部门处以罚款，并责令停产停业整顿。", "当事人逾期才改正的，由主管部门处以罚款，并责令停产停业整顿。")]
    [InlineData("各单位的专项资金必须单独核算，不得与其他资金混合使用。", "各单位的专项资金无须单独核算，不得与其他资金混合使用。")]
    [InlineData("对符合条件的企业减征城镇土地使用税，具体办法由财政部门制定。", "对符合条件的企业加征城镇土地使用税，具体办法由财政部门制定。")]
    [InlineData("申请人应当自收到通知之日起五日内提交材料，并说明变更的理由。", "申请人应当自收到通知之日起五日后提交材料，并说明变更的理由。")]
    [InlineData("纳税人应当按月申报城镇土地使用税，并附送土地权属证明材料。", "纳税人应当按季申报城镇土地使用税，并附送土地权属证明材料。")]
    [InlineData("本合同的检验费用由买方承担，双方另有约定的从其约定执行。", "本合同的检验费用由卖方承担，双方另有约定的从其约定执行。")]
    [InlineData("试点工作在太原市先行开展，取得经验以后再逐步推开。", "试点工作在太康市先行开展，取得经验以后再逐步推开。")]
    [InlineData("试点工作由长寿区人民政府组织实施，每季度报送进展情况。", "试点工作由长安区人民政府组织实施，每季度报送进展情况。")]
    [InlineData("公示期满后由债权人向登记机关提出申请，并附送合同副本。", "公示期满后由债务人向登记机关提出申请，并附送合同副本。")]
    [InlineData("鉴定费用先由原告垫付，诉讼终结以后再由败诉一方承担。", "鉴定费用先由被告垫付，诉讼终结以后再由败诉一方承担。")]
    [InlineData("房屋的日常修缮由出租人负责，所需费用列入当年的预算。", "房屋的日常修缮由承租人负责，所需费用列入当年的预算。")]
    [InlineData("整治工作应当在三年内完成，逾期未完成的追究领导责任。", "整治工作应当在三年完成，逾期未完成的追究领导责任。")]
    [InlineData("名录由副省长审定以后印发，并抄送有关部门和单位执行。", "名录由省长审定以后印发，并抄送有关部门和单位执行。")]
    [InlineData("会议由王建国同志主持，有关部门的负责人汇报工作情况。", "会议由王建军同志主持，有关部门的负责人汇报工作情况。")]
    [InlineData("牵头部门应当会同县财政局提出方案，报请常务会议审议。", "牵头部门应当会同县财政所提出方案，报请常务会议审议。")]
    [InlineData("市级储备防汛编织袋10万条，由水务部门统一调配使用。", "市级储备防汛编织袋20万条，由水务部门统一调配使用。")]
    [InlineData("驻京办事处主任由省级机关选派，任期不超过五年。", "驻京办事处主任由市级机关选派，任期不超过五年。")]
    [InlineData("福建鑫源建材有限公司按照协议承担供货任务，不得延误工期。", "福建鑫泉建材有限公司按照协议承担供货任务，不得延误工期。")]
    [InlineData("九龙溪流域的水质监测由生态环境部门负责，每月公布结果。", "九龙江流域的水质监测由生态环境部门负责，每月公布结果。")]
    [InlineData("油茶种植补贴由林业部门核定以后发放，每年公示一次。", "油菜种植补贴由林业部门核定以后发放，每年公示一次。")]
    [InlineData("工程开工以后应当及时报告主管部门，并接受监督检查。", "工程完工以后应当及时报告主管部门，并接受监督检查。")]
    [InlineData("能繁母畜按照每头每年的标准给予补助，由县级财政承担。", "能繁母畜按照每只每年的标准给予补助，由县级财政承担。")]
    public void Clean_PageTwiceWithOneSentenceOtherwise_KeepsBoth(string one, string other) => AssertKeepsBoth(Page(one) + Page(other), one, other);

    [Theory]
    [InlineData("电费收入应当专户存储并接受审计监督。", "水费收入应当专户存储并接受审计监督。")]
    [InlineData("领导小组会议由主任委员召集并主持。", "领导小组会议由副主任委员召集并主持。")]
    [InlineData("相关经费由财政部门会同有关单位核定。", "相关经费由民政部门会同有关单位核定。")]
    [InlineData("名单由李文华审定以后印发有关单位。", "名单由李文化审定以后印发有关单位。")]
    public void Clean_TwoSectionsWithOneFormulaAroundUnlikeSentences_KeepsBothOfAPageTakenTwice(string one, string other)
    {
        const string Before = "各县区要加强组织领导，明确责任分工，确保各项任务落到实处。";
        const string Behind = "市政府办公室要会同有关部门开展专项督查，定期通报工作进展情况。";
        var page = "某市人民政府办公室关于加强管理工作的通知\n各县（区）人民政府，市直各单位：\n一、做好农村饮水工程管护\n县级水利部门要摸清底数。" + Before + one + Behind
            + "\n二、做好城市供水管网改造\n住房城乡建设部门要排查老旧管网。" + Before + other + Behind + "\n三、其他\n自行解释。\n";
        AssertKeepsBoth(page + page, one, other);
    }

    [Fact]
    public void Clean_SentencesSideBySideThatDifferInAWord_KeepsBoth() => AssertKeepsBoth(
        "（一）各县区人民政府要加强电子政务平台运行，及时研究解决突出问题。电费收入应当专户存储并接受审计监督。水费收入应当专户存储并接受审计监督。市卫生健康委要细化基层执法队伍培训，不得推诿扯皮。"
        + "（一）各县区人民政府要加强电子政务平台运行，及时研究解决突出问题。市卫生健康委要细化基层执法队伍培训，不得推诿扯皮。",
        "电费收入应当专户存储并接受审计监督。", "水费收入应当专户存储并接受审计监督。");

    [Fact]
    public void Clean_BrokenSentenceOfAnotherLevelBeforeTheSameOne_KeepsBoth() => AssertKeepsBoth("""
        某某市人民政府办公室关于加强管理工作的通知
        各县（区）人民政府，市直各单位：
        一、规范审批程序
        （一）市应急管理局要细化公共卫生服务能力，不得推诿扯皮。
        （二）市教育局要推进均衡发展。
        二、落实监管责任
        （一）市自然资源局要健全食品药品质量监管，确保各项任务按期完成。
        （二）县级财政负责安排乡级道路养护专项资金。
        三、其他
        自行解释。
        某某市人民政府办公室关于加强管理工作的通知
        各县（区）人民政府，市直各单位：
        二、落实监管责任省自然资源局要健全食品药品质量监管，确保各项任务按期完成。
        （二）县级财政负责安排乡级道路养护专项资金。
        一、规范审批程序
        （一）市应急管理局要细化公共卫生服务能力，不得推诿扯皮。

        """, "（一）市自然资源局要健全食品药品质量监管，确保各项任务按期完成。", "省自然资源局要健全食品药品质量监管，确保各项任务按期完成。");

    private static void AssertKeepsBoth(string text, string one, string other)
    {
        var notice = CleanedNotices.Clean(text);
        var kept = string.Concat(notice.Units.Select(unit => unit.Text));
        Assert.Contains(one, kept, StringComparison.Ordinal);
        Assert.Contains(other, kept, StringComparison.Ordinal);
        CleanedNotices.AssertSound(notice);
    }

    private static string Page(string sentence) => $"""
        某市人民政府关于做好有关工作的通知
        某政发〔2012〕5号
        各区县人民政府，市政府各部门：
        为做好今年的有关工作，经市人民政府研究同意，现将有关事项通知如下。
        一、总体要求
        坚持预防为主，及时消除薄弱环节和重大隐患，保障人民群众生命财产安全。
        二、主要任务
        各部门应当加强监测预警，遇有险情立即向市人民政府报告。
        {sentence}
        任何单位和个人不得挤占和挪用本级财政安排的专项经费。
        三、保障措施
        对玩忽职守造成重大损失的，依法依规追究有关人员的责任。
        某市人民政府
        2012年5月18日

        """;
}
