using Zhujingban.Corpus.Documents;
using static Zhujingban.Corpus.Tests.Markup.Docx.DocxSamples;

namespace Zhujingban.Corpus.Tests.Markup.Docx;

/// <summary>What a package holds beside plain paragraphs: merged cells, notes, page heads, comments, text boxes, revisions.</summary>
public sealed class DocxPartsTests
{
    [Fact]
    public void Read_CellsMergedDown_AreOneCell()
    {
        var document = Read(Package("<w:tbl>"
            + "<w:tr>" + Cell("单位", "<w:vMerge w:val=\"restart\"/>") + Cell("联系", "<w:gridSpan w:val=\"2\"/>") + "</w:tr>"
            + "<w:tr>" + Cell("", "<w:vMerge/>") + Cell("电话") + Cell("地址") + "</w:tr>"
            + "<w:tr>" + Cell("", "<w:vMerge/>") + Cell("123") + Cell("北京") + "</w:tr>"
            + "<w:tr>" + Cell("甲办") + Cell("456") + Cell("上海") + "</w:tr></w:tbl>"));

        var rows = Assert.Single(document.Tables).Rows;
        Assert.Equal("单位\t联系\n电话\t地址\n123\t北京\n甲办\t456\t上海", document.Text.Text);
        Assert.Equal((3, 1), (rows[0][0].Rowspan, rows[0][0].Colspan));
        Assert.Equal((1, 2), (rows[0][1].Rowspan, rows[0][1].Colspan));
        Assert.Equal([2, 2, 2, 3], rows.Select(row => row.Count));
    }

    [Fact]
    public void Read_MergedCellBehindWideOne_FindsItsColumn()
    {
        var document = Read(Package("<w:tbl><w:tr>" + Cell("甲", "<w:gridSpan w:val=\"2\"/>") + Cell("乙", "<w:vMerge w:val=\"restart\"/>") + "</w:tr>"
            + "<w:tr>" + Cell("丙") + Cell("丁") + Cell("", "<w:vMerge/>") + "</w:tr></w:tbl>"));

        Assert.Equal(2, Assert.Single(document.Tables).Rows[0][1].Rowspan);
    }

    [Fact]
    public void Read_CellMergedAcrossInTheOlderWay_TakesBothColumns()
    {
        var document = Read(Package("<w:tbl><w:tr>" + Cell("甲", "<w:hMerge w:val=\"restart\"/>") + Cell("", "<w:hMerge/>") + Cell("乙") + "</w:tr>"
            + "<w:tr>" + Cell("丙") + Cell("丁") + Cell("戊") + "</w:tr></w:tbl>"));

        Assert.Equal("甲\t乙\n丙\t丁\t戊", document.Text.Text);
        Assert.Equal(2, Assert.Single(document.Tables).Rows[0][0].Colspan);
    }

    [Fact]
    public void Read_CellThatGoesOnWithTextOfItsOwn_KeepsIt() => Assert.Equal("甲\t乙\n丙\t丁", Read(Package(
        "<w:tbl><w:tr>" + Cell("甲", "<w:vMerge w:val=\"restart\"/>") + Cell("乙") + "</w:tr><w:tr>" + Cell("丙", "<w:vMerge/>") + Cell("丁") + "</w:tr></w:tbl>")).Text.Text);

    [Fact]
    public void Read_Notes_AreReferencesAndNoText()
    {
        var document = Read(Zip(
            ("word/document.xml", $"<w:document {Word}><w:body><w:p><w:r><w:t>驻京办</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>的职能。</w:t></w:r></w:p></w:body></w:document>"),
            ("word/footnotes.xml", $"<w:footnotes {Word}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"2\">{Lines("见第三条。")}</w:footnote></w:footnotes>"),
            ("word/endnotes.xml", $"<w:endnotes {Word}><w:endnote w:id=\"2\">{Lines("尾注。")}</w:endnote></w:endnotes>")));

        Assert.Equal("驻京办的职能。", document.Text.Text);
        Assert.Equal(["footnote: 见第三条。", "endnote: 尾注。"], document.References.Select(note => $"{note.Group}: {note.Text}"));
        Assert.Equal(new TextSpan(3, 3), Assert.Single(document.References[0].Uses));
        Assert.Equal(["ReferenceList: 尾注。⏎见第三条。"], Dropped(document));
    }

    [Fact]
    public void Read_HeadsFeetAndComments_AreDroppedWithAReason()
    {
        var document = Read(Zip(
            ("word/document.xml", $"<w:document {Word}><w:body>{Lines("甲")}</w:body></w:document>"), ("word/comments.xml", $"<w:comments {Word}><w:comment>{Lines("改一下")}</w:comment></w:comments>"),
            ("word/footer1.xml", $"<w:ftr {Word}>{Lines("—1—")}</w:ftr>"), ("word/header1.xml", $"<w:hdr {Word}>{Lines("内部资料")}</w:hdr>")));

        Assert.Equal("甲", document.Text.Text);
        Assert.Equal(["Comment: 改一下⏎", "Boilerplate: —1—⏎内部资料"], Dropped(document));
    }

    [Fact]
    public void Read_TextBox_IsTextOnce() => Assert.Equal("甲\n框中的字\n乙", Read(Package(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:txbxContent>" + Lines("框中的字") + "</w:txbxContent></mc:Choice>"
        + "<mc:Fallback><w:pict><w:txbxContent>" + Lines("框中的字") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + Lines("乙"))).Text.Text);

    [Fact]
    public void Read_Revisions_AreReadAsAcceptedAndSaid()
    {
        var document = Read(Package("<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>原处</w:t></w:r></w:moveFrom>"
            + "<w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>"));

        Assert.Equal("新新处", document.Text.Text);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "deletions");
    }

    [Fact]
    public void Read_ManyPartsThatUnpackToMuch_StopInAll()
    {
        var bomb = $"<w:hdr {Word}><w:p><w:r><w:t>" + new string('乙', 300_000);
        var document = Read(Zip([("word/document.xml", $"<w:document {Word}><w:body>{Lines("甲")}</w:body></w:document>"),
            .. Enumerable.Range(0, 300).Select(n => ($"word/header{n}.xml", bomb))]));

        Assert.Equal("甲", document.Text.Text);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "zip-limit");
    }

    private static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{(text.Length > 0 ? $"<w:r><w:t>{text}</w:t></w:r>" : "")}</w:p></w:tc>";

    private static IEnumerable<string> Dropped(Document document) => document.Dropped.Where(drop => drop.Reason != DropReason.Whitespace)
        .Select(drop => $"{drop.Reason}: {drop.Span.Of(document.Source.Text).Replace("\n", "⏎", StringComparison.Ordinal)}");
}
