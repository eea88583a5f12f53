using Spectre.Console;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Cli;

/// <summary>
/// Shows a cleaned notice to a person: how much was repeated, missing and unsure; then its units in canonical order, each with the
/// places that say it again and why, with the gaps between them; then what contradicts itself and what is undecided.
/// </summary>
internal static class CleanView
{
    public static void Write(CommandHost host, CleanedNotice notice)
    {
        var console = TerminalConsole.For(host);
        WriteCounts(console, notice);
        console.WriteLine();
        WriteUnits(console, notice);
        WriteRemarks(console, notice);
    }

    private static void WriteCounts(IAnsiConsole console, CleanedNotice notice)
    {
        var title = notice.Units.FirstOrDefault(unit => unit.Kind == CleanUnitKind.Title)?.Text ?? notice.Document.Title ?? notice.Document.Id;
        console.MarkupLine($"[bold]{TerminalConsole.Safe(title)}[/]");
        var coverage = CleanCoverage.Of(notice);
        console.MarkupLine($"  of {coverage.Chars} characters {coverage.Kept} kept, {coverage.Duplicate} repeated, {coverage.Boilerplate} boilerplate");
        string[] counts =
        [
            Count(notice.Units.Count, "unit"), Count(notice.Units.Sum(unit => unit.Duplicates.Count), "repeat"), Count(notice.Gaps.Count, "gap"),
            Count(notice.Conflicts.Count, "conflict"), Count(notice.Questions.Count, "question"),
        ];
        console.MarkupLine($"  {string.Join(", ", counts)}");
    }

    private static void WriteUnits(IAnsiConsole console, CleanedNotice notice)
    {
        var gaps = notice.Gaps.ToLookup(gap => gap.After);
        var atEnd = gaps[null].Where(gap => gap.Before is null);
        foreach (var gap in gaps[null].Except(atEnd)) WriteGap(console, gap, 1);
        foreach (var unit in notice.Units)
        {
            var depth = Math.Max(unit.Path.Count, 1);
            var colour = unit.Kind is CleanUnitKind.Title or CleanUnitKind.Heading ? "bold" : "default";
            console.MarkupLine($"{Indentation(depth)}[{colour}]{TerminalConsole.Safe(unit.Text)}[/] [grey]#{TerminalConsole.Safe(unit.Id)} {NameOf(unit.Kind)}[/]");
            foreach (var duplicate in unit.Duplicates) WriteDuplicate(console, notice, duplicate, depth + 1);
            foreach (var gap in gaps[unit.Id]) WriteGap(console, gap, depth);
        }

        foreach (var gap in atEnd) WriteGap(console, gap, 1);
    }

    private static void WriteDuplicate(IAnsiConsole console, CleanedNotice notice, UnitDuplicate duplicate, int depth)
    {
        console.MarkupLine($"{Indentation(depth)}[grey]repeated at {Places(duplicate.Spans)}: {TerminalConsole.Safe(duplicate.Reason)}, "
            + $"similarity {duplicate.Similarity:0.###}, of {Places(duplicate.Of)}[/]");
        // An equal text need not be shown twice.
        if (duplicate.Similarity < 1)
            console.MarkupLine($"{Indentation(depth)}[grey]there: {Safe(notice, duplicate.Spans)}[/]");
    }

    private static void WriteGap(IAnsiConsole console, CleanGap gap, int depth)
    {
        var certainty = gap.Certainty.ToString().ToLowerInvariant();
        var missing = gap.Missing.Count == 0 ? "the text breaks off" : $"missing: {string.Join(' ', gap.Missing)}";
        console.MarkupLine($"{Indentation(depth)}[yellow]{TerminalConsole.Safe($"{missing} ({certainty})")}[/]");
    }

    private static void WriteRemarks(IAnsiConsole console, CleanedNotice notice)
    {
        if (notice.Conflicts.Count + notice.Questions.Count > 0) console.WriteLine();
        foreach (var conflict in notice.Conflicts)
        {
            console.MarkupLine($"[yellow]conflict {TerminalConsole.Safe(conflict.Kind)}[/] at {Places(conflict.Spans)}: {TerminalConsole.Safe(conflict.Message)}");
        }

        foreach (var question in notice.Questions)
        {
            var candidates = string.Join(" or ", question.Candidates.Select(id => id is null ? "in a unit that stands nowhere" : $"behind #{id}"));
            console.MarkupLine($"[yellow]question[/] at {Places(question.Spans)}: {TerminalConsole.Safe(question.Reason)}");
            console.MarkupLine($"  {Safe(notice, question.Spans)}");
            if (candidates.Length > 0) console.MarkupLine($"  [grey]it may belong {TerminalConsole.Safe(candidates)}[/]");
        }

        foreach (var diagnostic in CleanRecord.Of(notice).Diagnostics)
            console.MarkupLine($"[yellow]{TerminalConsole.Safe(diagnostic.Code)}[/]: {TerminalConsole.Safe(diagnostic.Message)}");
    }

    private static string Safe(CleanedNotice notice, IReadOnlyList<TextSpan> spans) =>
        TerminalConsole.Safe(string.Concat(spans.Select(span => span.Of(notice.Document.Source.Text))));

    private static string Places(IReadOnlyList<TextSpan> spans) => TerminalConsole.Safe(string.Join(", ", spans));

    private static string NameOf(CleanUnitKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    private static string Indentation(int depth) => new(' ', 2 * depth);

    private static string Count(int count, string name) => $"{count} {name}{(count == 1 ? "" : "s")}";
}
