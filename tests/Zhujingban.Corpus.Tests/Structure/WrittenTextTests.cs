using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Tests.Structure;

public class WrittenTextTests
{
    [Fact]
    public void AsWritten_ValueInOnePiece_IsTakenFromTheFirstPlaceThatHasIt()
    {
        var text = new WrittenText("台灣省人民政府／臺灣省人民政府");
        Assert.Equal("臺灣省人民政府", text.AsWritten("台湾省人民政府", new TextSpan(8, 15), text.Whole));
        Assert.Equal("台灣省人民政府", text.AsWritten("台湾省人民政府", new TextSpan(4, 6), text.Whole));
    }

    [Fact]
    public void AsWritten_ComposedValue_IsTakenFromTheLongestPieces()
    {
        var text = new WrittenText("中華人民共和國國務院令\n第706號");
        Assert.Equal("國令第706號", text.AsWritten("国令第706号", text.Whole));
    }

    [Fact]
    public void AsWritten_ValueThatStandsNowhere_StaysAsRead()
    {
        var text = new WrittenText("國發〔2010〕8號");
        Assert.Equal("国务院", text.AsWritten("国务院", text.Whole));
        Assert.Null(text.AsWritten(null, text.Whole));
    }

    [Fact]
    public void AsWritten_SimplifiedText_GivesTheSameObject()
    {
        var text = new WrittenText("国发〔2010〕8号");
        var value = new string("国务院");
        Assert.Same(text.Text, text.Rules);
        Assert.Same(value, text.AsWritten(value, text.Whole));
    }

    [Fact]
    public void AsWritten_LongestPieceLater_IsPreferredToAShorterOneBefore()
    {
        var text = new WrittenText("国務，國務院辦公厅，國務院辦公廳");
        Assert.Equal("國務院辦公厅", text.AsWritten("国务院办公厅", text.Whole));
        Assert.Equal("国務，國務", text.AsWritten("国务，国务", text.Whole));
    }
}
