using System.Buffers;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Text;

/// <summary>Finds the borders of sentences in Chinese text.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？!?\n");
    private static readonly SearchValues<char> EndsAndSemicolons = SearchValues.Create("。！？!?；;\n");

    /// <summary>True for a character that ends a sentence.</summary>
    public static bool IsEnd(char c) => c is '。' or '！' or '？' or '!' or '?';

    /// <summary>True for a quotation mark or bracket that closes.</summary>
    public static bool IsClosing(char c) => c is '”' or '’' or '」' or '』' or '）' or ')' or '》' or '〉' or '】' or '〕';

    /// <summary>
    /// The sentences of a range, which they tile; white space belongs to the sentence before it. A line break ends a sentence, and
    /// what closes behind a full stop belongs to it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The range to split.</param>
    /// <param name="atSemicolons">True to end them at semicolons too.</param>
    public static IEnumerable<TextSpan> Split(string text, TextSpan range, bool atSemicolons = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = atSemicolons ? EndsAndSemicolons : Ends;
        for (var start = range.Start; start < range.End;)
        {
            var found = text.AsSpan(start, range.End - start).IndexOfAny(ends);
            var end = found < 0 ? range.End : start + found + 1;
            while (end < range.End && (IsClosing(text[end]) || ends.Contains(text[end]) || char.IsWhiteSpace(text[end]))) end++;
            yield return new TextSpan(start, end);
            start = end;
        }
    }
}
