using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Zhujingban.Corpus.Cli;

/// <summary>A command that shows its use: every command's help ends with an example.</summary>
/// <param name="name">The command's name.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Command lines behind <c>zhujingban</c>, each a real one.</param>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>The library's help with the command's examples below it.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ExampleCommand command) return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in command.Examples) output.WriteLine($"  zhujingban {example}");
        output.WriteLine();
        return result;
    }
}
