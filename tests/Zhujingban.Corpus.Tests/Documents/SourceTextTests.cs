using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Tests.Documents;

public class SourceTextTests
{
    private const string Text = "国办发〔2010〕8号\n驻京办";

    [Fact]
    public void FromBytes_Utf8_ReadsIt() => AssertRead(Encoding.UTF8.GetBytes(Text), Text, "utf-8");

    [Fact]
    public void FromBytes_Utf8WithByteOrderMark_LeavesTheMarkOut() =>
        AssertRead([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)], Text, "utf-8");

    [Fact]
    public void FromBytes_Utf16OfBothOrders_ReadsThem()
    {
        AssertRead([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], Text, "utf-16le");
        AssertRead([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)], Text, "utf-16be");
    }

    [Fact]
    public void FromBytes_Gb18030_ReadsIt()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        AssertRead(Encoding.GetEncoding("gb18030").GetBytes(Text), Text, "gb18030");
    }

    [Fact]
    public void FromBytes_OfNoEncoding_KeepsWhatCanBeReadAndSaysSo()
    {
        var source = SourceText.FromBytes([.. Encoding.UTF8.GetBytes("驻京办"), 0xFF, 0xFF, 0x80]);
        Assert.StartsWith("驻京办\uFFFD", source.Text, StringComparison.Ordinal);
        Assert.Equal("bad-encoding", Assert.Single(source.Diagnostics).Code);
    }

    [Fact]
    public void FromBytes_Empty_SaysSo() => Assert.Equal("empty-source", Assert.Single(SourceText.FromBytes([]).Diagnostics).Code);

    [Fact]
    public void FromBytes_OfNuls_KeepsThemAndSaysWhere()
    {
        var source = SourceText.FromBytes(new byte[3]);
        Assert.Equal("\0\0\0", source.Text);
        Assert.Equal([new TextSpan(0, 3)], Assert.Single(source.Diagnostics).Spans);
    }

    [Fact]
    public void FromBytes_Utf16WithHalfACodeUnitAndALoneSurrogate_MendsBoth()
    {
        var source = SourceText.FromBytes([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x43]);
        Assert.Equal("A\uFFFDB", source.Text);
        Assert.Equal(["bad-encoding", "lone-surrogate"], source.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void FromString_WithLoneSurrogates_KeepsEveryOffset()
    {
        var source = SourceText.FromString("甲\uD800乙\uDC00𠮷");
        Assert.Equal("甲\uFFFD乙\uFFFD𠮷", source.Text);
        Assert.Equal([new TextSpan(1, 2), new TextSpan(3, 4)], Assert.Single(source.Diagnostics).Spans);
    }

    [Fact]
    public void Sha256_IsOfTheBytesAsTheyCameIn() => Assert.Equal(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", SourceText.FromBytes([]).Sha256);

    private static void AssertRead(byte[] bytes, string text, string encoding)
    {
        var source = SourceText.FromBytes(bytes);
        Assert.Equal((text, encoding), (source.Text, source.Encoding));
        Assert.Empty(source.Diagnostics);
    }
}
