using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Zhujingban.Corpus.Cli.Commands;
using Zhujingban.Corpus.Pipelines;

namespace Zhujingban.Corpus.Cli;

/// <summary>The command line: its commands, its errors, its exit codes.</summary>
internal static class CommandLine
{
    /// <summary>EPIPE, on Linux and macOS alike.</summary>
    private const int BrokenPipe = 32;

    /// <summary>The root command with everything below it.</summary>
    public static RootCommand CreateRoot(CommandHost host)
    {
        var root = new RootCommand("Reads Chinese policy documents and encyclopedia pages into clauses, and searches them.")
        {
            BuildCommand.Create(host),
            ExtractCommand.Create(host),
            CleanCommand.Create(host),
            SearchCommand.Create(host),
            ShowCommand.Create(host),
            ExportCommand.Create(host),
            VerifyCommand.Create(host),
        };
        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { Action: HelpAction help } option)
            option.Action = new HelpWithExample(help);
        return root;
    }

    /// <summary>Runs one command and gives its exit code: see <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, CommandHost host)
    {
        // A query may begin with "@": it is no response file. One may begin with "-h": it is no option and others behind it.
        var parsed = CreateRoot(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var configuration = new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            if (parsed.Action is ParseErrorAction) return RefuseUsage(parsed, parsed.Errors.Select(error => error.Message), host);
            if (EmptyValues(parsed).Concat(UnknownOptions(parsed)).ToList() is { Count: > 0 } wrong) return RefuseUsage(parsed, wrong, host);
            using var signals = new TerminationSignals();
            try
            {
                var exitCode = await parsed.InvokeAsync(configuration, signals.Token);
                await host.Out.FlushAsync(CancellationToken.None);
                return exitCode;
            }
            catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
            {
                await host.Error.WriteLineAsync("zhujingban: interrupted; run the same command again to go on.");
                return signals.ExitCode;
            }
        }
        catch (PipelineException refusal)
        {
            await host.Error.WriteLineAsync($"zhujingban: {SafeText.ForTerminal(refusal.Message)}");
            return (int)refusal.ExitCode;
        }
        catch (IOException broken) when (IsBrokenPipe(broken))
        {
            return (int)ExitCode.Done;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"zhujingban: {SafeText.ForTerminal(unreadable.Message)}");
            return (int)ExitCode.InputMissing;
        }
        finally
        {
            await FlushAsync(host);
        }
    }

    private static int RefuseUsage(ParseResult parsed, IEnumerable<string> reasons, CommandHost host)
    {
        foreach (var reason in reasons) host.Error.WriteLine($"zhujingban: {SafeText.ForTerminal(reason)}");
        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as CommandResult)
            names.Insert(0, command.Command is RootCommand ? "zhujingban" : command.Command.Name);
        host.Error.WriteLine($"See '{string.Join(' ', names)} --help'.");
        return (int)ExitCode.Usage;
    }

    /// <summary>Values that a shell left empty (<c>--output "$UNSET"</c>); of a query only the whole must not be.</summary>
    private static IEnumerable<string> EmptyValues(ParseResult parsed)
    {
        foreach (var result in parsed.CommandResult.Children.Where(result => result.Tokens.Any(token => token.Value.Length == 0)))
        {
            var name = result is ArgumentResult argument ? argument.Argument.Name : (result as OptionResult)?.Option.Name;
            if (name is not SearchCommand.QueryName) yield return $"an empty value for {name}; expected a name";
        }
    }

    /// <summary>What looks like an option and is none; the parser takes it for a term or a file. Behind a <c>--</c> it is one.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        var options = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)).ToList();
        foreach (var argument in parsed.CommandResult.Children.OfType<ArgumentResult>())
        {
            var meaning = argument.Argument.Name == SearchCommand.QueryName ? "a term" : argument.Argument.Name;
            foreach (var token in options.Intersect(argument.Tokens))
                yield return $"unknown option {token.Value}; expected one of those that --help lists; -- before it makes it {meaning}";
        }
    }

    /// <summary>What was said before a command failed is still to be read, unless nobody reads any more.</summary>
    private static async Task FlushAsync(CommandHost host)
    {
        try
        {
            await host.Out.FlushAsync();
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or PipelineException)
        {
            // A command that was done has flushed before and said so.
        }
    }

    /// <summary>The reader of a pipe may leave before everything is said (<c>| head</c>); that is no error.</summary>
    internal static bool IsBrokenPipe(IOException exception) => exception.HResult == BrokenPipe;

    /// <summary>Turns SIGINT and SIGTERM into a cancellation, and remembers which it was.</summary>
    private sealed class TerminationSignals : IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private readonly PosixSignalRegistration[] _registrations;

        public TerminationSignals() => _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Pipelines.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Pipelines.ExitCode.Terminated)),
        ];

        public CancellationToken Token => _source.Token;

        public int ExitCode { get; private set; }

        public void Dispose()
        {
            foreach (var registration in _registrations) registration.Dispose();
            _source.Dispose();
        }

        private void Stop(PosixSignalContext context, ExitCode exitCode)
        {
            context.Cancel = true;
            ExitCode = (int)exitCode;
            _source.Cancel();
        }
    }
}
