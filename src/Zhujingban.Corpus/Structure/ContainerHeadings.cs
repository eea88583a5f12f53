using System.Buffers;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Finds the border between the heading of a container and its text where no article follows: before a number (第二节走私罪64．…), or
/// behind a heading that many regulations have (第五章附则本办法自…施行). Numbers must go on from the container before.
/// </summary>
internal static class ContainerHeadings
{
    private const int LongestHeading = 40;
    private const int WidestHole = 3;

    private static readonly string[] Common = ["附则", "总则", "罚则", "法律责任", "奖励与处罚", "奖惩"];
    private static readonly SearchValues<char> NoHeading = SearchValues.Create("。；：！？，\n");

    /// <summary>Chooses those containers among the candidates, and gives them their headings' ends.</summary>
    public static void ChooseOwn(string text, List<OrdinalCandidate> candidates, bool[] chosen)
    {
        var last = new int[(int)NumberingKind.Article];
        for (var i = 0; i < candidates.Count; i++)
        {
            var kind = candidates[i].Mark.Kind;
            if (!NumberingKinds.IsContainer(kind)) continue;
            if (!chosen[i]) chosen[i] = TryChoose(text, candidates, i, last[(int)kind]);
            if (!chosen[i]) continue;
            last[(int)kind] = candidates[i].Mark.Value;
            Array.Clear(last, (int)kind + 1, last.Length - (int)kind - 1);
        }
    }

    private static bool TryChoose(string text, List<OrdinalCandidate> candidates, int i, int last)
    {
        var candidate = candidates[i];
        if (candidate.IsReference || candidate.IsQuoted || candidate.Mark.Value <= last || candidate.Mark.Value > last + WidestHole) return false;
        if (candidate.Place is OrdinalPlace.Inside or OrdinalPlace.MaybeHeaded) return false;
        var limit = i + 1 < candidates.Count ? candidates[i + 1].Mark.Span.Start : text.Length;
        var start = candidate.Mark.Span.End;
        var length = Length(text.AsSpan(start, Math.Min(limit - start, LongestHeading)));
        if (length == 0) return false;
        candidates[i] = candidate with { HeadingEnd = start + length };
        return true;
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        var stop = text.IndexOfAny(NoHeading);
        if (stop >= 0) text = text[..stop];
        for (var i = 2; i < text.Length; i++)
        {
            var mark = text[i] is '（' or '(' ? NumberingMarkReader.TryReadBracketed(text, i, false, out _)
                : ChineseNumerals.IsArabic(text[i]) && !ChineseNumerals.IsArabic(text[i - 1]) && Closed(text[i..]);
            if (mark) return i;
        }

        foreach (var heading in Common)
        {
            if (text.StartsWith(heading)) return heading.Length;
        }

        return 0;
    }

    private static bool Closed(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAny('．', '.', '、');
        return at > 0 && NumberingMarkReader.TryReadClosed(text, at, 0, out var mark) && mark.Span.Start == 0;
    }
}
