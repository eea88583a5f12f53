using System.Text.RegularExpressions;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>What the README says that a command answers is what it answers.</summary>
[Collection(nameof(FoundingCorpus))]
public partial class ReadmeExamplesTests(FoundingCorpus corpus)
{
    /// <summary>The command behind <c>$ zhujingban</c>, and what stands below it in the same block.</summary>
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (Match block in Block().Matches(RepositoryFiles.ReadAllText("README.md"))) data.Add(block.Groups["command"].Value, block.Groups["answer"].Value);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Readme_Example_IsWhatTheCommandAnswers(string command, string answer)
    {
        var words = Word().Matches(command).Select(word => word.Value.Trim('\''))
            .Select(word => word.StartsWith("corpus/", StringComparison.Ordinal) ? RepositoryFiles.PathOf(word.Split('/')) : word).ToArray();
        var run = words[0] is "search" or "show" ? await corpus.RunAsync(words) : await CliRun.OfAsync(words);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var at = 0;
        foreach (var part in LeftOut().Split(answer))
        {
            var found = run.Out.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0 && (at > 0 || found == 0), $"README's answer to {command} is not\n{run.Out}\nwhich lacks, from {at} on,\n{part}");
            at = found + part.Length;
        }

        Assert.Equal("", run.Out[at..].Trim('\n'));
    }

    [GeneratedRegex("^```\n\\$ zhujingban (?<command>(?!.*queries[.]tsv).*)\n(?<answer>(?:(?!```).*\n)+)```$", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex Word();

    /// <summary>Lines or words that the README leaves out, and what is another with every build.</summary>
    [GeneratedRegex("^ *…\n|…|(?<=generation )[0-9a-f]{32}|(?<=--after )[A-Za-z0-9_-]+", RegexOptions.Multiline)]
    private static partial Regex LeftOut();
}
