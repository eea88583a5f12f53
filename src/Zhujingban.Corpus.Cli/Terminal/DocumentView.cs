using Spectre.Console;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli;

/// <summary>Shows a document to a person: its parts, its outline with every clause's id, what was left out, what was noticed.</summary>
internal static class DocumentView
{
    public static void Write(CommandHost host, DocumentRecord record)
    {
        var console = TerminalConsole.For(host);
        console.MarkupLine($"[bold]{TerminalConsole.Safe(record.Title ?? record.Id)}[/]");
        foreach (var (name, value) in Parts(record.Metadata).Where(part => !string.IsNullOrEmpty(part.Value)))
            console.MarkupLine($"  [grey]{name}[/] {TerminalConsole.Safe(value!)}");
        console.WriteLine();
        WriteOutline(console, record.Sections, record.Clauses);
        WriteAccount(console, record);
    }

    /// <summary>Sections and clauses are two lists in document order; ids tell which section a clause stands in, also in a rebuilt notice.</summary>
    public static void WriteOutline(IAnsiConsole console, IReadOnlyList<SectionRecord> sections, IReadOnlyList<ClauseRecord> clauses)
    {
        var numbers = sections.Select((section, number) => (section.EId, number)).DistinctBy(section => section.EId)
            .ToDictionary(section => section.EId, section => section.number, StringComparer.Ordinal);
        var next = 0;
        foreach (var clause in clauses)
        {
            for (var section = SectionAround(clause.EId, numbers); next <= section; next++) WriteSection(console, sections[next]);
            var indent = new string(' ', 2 * Math.Max(clause.Path.Count, 1));
            var num = clause.Num is { } mark && !clause.Text.StartsWith(mark, StringComparison.Ordinal) ? mark + " " : "";
            console.MarkupLine($"{indent}{TerminalConsole.Safe(num + clause.Text)} [grey]#{TerminalConsole.Safe(clause.EId)}[/]");
        }

        for (; next < sections.Count; next++) WriteSection(console, sections[next]);
    }

    /// <summary>The number of the innermost section around an id; -1 for one that stands in none.</summary>
    private static int SectionAround(string eId, Dictionary<string, int> numbers)
    {
        for (var length = eId.Length; length > 0; length = eId.LastIndexOf("__", length - 1, StringComparison.Ordinal))
        {
            if (numbers.TryGetValue(eId[..length], out var number)) return number;
        }

        return -1;
    }

    private static void WriteSection(IAnsiConsole console, SectionRecord section) => console.MarkupLine(
        $"{new string(' ', 2 * (section.Level - 1))}[bold]{TerminalConsole.Safe(section.Num + section.Heading)}[/]");

    private static void WriteAccount(IAnsiConsole console, DocumentRecord record)
    {
        var clauses = record.Clauses.Count(clause => clause.Kind == ClauseKind.Clause);
        var coverage = record.Coverage;
        console.WriteLine();
        console.MarkupLine($"[grey]{record.Sections.Count} sections, {clauses} clauses, {record.Clauses.Count - clauses} other units; "
            + $"of {coverage.Chars} characters {coverage.Kept} kept, {coverage.Duplicate} repeated, {coverage.Dropped} left out[/]");
        foreach (var diagnostic in record.Diagnostics)
        {
            var place = diagnostic.Spans.Count > 0 ? $" at {diagnostic.Spans[0].Start}" : "";
            console.MarkupLine($"[yellow]{TerminalConsole.Safe(diagnostic.Code)}[/]{place}: {TerminalConsole.Safe(diagnostic.Message)}");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Parts(DocumentMetadata metadata) =>
    [
        ("发文字号", metadata.DocumentNumber), ("发文机关", metadata.Issuer), ("主送机关", string.Join("；", metadata.Addressees)),
        ("成文日期", metadata.Date), ("发布日期", metadata.PublishedDate), ("文种", metadata.Genre), ("签发人", metadata.Signatory),
        ("附件", string.Join("；", metadata.Attachments)), ("抄送机关", string.Join("；", metadata.CopiedTo)),
        ("印发机关", metadata.PrintingOffice), ("印发日期", metadata.PrintedDate), ("附注", metadata.Note),
    ];
}
