using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Cuts lines around a foot that has run together with what stands behind it: …办结。某市人民政府2020年5月8日（此件公开发布）二、主要任务. An office and a date behind a full stop
/// may begin a sentence (市政府2020年5月8日印发的…); they are a foot where 附注, 二、 or a title of the same office follows.
/// </summary>
internal static class FootCuts
{
    private const int LongestSigner = 60;
    private const int LongestNote = 24;

    /// <summary>Nothing else is looked at.</summary>
    private static readonly SearchValues<char> EndsAndNumerals =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => Sentences.IsEnd(c) || ChineseNumerals.IsNumeral(c))]);

    /// <summary>What nobody writes in mid-sentence.</summary>
    private static readonly string[] Notes = ["此件公开发布", "此件主动公开", "此件依申请公开", "此件不予公开", "此件删减后公开", "本文有删减", "此页无正文"];

    private static readonly string[] NoteOpenings = WordList.Load("note-openings.txt");

    /// <summary>The lines, cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    public static List<TextSpan> Cut(string text, IReadOnlyList<TextSpan> lines)
    {
        var cut = new List<TextSpan>(lines.Count);
        foreach (var line in lines)
        {
            var (start, sentence) = (line.Start, line.Start);
            for (var at = Next(line.Start, line.End); at < line.End; at = Next(at + 1, line.End))
            {
                if (Sentences.IsEnd(text[at])) sentence = at + 1;
                else if (FootAt(text, sentence, at, line.End) is > 0 and var end)
                {
                    Add(start, sentence);
                    Add(sentence, end);
                    if (NoteLength(text.AsSpan(end, line.End - end)) is > 0 and var note) Add(end, end += note);
                    (start, sentence, at) = (end, end, end - 1);
                }
            }

            Add(start, line.End);
        }

        return cut;

        int Next(int from, int to) => text.AsSpan(from, to - from).IndexOfAny(EndsAndNumerals) is >= 0 and var next ? from + next : to;

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (from < to && char.IsWhiteSpace(text[to - 1])) to--;
            if (from < to) cut.Add(new TextSpan(from, to));
        }
    }

    /// <summary>True for 附注 alone.</summary>
    public static bool IsNote(ReadOnlySpan<char> text) => NoteLength(text) == text.Length;

    /// <summary>Where the foot ends that begins a sentence and has its date at a place; 0 for none, and for one that ends its line.</summary>
    private static int FootAt(string text, int sentence, int at, int lineEnd)
    {
        if (!ChineseNumerals.IsNumeral(text[at]) || at - sentence > LongestSigner || (at > sentence && ChineseNumerals.IsNumeral(text[at - 1]))) return 0;
        var length = ChineseDates.Read(text.AsSpan(at, lineEnd - at), out _);
        if (length == 0 || at + length == lineEnd) return 0;
        var signer = text[sentence..at].Trim();
        return (signer.Length == 0 || Organs.Split(signer).Count > 0) && Ends(text.AsSpan(0, lineEnd), at + length, signer) ? at + length : 0;
    }

    /// <summary>True where what stands behind a date belongs to no sentence that begins with it.</summary>
    private static bool Ends(ReadOnlySpan<char> text, int end, string signer)
    {
        var note = NoteLength(text[end..]);
        var behind = end + note;
        if (note > 0 && behind == text.Length) return true;
        if (BeginsUnit(text, behind)) return note > 0 || signer.Length > 0;
        if (note > 0) return Notes.Contains(text[(end + 1)..(behind - 1)].ToString()) && char.IsLetterOrDigit(text[behind]);
        return signer.Length > 0 && text[end..].StartsWith(signer + "关于", StringComparison.Ordinal);
    }

    /// <summary>True for 二、 and 第三条; 一、二号 counts, and （一） may be a reference.</summary>
    private static bool BeginsUnit(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && !ChineseNumerals.IsArabic(text[at]) && text[at] is not ('（' or '(') && PieceMarks.TryRead(text, at, out var mark)
            && mark.Span.End < text.Length && !ChineseNumerals.IsNumeral(text[mark.Span.End]);
    }

    /// <summary>The length of 附注 (GB/T 9704-2012 7.3.6) at the start of a text; 0 where none stands.</summary>
    private static int NoteLength(ReadOnlySpan<char> text)
    {
        if (text is not ['（' or '(', ..] || !NoteOpenings.AnyStarts(text[1..])) return 0;
        var close = text[..Math.Min(text.Length, LongestNote)].IndexOfAny('）', ')');
        return close + 1;
    }
}
