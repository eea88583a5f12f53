using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>The mark that a line or a part of one begins with, whatever its form: （一）, (一) and ㈠ have one kind and one value.</summary>
internal static class PieceMarks
{
    private const int LongestNumber = 8;

    /// <summary>Reads the mark at a place.</summary>
    /// <param name="text">The text up to the end of the piece.</param>
    /// <param name="at">Where the piece begins.</param>
    /// <param name="mark">The mark.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out NumberingMark mark)
    {
        mark = default;
        if (at >= text.Length) return false;
        var c = text[at];
        if (c is '（' or '(') return NumberingMarkReader.TryReadBracketed(text, at, true, out mark);
        if (c == '第') return NumberingMarkReader.TryReadOrdinal(text[at..], at, out mark);
        if (!ChineseNumerals.IsNumeral(c)) return NumberingMarkReader.TryReadSingle(c, at, true, out mark);
        var sign = at + 1;
        while (sign < text.Length && sign - at <= LongestNumber && (ChineseNumerals.IsNumeral(text[sign]) || text[sign] == '\n')) sign++;
        if (sign >= text.Length) return false;
        return text[sign] is '、' or '.' or '．'
            ? NumberingMarkReader.TryReadClosed(text, sign, at, out mark)
            : NumberingMarkReader.TryReadHalfBracketed(text, at, out mark);
    }
}
