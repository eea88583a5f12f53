using System.Text;

namespace Zhujingban.Corpus.Cli;

/// <summary>The streams that commands work with; tests give their own.</summary>
/// <param name="Input">Standard input, as bytes.</param>
/// <param name="Out">Standard output: data only.</param>
/// <param name="Error">Standard error: everything else.</param>
/// <param name="IsOutTerminal">True when a person reads <paramref name="Out"/> in a terminal.</param>
/// <param name="IsErrorTerminal">True when a person reads <paramref name="Error"/> in a terminal.</param>
internal sealed record CommandHost(Stream Input, TextWriter Out, TextWriter Error, bool IsOutTerminal, bool IsErrorTerminal)
{
    /// <summary>The process's own streams, in UTF-8 whatever the locale says; colours are for terminals without NO_COLOR.</summary>
    public static CommandHost OfProcess()
    {
        var colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new CommandHost(
            Console.OpenStandardInput(),
            Writer(new OutputStream(Console.OpenStandardOutput(), "standard output"), autoFlush: !Console.IsOutputRedirected),
            Writer(Console.OpenStandardError(), autoFlush: true),
            colours && !Console.IsOutputRedirected,
            colours && !Console.IsErrorRedirected);
    }

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16) { AutoFlush = autoFlush, NewLine = "\n" };
}
