using System.Globalization;

namespace Zhujingban.Corpus.Cli;

/// <summary>
/// An answer as comma-separated values (RFC 4180, in UTF-8), a hit a row. A cell that a spreadsheet would take for a formula gets an
/// apostrophe before it, which a spreadsheet does not show: a document from outside can contain anything.
/// </summary>
internal static class SearchTable
{
    /// <summary>What a formula begins with, in full width too, and what is left out before one.</summary>
    private const string FormulaStarts = "=+-@＝＋－＠\t\r\n";

    private static readonly string[] Header =
    [
        "generation", "query", "mode", "rank", "score", "id", "documentId", "title", "documentNumber", "issuer", "date", "genre", "kind",
        "path", "headings", "snippet", "text",
    ];

    public static void Write(CommandHost host, SearchPages pages, string generation)
    {
        var answer = pages.First;
        foreach (var note in SearchView.NotesOf(answer)) host.Error.WriteLine($"zhujingban: {SafeText.ForTerminal(note)}");
        WriteRow(host.Out, Header);
        foreach (var hit in pages.Hits())
        {
            var entry = hit.Entry;
            WriteRow(host.Out,
                generation, answer.Query, SearchAnswerRecord.NameOf(answer.Mode), hit.Rank.ToString(CultureInfo.InvariantCulture),
                hit.Score.ToString("R", CultureInfo.InvariantCulture), entry.Id, entry.DocumentId, entry.Title, entry.DocumentNumber, entry.Issuer,
                entry.Date, entry.Genre, entry.Kind, string.Concat(entry.Path), string.Join(" › ", entry.Headings), hit.Snippet.Of(entry.Text), entry.Text);
        }

        if (pages.Next is { } next) host.Error.WriteLine($"zhujingban: there are more hits; --after {next} gives the next, --all gives all");
    }

    private static void WriteRow(TextWriter output, params IEnumerable<string?> cells)
    {
        output.Write(string.Join(',', cells.Select(Cell)));
        output.Write("\r\n");
    }

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var text = FormulaStarts.Contains(value[0]) ? "'" + value : value;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
