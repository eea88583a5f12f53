using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

public class ExtractCommandTests
{
    private const string Notice = "\"id\":\"a\",\"text\":\"一、总则\\n（一）撤销驻京办。\"";

    [Fact]
    public async Task Jsonl_OfSeveralLines_KeepsTheirOrderAndFailsABadLineAlone()
    {
        var run = await CliRun.WithInputAsync("{" + Notice + "}\nnonsense\n\n{\"id\":\"b\",\"text\":\"\"}\n{\"id\":7,\"text\":\"\"}\n", "extract", "--jsonl");
        Assert.Equal(1, run.ExitCode);
        var ids = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString());
        Assert.Equal(["a", "b"], ids);
        Assert.Contains("line 2: not JSON", run.Error);
        Assert.Contains("line 5: \"id\" is a number; expected a string", run.Error);
    }

    [Theory]
    [InlineData("{\"text\":\"\"}", "no \"id\"")]
    [InlineData("{\"id\":\"a\"}", "no \"text\"")]
    [InlineData("{\"id\":\"\",\"text\":\"\"}", "an empty id")]
    [InlineData("{\"id\":\"a\",\"text\":\"\",\"format\":\"pdf\"}", "expected one of mediawiki, markdown, notice, html, docx, auto")]
    [InlineData("{\"id\":\"a\",\"text\":\"\",\"fromat\":\"notice\"}", "unknown field \"fromat\"")]
    [InlineData("[]", "an array; expected an object")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\",\"text\":\"\"}", "not JSON")]
    public async Task Jsonl_OfABadRecord_SaysWhatWasExpected(string line, string message)
    {
        var run = await CliRun.WithInputAsync(line, "extract", "--jsonl");
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("line 1: ", run.Error);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task Jsonl_OfBytesThatAreNotUtf8_FailsThatLine()
    {
        var run = await CliRun.WithInputAsync([.. "{\"id\":\"a\",\"text\":\""u8, 0xFF, .. "\"}\n{"u8, .. Encoding.UTF8.GetBytes(Notice), .. "}"u8], "extract", "--jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 1: not UTF-8", run.Error);
        Assert.Single(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Jsonl_WithALoneSurrogate_ReadsTheRestAndSaysSo()
    {
        var run = await CliRun.WithInputAsync("{\"id\":\"a\",\"text\":\"驻京\\ud842办\"}", "extract", "--jsonl");
        var record = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal("驻京\uFFFD办", record.GetProperty("text").GetString());
        Assert.Equal("lone-surrogate", record.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Jsonl_WithAByteOrderMark_ReadsItsFirstLine()
    {
        var run = await CliRun.WithInputAsync([0xEF, 0xBB, 0xBF, .. "{"u8, .. Encoding.UTF8.GetBytes(Notice), .. "}"u8], "extract", "--jsonl");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Jsonl_WithAVariantForANotice_SaysThatItIsNotConverted()
    {
        var run = await CliRun.WithInputAsync("{" + Notice + ",\"variant\":\"zh-tw\"}", "extract", "--jsonl");
        Assert.Contains("variant-not-converted", run.Out);
    }

    [Fact]
    public async Task File_ThatIsNotThere_EndsWithInputMissing()
    {
        var run = await CliRun.OfAsync("extract", "no-such-file.txt");
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("no-such-file.txt", run.Error);
    }

    [Fact]
    public async Task NoFile_IsWrongUsage() => Assert.Equal(2, (await CliRun.OfAsync("extract")).ExitCode);

    [Fact]
    public async Task File_OfAFoundingNotice_ShowsItsPartsAndClauses()
    {
        var run = await CliRun.OfAsync("extract", RepositoryFiles.PathOf("corpus", "sources", "notices", "guobanfa-2010-8.txt"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("发文字号 国办发〔2010〕8号", run.Out);
        Assert.Contains("三、严格规范驻京办事机构职能", run.Out);
        Assert.Contains("5 sections, 20 clauses", run.Out);
    }

    [Fact]
    public async Task File_WithTerminalEscapes_DoesNotSteerTheTerminal()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "一、总则\n（一）\u001b[31m撤销\u0007驻京办。");
        var run = await CliRun.OfAsync("extract", path);
        Assert.DoesNotContain(run.Out, character => char.IsControl(character) && character != '\n');
        File.Delete(path);
    }
}
