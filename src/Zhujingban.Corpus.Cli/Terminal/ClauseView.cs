using Spectre.Console;

namespace Zhujingban.Corpus.Cli;

/// <summary>Shows one clause to a person, with its place.</summary>
internal static class ClauseView
{
    public static void Write(CommandHost host, ClauseInContext record)
    {
        var console = TerminalConsole.For(host);
        var clause = record.Clause;
        console.MarkupLine($"[bold]{TerminalConsole.Safe($"{record.Title ?? record.DocumentId} {record.Metadata.DocumentNumber}".TrimEnd())}[/]");
        if (clause.Headings.Count > 0) console.MarkupLine($"  {TerminalConsole.Safe(string.Join(" › ", clause.Headings))}");
        if (clause.Path.Count > 0) console.MarkupLine($"  {TerminalConsole.Safe(string.Concat(clause.Path))}");
        console.WriteLine();
        console.MarkupLine(TerminalConsole.Safe(clause.Text));
        console.WriteLine();
        console.MarkupLine($"[grey]{TerminalConsole.Safe(clause.Id)} ({clause.Kind.ToString().ToLowerInvariant()}, content {clause.Hash})[/]");
        console.MarkupLine($"[grey]{TerminalConsole.Safe(PlaceOf(record))}, characters {TerminalConsole.Safe(string.Join(", ", clause.Spans))}[/]");
        if (record.Origin?.Origin is { } origin) console.MarkupLine($"[grey]{TerminalConsole.Safe(origin)}[/]");
        foreach (var duplicate in record.Duplicates)
            console.MarkupLine($"[grey]stands again at {TerminalConsole.Safe(string.Join(", ", duplicate.Spans))} (similarity {duplicate.Similarity:0.###}, {TerminalConsole.Safe(duplicate.Reason)})[/]");
    }

    /// <summary>The file, with the line where it holds ready-made records.</summary>
    private static string PlaceOf(ClauseInContext record) =>
        (record.Origin?.Path ?? record.DocumentId) + (record.Origin?.Line is { } line ? $", line {line}" : "");
}
