using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>The quotes and list marks that a line begins with: what nests deeper than Markdig reads in linear time becomes text.</summary>
/// <param name="preparation">The source, and what Markdig reads in its stead.</param>
internal sealed class MarkdownBlockMarks(MarkdownPreparation preparation)
{
    /// <summary>The most quotes and items that one line may open.</summary>
    private const int MaximumMarks = 64;

    /// <summary>The last column that a block mark may stand in: 100 levels of items.</summary>
    private const int MaximumColumn = 200;

    private readonly string _source = preparation.Source;

    /// <summary>Where the line's content begins behind its quotes and list marks, and how many there are; too many become text.</summary>
    public (int Content, int Marks) Skip(TextSpan line)
    {
        var (at, column, marks) = (line.Start, 0, 0);
        var excess = -1;
        while (at < line.End)
        {
            var length = LengthAt(at, line.End);
            if (length == 0)
            {
                if (_source[at] is not (' ' or '\t')) break;
                column += _source[at] == '\t' ? 4 - column % 4 : 1;
                at++;
                continue;
            }

            if (excess < 0 && (marks >= MaximumMarks || column > MaximumColumn)) excess = at;
            marks++;
            at += length;
            column += length;
        }

        if (excess >= 0) preparation.Neutralize(new TextSpan(excess, at));
        return (at, marks);
    }

    /// <summary>The length of the mark at a place; 0 for none.</summary>
    private int LengthAt(int at, int end)
    {
        switch (_source[at])
        {
            case '>':
                return 1;
            case '-' or '+' or '*':
                return at + 1 < end && _source[at + 1] is ' ' or '\t' ? 1 : 0;
            case >= '0' and <= '9':
                var digits = at;
                while (digits < end && digits - at < 9 && char.IsAsciiDigit(_source[digits])) digits++;
                return digits < end && _source[digits] is '.' or ')' && (digits + 1 == end || _source[digits + 1] is ' ' or '\t')
                    ? digits + 1 - at
                    : 0;
            default:
                return 0;
        }
    }
}
