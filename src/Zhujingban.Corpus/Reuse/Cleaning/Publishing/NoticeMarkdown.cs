namespace Zhujingban.Corpus.Reuse.Cleaning.Publishing;

/// <summary>
/// Writes a cleaned notice as Markdown: titles and numbered headings are headings, rows of a table a table whose first row is its head, every other unit
/// a paragraph, notes (校勘记) footnotes.
/// What has a meaning in Markdown is escaped, so that a reader of Markdown gets the units' own text back.
/// </summary>
public static class NoticeMarkdown
{
    private const int DeepestHeading = 6;

    /// <summary>The lines of the page, without line breaks.</summary>
    public static IEnumerable<string> Lines(CleanedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var notes = new CollationNotes(notice);
        var isFirst = true;
        foreach (var (line, isApart) in Blocks(notice, notes))
        {
            if (isApart && !isFirst) yield return "";
            isFirst = false;
            yield return line;
        }

        for (var i = 0; i < notes.Texts.Count; i++)
        {
            yield return "";
            yield return $"{Mark(i + 1)}: {MarkdownEscapes.Escape(notes.Texts[i])}";
        }
    }

    /// <summary>The lines, and for each whether a blank line parts it from the one before it.</summary>
    private static IEnumerable<(string Line, bool IsApart)> Blocks(CleanedNotice notice, CollationNotes notes)
    {
        var tables = new TableUnits(notice);
        var columns = 0;
        for (var i = 0; i < notice.Units.Count; i++)
        {
            foreach (var gap in notes.GapsBefore(i)) yield return (MarkdownEscapes.Escape(gap.Text) + Mark(gap.Note), true);
            var unit = notice.Units[i];
            var remarks = (notes.BreaksOff(i) ? "［疑有脱文］" : "") + string.Concat(notes.NotesOn(i).Select(Mark));
            if (tables.CellsOf(i) is not { } cells)
            {
                yield return (Opening(unit) + MarkdownEscapes.Escape(unit.Text) + remarks, true);
                continue;
            }

            var isHead = !tables.GoesOn(i) || notes.GapsBefore(i).Count > 0;
            if (isHead) columns = tables.WidthAt(i);
            yield return (RowOf(cells, columns, remarks), isHead);
            if (isHead) yield return ("|" + string.Concat(Enumerable.Repeat(" --- |", columns)), false);
        }

        foreach (var gap in notes.GapsBefore(notice.Units.Count)) yield return (MarkdownEscapes.Escape(gap.Text) + Mark(gap.Note), true);
        // A footnote that nothing leads to is not shown.
        if (notes.NotesOn(notice.Units.Count) is { Count: > 0 } loose) yield return ("［校勘记］" + string.Concat(loose.Select(Mark)), true);
    }

    private static string RowOf(IReadOnlyList<string> cells, int columns, string remarks)
    {
        var written = Enumerable.Range(0, columns).Select(column => column < cells.Count ? MarkdownEscapes.Escape(cells[column]) : "").ToArray();
        written[cells.Count - 1] += remarks;
        return $"| {string.Join(" | ", written)} |";
    }

    private static string Opening(CleanUnit unit) => unit.Kind switch
    {
        CleanUnitKind.Title => "# ",
        CleanUnitKind.Heading => new string('#', Math.Clamp(1 + unit.Path.Count, 2, DeepestHeading)) + " ",
        _ => "",
    };

    private static string Mark(int note) => $"[^{note}]";
}
