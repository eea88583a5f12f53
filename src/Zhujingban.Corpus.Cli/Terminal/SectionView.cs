using Spectre.Console;

namespace Zhujingban.Corpus.Cli;

/// <summary>Shows one section to a person, with its place and all it holds.</summary>
internal static class SectionView
{
    public static void Write(CommandHost host, SectionInContext record)
    {
        var console = TerminalConsole.For(host);
        console.MarkupLine($"[bold]{TerminalConsole.Safe($"{record.Title ?? record.DocumentId} {record.Metadata.DocumentNumber}".TrimEnd())}[/]");
        if (record.Headings.Count > 0) console.MarkupLine($"  {TerminalConsole.Safe(string.Join(" › ", record.Headings))}");
        console.WriteLine();
        DocumentView.WriteOutline(console, [record.Section, .. record.Sections], record.Clauses);
        console.WriteLine();
        var clauses = $"{record.Clauses.Count} {(record.Clauses.Count == 1 ? "unit" : "units")}";
        console.MarkupLine($"[grey]{TerminalConsole.Safe(record.Id)} (section, {clauses})[/]");
        console.MarkupLine($"[grey]{TerminalConsole.Safe(record.Origin?.Path ?? record.DocumentId)}, characters {TerminalConsole.Safe(string.Join(", ", record.Section.Spans))}[/]");
        if (record.Origin?.Origin is { } origin) console.MarkupLine($"[grey]{TerminalConsole.Safe(origin)}[/]");
    }
}
