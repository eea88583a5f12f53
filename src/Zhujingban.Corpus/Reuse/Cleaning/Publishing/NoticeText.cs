namespace Zhujingban.Corpus.Reuse.Cleaning.Publishing;

/// <summary>
/// Lays a cleaned notice out as plain text after GB/T 9704-2012, with full-width blanks: title and number centred in lines of 28 characters
/// (§7.3.1, §7.2.5), addressees flush left, paragraphs two characters in (§7.3.3), 附件说明 below a blank line (§7.3.4), signature and date
/// below another on the right, the date two characters further in (§7.3.5.2), attachments apart (§7.3.7); cells of a table with two blanks between them. Notes (校勘记) stand at the end.
/// </summary>
public static class NoticeText
{
    private const int Width = 28;
    private const int RightMargin = 2;
    private const char Blank = '\u3000';
    private const string CellSeparator = "\u3000\u3000";

    /// <summary>The lines of the text, without line breaks.</summary>
    public static IEnumerable<string> Lines(CleanedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var notes = new CollationNotes(notice);
        var parts = new NoticeParts(notice);
        var tables = new TableUnits(notice);
        for (var i = 0; i < notice.Units.Count; i++)
        {
            foreach (var gap in notes.GapsBefore(i)) yield return $"{Indentation(2)}{gap.Text}{Mark(gap.Note)}";
            if (i > 0 && parts.IsApart(i)) yield return "";
            yield return Line(notice, parts, tables, i) + (notes.BreaksOff(i) ? "［疑有脱文］" : "") + string.Concat(notes.NotesOn(i).Select(Mark));
        }

        foreach (var gap in notes.GapsBefore(notice.Units.Count)) yield return $"{Indentation(2)}{gap.Text}{Mark(gap.Note)}";
        if (notes.Texts.Count == 0) yield break;
        yield return "";
        yield return "［校勘记］";
        for (var i = 0; i < notes.Texts.Count; i++) yield return Mark(i + 1) + notes.Texts[i];
    }

    private static string Line(CleanedNotice notice, NoticeParts parts, TableUnits tables, int unit)
    {
        if (tables.CellsOf(unit) is { } cells) return string.Join(CellSeparator, cells);
        var text = notice.Units[unit].Text;
        return parts[unit] switch
        {
            NoticePart.Head => Indentation((Width - WidthOf(text)) / 2) + text,
            NoticePart.Addressees or NoticePart.AttachmentStart => text,
            NoticePart.Foot => Indentation(FootIndentation(notice, parts, unit)) + text,
            _ => Indentation(2) + text,
        };
    }

    /// <summary>The longest line of the foot ends two characters from the right; the date begins two behind the signature.</summary>
    private static int FootIndentation(CleanedNotice notice, NoticeParts parts, int unit)
    {
        var (first, last) = (unit, unit);
        while (first > 0 && parts[first - 1] == NoticePart.Foot) first--;
        while (last + 1 < notice.Units.Count && parts[last + 1] == NoticePart.Foot) last++;
        var foot = notice.Units.Skip(first).Take(last - first + 1).ToList();
        var signed = foot.Exists(line => line.Kind == CleanUnitKind.Signature);
        var start = Width - RightMargin - foot.Max(line => WidthOf(line.Text) + Shift(line));
        return Math.Max(start, 0) + Shift(notice.Units[unit]);

        int Shift(CleanUnit line) => signed && line.Kind == CleanUnitKind.Date ? 2 : 0;
    }

    private static string Mark(int note) => $"［校{note}］";

    private static string Indentation(int blanks) => new(Blank, Math.Max(blanks, 0));

    /// <summary>In full-width characters; what is ASCII takes half of one.</summary>
    private static int WidthOf(string text)
    {
        var half = text.Count(char.IsAscii);
        return text.Length - half + (half + 1) / 2;
    }
}
