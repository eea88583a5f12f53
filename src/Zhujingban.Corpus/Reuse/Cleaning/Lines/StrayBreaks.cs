using System.Buffers;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds out whether the line breaks of a text stand anywhere: 幼⏎儿园, 2⏎019年. In 170 whole notices and laws no more than two lines end inside a word, but for
/// texts that are wrapped at a column; where breaks stand anywhere, four of ten do that end without a full stop.
/// </summary>
internal static class StrayBreaks
{
    /// <summary>Of lines, and not of numbers: those of a table stand on lines of their own.</summary>
    private const int Fewest = 4;

    /// <summary>Of the lines that end without a full stop, one in so many ends inside a word, where line breaks stand anywhere.</summary>
    private const int LeastShare = 4;

    private static readonly SearchValues<char> Closers = SearchValues.Create("，。、；：》〉）〕】”’！？");

    /// <summary>True for a text whose line breaks stand anywhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Its lines, without outer white space.</param>
    /// <param name="stops">What a line ends with that ends there rightly.</param>
    public static bool AreIn(string text, IReadOnlyList<Block> blocks, SearchValues<char> stops)
    {
        var (open, inWords, last) = (0, 0, default(TextSpan));
        foreach (var block in blocks)
        {
            if (block.Span.IsEmpty) continue;
            if (!last.IsEmpty && block.Kind == BlockKind.Paragraph && !stops.Contains(text[last.End - 1]))
            {
                open++;
                if (!char.IsAsciiDigit(text[block.Span.Start]) && StandsInWord(text, last, block.Span) && !LineBeginnings.BeginsPart(text, block.Span)) inWords++;
            }

            last = block.Span;
        }

        return inWords >= Fewest && inWords * LeastShare >= open;
    }

    /// <summary>True when the line break between two lines stands inside a word or a number, or before what closes a phrase.</summary>
    public static bool StandsInWord(string text, TextSpan line, TextSpan next)
    {
        var (before, behind) = (text[line.End - 1], text[next.Start]);
        return Closers.Contains(behind) || (char.IsAsciiDigit(before) && char.IsAsciiDigit(behind)) || CharacterPairs.Instance.IsWord(before, behind);
    }
}
