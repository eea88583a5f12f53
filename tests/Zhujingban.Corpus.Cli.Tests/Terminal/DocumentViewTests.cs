using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests.Terminal;

public class DocumentViewTests
{
    [Fact]
    public void Write_ARebuiltNotice_KeepsItsOrderWhateverThatOfItsSource() => Assert.Equal(
        ["各市人民政府： #p_1", "现予印发。 #p_2", "二、主要职责", "（一）负责接待服务，编制31名。 #sec_2__subsec_1", "（二）承办交办事项。 #sec_2__subsec_2",
            "配合“回归工程” #sec_2__subsec_2__p_1", "某省人民政府办公厅 #p_3", "2011年1月29日 #p_4"],
        Outline(RebuiltDocument.Of(HandMadeNotice.Example())));

    [Fact]
    public void Write_SectionsOfNoticeAndAttachment_StandBeforeTheirClauses()
    {
        var notice = new HandMadeNotice();
        foreach (var (line, i) in "关于甲的通知/一、甲甲/（一）乙。/二、丙丙/三、丁丁/（一）戊。/2011年1月29日/附件/一、己己/庚。".Split('/').Select((line, i) => (line, i)))
            notice.Piece($"u{i}", line).Piece("", "\n").Unit($"u{i}", CleanUnitKind.Paragraph);
        Assert.Equal(["一、甲甲", "（一）乙。", "二、丙丙", "二、丙丙", "三、丁丁", "（一）戊。", "2011年1月29日", "附件", "一、己己", "庚。"],
            Outline(RebuiltDocument.Of(notice.Build())).Select(line => line.Split(" #")[0]));
    }

    /// <summary>The lines between title and account.</summary>
    private static List<string> Outline(Document document)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(Stream.Null, output, TextWriter.Null, IsOutTerminal: false, IsErrorTerminal: false);
        DocumentView.Write(host, DocumentRecords.Of(DocumentStructure.Read(document)));
        return [.. output.ToString().Split("\n\n")[1].Split('\n').Select(line => line.Trim())];
    }
}
