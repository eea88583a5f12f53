using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Tests.Markup.Html;
using static Zhujingban.Corpus.Tests.Markup.Docx.DocxSamples;

namespace Zhujingban.Corpus.Tests.Markup.Docx;

public sealed class DocxFormatTests
{
    private const string Numbering = $"""
        <w:numbering {Word}><w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """;

    [Fact]
    public void Read_Numbering_StandsInTheText()
    {
        var document = Read(Package(Numbered("总体要求", 0) + Numbered("工作原则", 1) + Numbered("工作分工", 1) + Numbered("附则", 0), Numbering));

        Assert.Equal("一、总体要求\n（一）工作原则\n（二）工作分工\n二、附则", document.Text.Text);
    }

    [Fact]
    public void Read_Notice_IsReadAsAnOfficialDocument()
    {
        var document = Read(Package(Lines("某市人民政府关于加强管理的通知", "某政发〔2019〕6号", "各区人民政府：", "现通知如下：", "一、甲。", "二、乙。", "某市人民政府", "2019年1月22日")));

        Assert.Equal("某政发〔2019〕6号", document.Metadata.DocumentNumber);
        Assert.Equal("2019-01-22", document.Metadata.Date);
        Assert.Equal(["一、", "二、"], document.Clauses.Where(clause => clause.Kind == ClauseKind.Clause).Select(clause => clause.Num));
    }

    [Fact]
    public void Read_Table_KeepsItsGrid()
    {
        var table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + Lines("单位") + "</w:tc></w:tr><w:tr><w:tc>" + Lines("甲", "乙") + "</w:tc><w:tc>" + Lines("丙") + "</w:tc></w:tr></w:tbl>";
        var document = Read(Package(Lines("表一") + table));

        Assert.Equal("表一\n单位\n甲 乙\t丙", document.Text.Text);
        Assert.Equal(2, Assert.Single(document.Tables).Rows[0][0].Colspan);
    }

    [Fact]
    public void Read_DeletedTextAndFieldCodes_AreNoText() => Assert.Equal("甲丙", Read(Package(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t>丙</w:t></w:r></w:ins></w:p>")).Text.Text);

    [Fact]
    public void Read_BrokenXml_KeepsWhatCameBefore()
    {
        var document = Read(Zip(("word/document.xml", $"<w:document {Word}><w:body>{Lines("甲")}<w:p><w:r><w:t>乙</w:x>")));

        Assert.StartsWith("甲", document.Text.Text, StringComparison.Ordinal);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "bad-xml");
    }

    [Fact]
    public void Read_DocumentTypeWithEntities_IsRefused() => Assert.Contains(
        Read(Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))).Diagnostics, diagnostic => diagnostic.Code == "bad-xml");

    [Fact]
    public void Read_ZipBomb_StopsAtTheLimit()
    {
        var document = Read(Zip(("word/document.xml", $"<w:document {Word}><w:body>{Lines("甲")}<w:p><w:r><w:t>" + new string('乙', 20_000_000))));

        Assert.StartsWith("甲", document.Text.Text, StringComparison.Ordinal);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "zip-limit");
    }

    [Fact]
    public void Read_DeepNesting_IsBounded() => Assert.Contains(
        Read(Package(Lines("甲") + string.Concat(Enumerable.Repeat("<w:ins>", 100_000)) + string.Concat(Enumerable.Repeat("</w:ins>", 100_000)))).Diagnostics,
        diagnostic => diagnostic.Code == "nesting-limit");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_DamagedPackage_SaysSo(int quarter)
    {
        var whole = Package(Lines([.. Enumerable.Range(0, 500).Select(n => $"第{n}行的内容。")]));
        var document = Read([.. "PK\u0003\u0004"u8, .. whole.AsSpan(4, whole.Length * quarter / 4)]);

        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("a.txt", "a zip of 1 files")]
    [InlineData("xl/workbook.xml", "workbook (.xlsx)")]
    [InlineData("ppt/presentation.xml", "presentation (.pptx)")]
    [InlineData("content.xml", "OpenDocument")]
    [InlineData("OFD.xml", "OFD")]
    public void Read_AnotherZip_SaysWhatItIs(string part, string kind)
    {
        var diagnostic = Assert.Single(Read(Zip((part, "<a/>"))).Diagnostics);

        Assert.Equal("no-document-part", diagnostic.Code);
        Assert.Contains(kind, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OldWordFile_SaysSo() => Assert.Contains(
        Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0xFF, 0xFF]).Diagnostics, diagnostic => diagnostic.Message.Contains(".doc)", StringComparison.Ordinal));

    [Fact]
    public void Read_TextAsDocx_IsReadAsText()
    {
        var document = HtmlPages.Read("甲\n\n乙", SourceFormat.Docx);

        HtmlPages.AssertSound(document);
        Assert.Equal("甲\n乙", document.Text.Text);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "not-a-package");
    }

    [Fact]
    public void Detect_Zip_IsDocx() => Assert.Equal(SourceFormat.Docx, FormatDetector.Detect(SourceText.FromBytes(Package(Lines("甲"))), "a.txt"));
}
