using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests.Terminal;

public class CleanViewTests
{
    [Fact]
    public void Write_ANotice_ShowsWhatIsRepeatedMissingAndUnsure() => Assert.Equal(
        """
        某省人民政府办公厅关于印发驻京办规定的通知
          of 136 characters 92 kept, 31 repeated, 13 boilerplate
          9 units, 2 repeats, 2 gaps, 1 conflict, 1 question

          某省人民政府办公厅关于印发驻京办规定的通知 #u1 title
            repeated at [33,54): sentence-repeated, similarity 1, of [11,32)
          各市人民政府： #u2 addressees
          现予印发。 #u3 preamble
          missing: 一、 (certain)
          二、主要职责 #u4 heading
            （一）负责接待服务，编制31名。 #u5 clause
            （二）承办交办事项。 #u6 clause
              repeated at [78,88): sentence-repeated, similarity 1, of [0,10)
          配合“回归工程” #u7 paragraph
          the text breaks off (probable)
          某省人民政府办公厅 #u8 signature
          2011年1月29日 #u9 date

        conflict published-before-date at [126,136): Published before it was signed.
        question at [101,109): No number stands before it.
          配合“回归工程”
          it may belong behind #u6 or in a unit that stands nowhere

        """, View(HandMadeNotice.Example()), ignoreLineEndingDifferences: true);

    [Fact]
    public void Write_ANearRepeat_ShowsBothTexts()
    {
        var notice = HandMadeNotice.Example();
        var unit = notice.Units[5];
        notice = notice with { Units = [unit with { Duplicates = [unit.Duplicates[0] with { Similarity = 0.95, Reason = "[red]" }] }] };
        Assert.Contains("""
                  repeated at [78,88): [red], similarity 0.95, of [0,10)
                  there: （二）承办交办事项。
            """, View(notice));
    }

    private static string View(CleanedNotice notice)
    {
        using var output = new StringWriter { NewLine = "\n" };
        CleanView.Write(new CommandHost(Stream.Null, output, TextWriter.Null, IsOutTerminal: false, IsErrorTerminal: false), notice);
        return output.ToString();
    }
}
