using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Structure;

namespace Zhujingban.Corpus.Tests.Reuse;

public class RepeatedHeadsTests
{
    private const string Title = "国务院办公厅关于加强和规范驻京办事机构管理的意见";

    [Fact]
    public void LeaveOut_TitleTwice_KeepsTheFirst()
    {
        var document = Notices.Read($"{Title}\n{Title}\n国办发〔2010〕8号\n各省：\n现提出意见。");
        Assert.Equal($"{Title}\n国办发〔2010〕8号\n各省：\n现提出意见。", document.Text.Text);
        Assert.Equal(1, Assert.Single(document.Duplicates).Similarity);
        Notices.AssertSound(document);
    }

    [Fact]
    public void LeaveOut_TitleOnOneLineAndOnTwo_KeepsOne()
    {
        var document = Notices.Read($"{Title}\n{Title[..12]}\n{Title[12..]}\n国办发〔2010〕8号\n各省：\n现提出意见。");
        Assert.Equal(Title, document.Title);
        Assert.Single(document.Duplicates);
        Notices.AssertSound(document);
    }

    [Fact]
    public void LeaveOut_TitleAtTheEndOfThePage_IsLeftOut()
    {
        var document = Notices.Read($"{Title}\n各省：\n现提出意见。\n{Title}");
        Assert.EndsWith("现提出意见。", document.Text.Text);
        Notices.AssertSound(document);
    }

    [Fact]
    public void LeaveOut_TitleInsideASentence_Stays() =>
        Assert.Empty(Notices.Read($"{Title}\n各省：\n{Title}已经印发。根据《{Title}》执行。").Duplicates);

    [Fact]
    public void LeaveOut_OtherTitle_Stays() =>
        Assert.Empty(Notices.Read("关于2010年管理的意见\n国务院办公厅关于2011年管理的意见\n各省：\n现提出意见。").Duplicates);

    [Fact]
    public void LeaveOut_Page_IsLeftAlone()
    {
        var document = new Document("d", SourceText.FromString("甲"), SourceFormat.MediaWiki, Corpus.Text.MappedText.Identity("甲"));
        Assert.Same(document, Corpus.Reuse.RepeatedHeads.LeaveOut(document));
    }
}
