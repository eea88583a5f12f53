using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Reuse.Cleaning.Publishing;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Publishing;

public class NoticeTextTests
{
    [Fact]
    public void Lines_OfANotice_AreLaidOutWithTheirNotes() => Assert.Equal(
        """
        　　　某省人民政府办公厅关于印发驻京办规定的通知

        各市人民政府：
        　　现予印发。
        　　［缺：一、］［校1］
        　　二、主要职责
        　　（一）负责接待服务，编制31名。
        　　（二）承办交办事项。
        　　配合“回归工程”［疑有脱文］［校2］［校3］

        　　　　　　　　　　　　　　　　　某省人民政府办公厅
        　　　　　　　　　　　　　　　　　　　2011年1月29日［校4］

        ［校勘记］
        ［校1］缺文：“现予印发。”之后按编号应有一、，来源中未见。
        ［校2］脱文：“配合“回归工程””之后文句中断，疑有缺漏。
        ［校3］存疑：来源不能确定此段的位置，今暂置于此。可能的位置：二、（二）之后；已缺之条。此段之后的编号缺其前一号，可能属上一条，也可能是所缺之条的残文。
        ［校4］矛盾：发布日期早于成文日期。
        """, string.Join('\n', NoticeText.Lines(HandMadeNotice.Example())), ignoreLineEndingDifferences: true);

    [Fact]
    public void Lines_OfAttachments_StandApart() => Assert.Equal(
        """
        　　　　　　　　　国办发〔2010〕8号

        　　　　　　　　　　　关于甲的通知

        各市：
        　　现予印发。

        　　附件：规定

        　　　　　　　　　　　　　　　　　　　2010年1月19日

        附件

        　　　　　　　　　　　　　规定

        　　一、甲。
        """, string.Join('\n', NoticeText.Lines(Of(
            (CleanUnitKind.DocumentNumber, "国办发〔2010〕8号"), (CleanUnitKind.Title, "关于甲的通知"), (CleanUnitKind.Addressees, "各市："),
            (CleanUnitKind.Preamble, "现予印发。"), (CleanUnitKind.Attachment, "附件：规定"), (CleanUnitKind.Date, "2010年1月19日"),
            (CleanUnitKind.Attachment, "附件"), (CleanUnitKind.Title, "规定"), (CleanUnitKind.Clause, "一、甲。")))), ignoreLineEndingDifferences: true);

    [Fact]
    public void Lines_OfATable_HaveBlanksBetweenCells()
    {
        var lines = NoticeText.Lines(NoticeMarkdownTests.WithTable("# 关于甲的通知\n\n现予印发。\n\n| 序号 | 名称 |\n| - | - |\n| 1 | 甲 |\n\n某市人民政府\n\n2010年1月19日\n"));
        Assert.Equal(["序号　　名称", "1　　甲"], lines.Where(line => line.Contains("号　", StringComparison.Ordinal) || line.Contains('甲', StringComparison.Ordinal)).Skip(1));
    }

    [Fact]
    public void Lines_OfALongTitleAndSignature_AreNotPushedOut()
    {
        var lines = NoticeText.Lines(Of((CleanUnitKind.Title, new string('长', 40)), (CleanUnitKind.Signature, new string('署', 40)), (CleanUnitKind.Date, "2010年1月19日"))).ToList();
        Assert.Equal([new string('长', 40), "", new string('署', 40), "　　2010年1月19日"], lines);
    }

    [Fact]
    public void Lines_OfNothing_AreNone() => Assert.Empty(NoticeText.Lines(new HandMadeNotice().Build()));

    [Fact]
    public void Lines_OfAnyUnits_AreOneForEachInTheirOrder() => Prop.ForAll(NoticeMarkdownTests.Units, units =>
    {
        var text = string.Join('\n', NoticeText.Lines(Of(units)));
        var document = MarkupFormats.For(SourceFormat.Notice).Read(SourceText.FromString(text), new MarkupOptions("d"));
        Assert.Equal(units.Select(unit => unit.Text), document.Blocks.Select(block => block.Span.Of(document.Text.Text)));
    }).QuickCheckThrowOnFailure();

    internal static CleanedNotice Of(params (CleanUnitKind Kind, string Text)[] units)
    {
        var made = new HandMadeNotice();
        for (var i = 0; i < units.Length; i++)
            made.Piece($"u{i}", units[i].Text).Piece("", "\n").Unit($"u{i}", units[i].Kind);
        return made.Build();
    }
}
