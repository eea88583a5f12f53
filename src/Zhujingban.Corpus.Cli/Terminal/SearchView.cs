using System.Text;
using Spectre.Console;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli;

/// <summary>Shows an answer to a person: document, number path, text with its matches marked, id.</summary>
internal static class SearchView
{
    public static void Write(CommandHost host, SearchAnswer answer, string generation)
    {
        var console = TerminalConsole.For(host);
        foreach (var note in answer.Notes) console.MarkupLine($"[yellow]{TerminalConsole.Safe(note)}[/]");
        foreach (var hit in answer.Hits) WriteHit(console, hit, host.IsOutTerminal);
        console.MarkupLine($"[grey]{answer.Hits.Count} of {answer.Total} hits; generation {TerminalConsole.Safe(generation)}[/]");
    }

    private static void WriteHit(IAnsiConsole console, SearchHit hit, bool colours)
    {
        var entry = hit.Entry;
        var number = string.IsNullOrEmpty(entry.DocumentNumber) ? "" : $" {entry.DocumentNumber}";
        var place = entry.Path.Count > 0 ? $" {string.Concat(entry.Path)}" : entry.Headings.Count > 0 ? $" {string.Join(" › ", entry.Headings)}" : "";
        console.MarkupLine($"[grey]{hit.Rank}.[/] [bold]{TerminalConsole.Safe(entry.Title + number)}[/]{TerminalConsole.Safe(place)}");
        console.MarkupLine($"   {Marked(entry.Text, hit.Highlights, colours)}");
        console.MarkupLine($"   [grey]{TerminalConsole.Safe(entry.Id)}[/]");
        foreach (var line in hit.Explanation ?? []) console.MarkupLine($"   [grey]{TerminalConsole.Safe(line)}[/]");
        console.WriteLine();
    }

    /// <summary>The text with its matches in colour, or between « and » where there is none.</summary>
    private static string Marked(string text, IReadOnlyList<TextSpan> highlights, bool colours)
    {
        var marked = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (var span in highlights)
        {
            marked.Append(TerminalConsole.Safe(text[at..span.Start]));
            marked.Append(colours ? $"[bold red]{TerminalConsole.Safe(span.Of(text))}[/]" : $"«{TerminalConsole.Safe(span.Of(text))}»");
            at = span.End;
        }

        return marked.Append(TerminalConsole.Safe(text[at..])).ToString();
    }
}
