using System.Text;
using System.Text.Json;
using Spectre.Console;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli;

/// <summary>Shows an answer to a person: document, number path, the telling part of the text with its matches marked, id; then the counts.</summary>
internal static class SearchView
{
    private const int MostValues = 10;

    public static void Write(CommandHost host, SearchPages pages, string generation)
    {
        var console = TerminalConsole.For(host);
        var answer = pages.First;
        foreach (var note in NotesOf(answer)) console.MarkupLine($"[yellow]{TerminalConsole.Safe(note)}[/]");
        foreach (var hit in pages.Hits()) WriteHit(console, hit, host.IsOutTerminal);
        foreach (var facet in answer.Facets.Where(facet => facet.Values.Count > 0)) WriteFacet(console, facet);
        if (answer.Facets.Any(facet => facet.Values.Count > 0)) console.WriteLine();
        console.MarkupLine($"[grey]{pages.Shown} of {answer.Total} hits; generation {TerminalConsole.Safe(generation)}[/]");
        if (pages.Next is { } next) console.MarkupLine($"[grey]more with --after {TerminalConsole.Safe(next)}[/]");
    }

    /// <summary>What a person should know of an answer, in sentences.</summary>
    public static IEnumerable<string> NotesOf(SearchAnswer answer) => answer.IsPartial
        ? answer.Notes.Append("time was up before everything was looked at: this is what was found so far; --all takes the time it needs")
        : answer.Notes;

    private static void WriteHit(IAnsiConsole console, SearchHit hit, bool colours)
    {
        var entry = hit.Entry;
        var number = string.IsNullOrEmpty(entry.DocumentNumber) ? "" : $" {entry.DocumentNumber}";
        var place = entry.Path.Count > 0 ? $" {string.Concat(entry.Path)}" : entry.Headings.Count > 0 ? $" {string.Join(" › ", entry.Headings)}" : "";
        console.MarkupLine($"[grey]{hit.Rank}.[/] [bold]{TerminalConsole.Safe(entry.Title + number)}[/]{TerminalConsole.Safe(place)}");
        console.MarkupLine($"   {Marked(entry.Text, hit.Snippet, hit.Highlights, colours)}");
        console.MarkupLine($"   [grey]{TerminalConsole.Safe(entry.Id)}[/]");
        foreach (var line in hit.Explanation ?? []) console.MarkupLine($"   [grey]{TerminalConsole.Safe(line)}[/]");
        console.WriteLine();
    }

    /// <summary>A part of the text with its matches in colour, or between « and » where there is none.</summary>
    private static string Marked(string text, TextSpan part, IReadOnlyList<TextSpan> highlights, bool colours)
    {
        var marked = new StringBuilder(part.Length + 32);
        if (part.Start > 0) marked.Append('…');
        var at = part.Start;
        foreach (var span in highlights.Where(part.Overlaps))
        {
            var inside = new TextSpan(Math.Max(span.Start, part.Start), Math.Min(span.End, part.End));
            marked.Append(TerminalConsole.Safe(text[at..inside.Start]));
            marked.Append(colours ? $"[bold red]{TerminalConsole.Safe(inside.Of(text))}[/]" : $"«{TerminalConsole.Safe(inside.Of(text))}»");
            at = inside.End;
        }

        marked.Append(TerminalConsole.Safe(text[at..part.End]));
        return marked.Append(part.End < text.Length ? "…" : "").ToString();
    }

    private static void WriteFacet(IAnsiConsole console, FacetCounts facet)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(facet.Facet.ToString());
        var values = string.Join(", ", facet.Values.Take(MostValues).Select(value => $"{value.Key} ({value.Value})"));
        var more = facet.Values.Count > MostValues ? $" and {facet.Values.Count - MostValues} more" : "";
        console.MarkupLine($"[bold]{name}[/] {TerminalConsole.Safe(values)}{more}");
    }
}
