using System.Text;
using Zhujingban.Corpus.Cli.Commands;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>What <c>--jsonl</c> promises: an answer for each line, in order, a bad line failing alone.</summary>
public class RecordLinesTests
{
    [Fact]
    public void ALineThatTheProgramFailsOn_FailsAlone()
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var host = new CommandHost(new MemoryStream("1\n2\n\n3\n4\n"u8.ToArray()), output, errors, IsOutTerminal: false, IsErrorTerminal: false);
        var code = RecordLines.Run(Answer, host, CancellationToken.None);
        Assert.Equal(1, code);
        Assert.Equal("1\n4\n", output.ToString());
        Assert.Equal("zhujingban: standard input, line 2: two is not read\n"
            + "zhujingban: standard input, line 4: The program failed on it (InvalidOperationException).\n", errors.ToString());
    }

    private static string Answer(byte[] line) => Encoding.UTF8.GetString(line) switch
    {
        "2" => throw new FormatException("two is not read"),
        "3" => throw new InvalidOperationException(),
        var other => other,
    };
}
