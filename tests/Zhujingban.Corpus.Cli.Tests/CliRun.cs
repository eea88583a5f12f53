using System.Text;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>One run of the command line inside the test: what it printed and how it ended.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public static async Task<CliRun> OfAsync(params string[] args) => await WithInputAsync([], args);

    public static async Task<CliRun> WithInputAsync(byte[] input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(new MemoryStream(input), output, error, IsOutTerminal: false, IsErrorTerminal: false);
        var exitCode = await CommandLine.RunAsync(args, host);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    public static async Task<CliRun> WithInputAsync(string input, params string[] args) =>
        await WithInputAsync(Encoding.UTF8.GetBytes(input), args);
}
