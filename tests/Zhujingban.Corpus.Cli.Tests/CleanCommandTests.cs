using System.Text.Json;
using NJsonSchema;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

public class CleanCommandTests
{
    private static readonly string Notice = RepositoryFiles.PathOf("corpus", "sources", "notices", "guobanfa-2010-8.txt");

    [Fact]
    public async Task Jsonl_OfSeveralLines_KeepsTheirOrderAndFailsABadLineAlone()
    {
        var run = await CliRun.WithInputAsync("{\"id\":\"a\",\"text\":\"一、甲。\"}\n{\"id\":\"b\"}\n\n{\"id\":\"c\",\"text\":\"\"}\n", "clean", "--jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["a", "c"], Lines(run.Out).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Equal("zhujingban: standard input, line 2: no \"text\"; expected a string\n", run.Error);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"\",\"format\":\"notice\"}", "unknown field \"format\"; expected id, text")]
    [InlineData("{\"id\":\"a\",\"text\":[]}", "\"text\" is an array; expected a string")]
    [InlineData("{", "not JSON")]
    public async Task Jsonl_OfABadRecord_SaysWhatWasExpected(string line, string message)
    {
        var run = await CliRun.WithInputAsync(line, "clean", "--jsonl");
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("line 1: " + message, run.Error);
    }

    [Theory]
    [InlineData("一、甲。\n二、乙。")]
    [InlineData("# 甲\n\n**乙** [丙](丁)\n\n- 戊\n- 己\n")]
    [InlineData("<html><body><p>甲</p></body></html>")]
    [InlineData("== 甲 ==\n{{乙}}[[丙]]")]
    [InlineData("\u0000\u200B\r\n\f　甲\uFEFF")]
    [InlineData("")]
    public async Task Jsonl_OfAnyText_AccountsForEachOfItsCodeUnitsOnce(string text)
    {
        var run = await CliRun.WithInputAsync(JsonSerializer.Serialize(new { id = "a", text }), "clean", "--jsonl");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var record = JsonDocument.Parse(run.Out).RootElement;
        var units = record.GetProperty("units").EnumerateArray().ToList();
        var spans = units.Append(record).SelectMany(SpansOf).Order().ToList();
        Assert.Equal(Enumerable.Range(0, text.Length), spans.SelectMany(span => Enumerable.Range(span.Start, span.Length)));
        Assert.Equal(text.Length, record.GetProperty("coverage").GetProperty("chars").GetInt32());
        await AssertConformsAsync(run.Out);

        static IEnumerable<TextSpan> SpansOf(JsonElement holder) =>
            new[] { "spans", "boilerplate" }.Where(name => holder.TryGetProperty(name, out _))
                .SelectMany(name => holder.GetProperty(name).EnumerateArray())
                .Concat(holder.TryGetProperty("duplicates", out var duplicates)
                    ? duplicates.EnumerateArray().SelectMany(duplicate => duplicate.GetProperty("spans").EnumerateArray()) : [])
                .Select(span => new TextSpan(span[0].GetInt32(), span[1].GetInt32()));
    }

    [Fact]
    public async Task Jsonl_WithALoneSurrogate_SaysSo()
    {
        var run = await CliRun.WithInputAsync("{\"id\":\"a\",\"text\":\"驻京\\ud842办\"}", "clean", "--jsonl");
        Assert.Contains("\"code\":\"lone-surrogate\"", run.Out);
        Assert.Contains("驻京\uFFFD办", run.Out);
    }

    [Fact]
    public async Task File_AsJson_IsItsRecord()
    {
        var run = await CliRun.OfAsync("clean", Notice, "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var record = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal("guobanfa-2010-8", record.GetProperty("id").GetString());
        Assert.Equal(2101, record.GetProperty("coverage").GetProperty("chars").GetInt32());
        await AssertConformsAsync(run.Out);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task File_AsTextOrMarkdown_HoldsEveryLineOfTheNotice(string format)
    {
        var run = await CliRun.OfAsync("clean", Notice, "--format", format);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var published = Lines(run.Out).Select(line => line.Trim()).ToHashSet();
        Assert.Contains("(七)撤销县、县级市、旗、市辖区人民政府以各种名义设立的驻京办事机构。", published);
        Assert.DoesNotContain('\r', run.Out);
    }

    [Fact]
    public async Task File_WithoutAFormat_IsShownToAPerson()
    {
        var run = await CliRun.OfAsync("clean", Notice);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("of 2101 characters ", run.Out);
        Assert.Contains("(七)撤销县、县级市、旗、市辖区人民政府以各种名义设立的驻京办事机构。", run.Out);
    }

    [Theory]
    [InlineData()]
    [InlineData("--format", "text")]
    [InlineData("--format", "markdown")]
    [InlineData("--format", "json")]
    public async Task File_WithTerminalEscapes_DoesNotSteerTheTerminal(params string[] format)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("zhujingban-").FullName, "a.html");
        await File.WriteAllTextAsync(path, "<html><body><p>一、\u009b31m撤销\u001b[31m[red]驻京办\u202e。</p></body></html>");
        var run = await CliRun.OfAsync(["clean", path, .. format]);
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Out, character => (char.IsControl(character) && character != '\n') || character == '\u202e');
        Assert.Contains("驻京办", run.Out);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task File_OfNothing_IsDoneAndSaysSo()
    {
        var path = Path.GetTempFileName();
        var run = await CliRun.OfAsync("clean", path, "--format", "text");
        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Contains("empty-source", run.Error);
        var view = await CliRun.OfAsync("clean", path);
        Assert.Equal((0, ""), (view.ExitCode, view.Error));
        Assert.Contains("empty-source", view.Out);
        File.Delete(path);
    }

    [Theory]
    [InlineData("no-such-file.txt", "Could not find")]
    [InlineData("/", "it is a folder")]
    public async Task File_ThatCannotBeRead_EndsWithInputMissing(string path, string reason)
    {
        var run = await CliRun.OfAsync("clean", path);
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains($"{path}: cannot be read ({reason}", run.Error);
    }

    [Theory]
    [InlineData("expected FILE, or --jsonl")]
    [InlineData("expected no FILE beside it", "--jsonl", "a.txt")]
    [InlineData("expected no --format beside it", "--jsonl", "--format", "json")]
    [InlineData("'text'  'markdown'  'json'", "a.txt", "--format", "pdf")]
    [InlineData("'b.txt'", "a.txt", "b.txt")]
    [InlineData("an empty value for FILE", "")]
    public async Task WrongUse_SaysWhatWasExpected(string message, params string[] args)
    {
        var run = await CliRun.OfAsync(["clean", .. args]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error);
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task AssertConformsAsync(string json)
    {
        var schema = await JsonSchema.FromFileAsync(RepositoryFiles.PathOf("src", "Zhujingban.Corpus", "Records", "Schemas", "clean.schema.json"));
        Assert.Empty(schema.Validate(json));
    }
}
