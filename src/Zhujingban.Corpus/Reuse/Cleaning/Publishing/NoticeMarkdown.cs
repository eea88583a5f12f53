namespace Zhujingban.Corpus.Reuse.Cleaning.Publishing;

/// <summary>
/// Writes a cleaned notice as Markdown: titles and numbered headings are headings, every other unit a paragraph, notes (校勘记) footnotes.
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
        foreach (var block in Blocks(notice, notes))
        {
            if (!isFirst) yield return "";
            isFirst = false;
            yield return block;
        }

        for (var i = 0; i < notes.Texts.Count; i++)
        {
            yield return "";
            yield return $"{Mark(i + 1)}: {MarkdownEscapes.Escape(notes.Texts[i])}";
        }
    }

    private static IEnumerable<string> Blocks(CleanedNotice notice, CollationNotes notes)
    {
        for (var i = 0; i < notice.Units.Count; i++)
        {
            foreach (var gap in notes.GapsBefore(i)) yield return MarkdownEscapes.Escape(gap.Text) + Mark(gap.Note);
            var unit = notice.Units[i];
            yield return Opening(unit) + MarkdownEscapes.Escape(unit.Text) + (notes.BreaksOff(i) ? "［疑有脱文］" : "")
                + string.Concat(notes.NotesOn(i).Select(Mark));
        }

        foreach (var gap in notes.GapsBefore(notice.Units.Count)) yield return MarkdownEscapes.Escape(gap.Text) + Mark(gap.Note);
        // A footnote that nothing leads to is not shown.
        if (notes.NotesOn(notice.Units.Count) is { Count: > 0 } loose) yield return "［校勘记］" + string.Concat(loose.Select(Mark));
    }

    private static string Opening(CleanUnit unit) => unit.Kind switch
    {
        CleanUnitKind.Title => "# ",
        CleanUnitKind.Heading => new string('#', Math.Clamp(1 + unit.Path.Count, 2, DeepestHeading)) + " ",
        _ => "",
    };

    private static string Mark(int note) => $"[^{note}]";
}
