using Spectre.Console;

namespace Zhujingban.Corpus.Cli;

/// <summary>Writes for a person: with colours in a terminal, as plain text elsewhere, and never cut or wrapped at a guessed width.</summary>
internal static class TerminalConsole
{
    public static IAnsiConsole For(CommandHost host)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.IsOutTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = host.IsOutTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(host.Out),
        });
        if (!host.IsOutTerminal) console.Profile.Width = int.MaxValue;
        return console;
    }

    /// <summary>Text from outside, harmless in markup and terminal alike.</summary>
    public static string Safe(string text) => Spectre.Console.Markup.Escape(SafeText.ForTerminal(text));
}
