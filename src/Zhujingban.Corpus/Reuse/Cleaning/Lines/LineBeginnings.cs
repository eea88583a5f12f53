using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Tells what a line begins.</summary>
internal static class LineBeginnings
{
    /// <summary>True for a line that begins a part of its own: a numbered unit, a part of the head, a date, an attachment, an indented paragraph.</summary>
    public static bool BeginsPart(string text, TextSpan line)
    {
        var characters = text.AsSpan(line.Start, line.Length);
        if (BehindMark(characters).Length < characters.Length || characters[0] is '附' or '抄' or '　' or '①') return true;
        return OfficialDocumentHeadParts.StartsAt(text, line) || ChineseDates.Read(characters, out _) > 0;
    }

    /// <summary>What stands behind the mark that a text begins with; the text itself where it begins with none.</summary>
    public static ReadOnlySpan<char> BehindMark(ReadOnlySpan<char> text)
    {
        if (text[0] is '（' or '(' && NumberingMarkReader.TryReadBracketed(text, 0, true, out var mark)) return text[mark.Span.End..];
        var sign = text[..Math.Min(text.Length, 6)].IndexOfAny('、', '.', '．');
        if (sign > 0 && NumberingMarkReader.TryReadClosed(text, sign, 0, out mark) && mark.Span.Start == 0) return text[mark.Span.End..];
        return NumberingMarkReader.TryReadOrdinal(text, 0, out mark) ? text[mark.Span.End..] : text;
    }
}
