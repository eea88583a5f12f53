using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>
/// Finds full dates in folded text, however they are written: <c>2010年1月19日</c>, <c>二零一零年一月十九日</c>, <c>2010-01-19</c>,
/// <c>2010.1.19</c>.
/// </summary>
internal static class CalendarDates
{
    /// <summary>Reads a date that starts at a place where a unit starts.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="at">The place.</param>
    /// <param name="iso">The date, ISO 8601.</param>
    /// <returns>The place behind, or -1 when there is none.</returns>
    public static int Match(ReadOnlySpan<char> folded, int at, out string iso)
    {
        iso = "";
        if (!MayStart(folded, at)) return -1;
        var length = ChineseDates.Read(folded[at..], out iso);
        return length > 0 && EndsAt(folded, at + length) ? at + length : -1;
    }

    /// <summary>A quick test, since every word and numeral is asked: two digits of one kind, and no more of the number before them.</summary>
    private static bool MayStart(ReadOnlySpan<char> folded, int at)
    {
        if (at + 1 >= folded.Length || !ChineseNumerals.IsNumeral(folded[at])) return false;
        return char.IsAsciiDigit(folded[at])
            ? char.IsAsciiDigit(folded[at + 1]) || folded[at + 1] == ' '
            : folded[at] is '一' or '二' && (at == 0 || !ChineseNumerals.IsNumeral(folded[at - 1]));
    }

    /// <summary>2010.1.19.3 and 2010-01-19x are no dates.</summary>
    private static bool EndsAt(ReadOnlySpan<char> folded, int end)
    {
        if (end == folded.Length || folded[end - 1] is '日' or '号') return true;
        if (CharacterClasses.At(folded, end, out _, out _) == CharacterClass.Word) return false;
        return folded[end] is not ('.' or '-' or '/') || end + 1 == folded.Length || !char.IsAsciiDigit(folded[end + 1]);
    }
}
