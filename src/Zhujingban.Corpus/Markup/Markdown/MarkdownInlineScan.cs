using System.Buffers;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Goes through the inline marks of a source, before Markdig: hides pandoc's attributes, and takes the meaning from marks
/// whose number would make Markdig's time grow with its square. Markdig's inlines never reach across a blank line or a new
/// item, so each such stretch is counted by itself.
/// </summary>
internal sealed partial class MarkdownInlineScan(MarkdownPreparation preparation)
{
    /// <summary>The longest run of backticks that marks code; each length may be looked for to the stretch's end.</summary>
    private const int MaximumBackticks = 64;

    /// <summary>The longest run of attributes that is looked at.</summary>
    private const int MaximumAttributes = 300;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_~{<\\|`");

    private readonly string _source = preparation.Source;
    private readonly MarkdownStretch _stretch = new(preparation);
    private int _lastCommentEnd = -2;

    /// <summary>True behind a line that the next one may continue.</summary>
    public bool InStretch => _stretch.HasBegun;

    /// <summary>Takes one line of a stretch.</summary>
    public void ScanLine(TextSpan line, bool isHeading, bool isCode)
    {
        _stretch.Begin(line.Start);
        for (var at = line.Start; at < line.End;)
        {
            var next = _source.AsSpan(at..line.End).IndexOfAny(Marks);
            if (next < 0) return;
            at = ScanMark(at + next, line, isHeading, isCode);
        }
    }

    /// <summary>Ends the stretch: whatever is still open cannot be closed any more.</summary>
    public void EndStretch(int end) => _stretch.End(end);

    private int ScanMark(int at, TextSpan line, bool isHeading, bool isCode)
    {
        switch (_source[at])
        {
            case '\\':
                return at + 2;
            case '[':
                _stretch.OpenBracket(at);
                return at + 1;
            case ']':
                return ScanClosingBracket(at, line, isCode);
            case '{':
                if (!isCode && HoldsAttributes(at, line, isHeading)) HideAttributes(at, line);
                return at + 1;
            case '|':
                _stretch.AddCell(at);
                return at + 1;
            case '<':
                if (at + 1 < line.End && _source[at + 1] is '!' or '?') ScanDeclaration(at, line);
                return at + 1;
            case '`':
                return ScanBackticks(at, line);
            default:
                return ScanEmphasis(at, line);
        }
    }

    private int ScanClosingBracket(int at, TextSpan line, bool isCode)
    {
        var next = at + 1 < line.End ? _source[at + 1] : '\0';
        var opening = _stretch.CloseBracket();
        if (next == '(')
        {
            _stretch.AddLink(opening, at);
        }
        else if (next == '{' && opening >= 0 && !isCode && HideAttributes(at + 1, line))
        {
            // A bracketed span: [text]{.class}.
            preparation.Hide(TextSpan.At(opening, 1), DropReason.Markup);
            preparation.Hide(TextSpan.At(at, 1), DropReason.Markup);
        }

        return at + 1;
    }

    private int ScanEmphasis(int at, TextSpan line)
    {
        var mark = _source[at];
        var end = at + 1;
        while (end < line.End && _source[end] == mark) end++;
        var insideWord = mark == '_' && at > line.Start && end < line.End
            && char.IsAsciiLetterOrDigit(_source[at - 1]) && char.IsAsciiLetterOrDigit(_source[end]);
        if (!insideWord) _stretch.AddDelimiter(new TextSpan(at, end));
        return end;
    }

    private int ScanBackticks(int at, TextSpan line)
    {
        var end = at + 1;
        while (end < line.End && _source[end] == '`') end++;
        if (end - at > MaximumBackticks && at > line.Start) preparation.Neutralize(new TextSpan(at, end));
        return end;
    }

    private bool HoldsAttributes(int at, TextSpan line, bool isHeading)
    {
        if (at == line.Start) return false;
        if (_source[at - 1] is ')' or '`') return true;
        return isHeading && !_source.AsSpan((at + 1)..line.End).Contains('{');
    }

    private bool HideAttributes(int at, TextSpan line)
    {
        var window = _source.AsSpan(at..Math.Min(line.End, at + MaximumAttributes));
        foreach (var match in Attributes().EnumerateMatches(window))
        {
            preparation.Hide(TextSpan.At(at, match.Length), DropReason.Markup);
            return true;
        }

        return false;
    }

    /// <summary>A comment that nothing closes would hide the rest of the page: its opening is read as text.</summary>
    private void ScanDeclaration(int at, TextSpan line)
    {
        if (_source.AsSpan(at..line.End).StartsWith("<!--"))
        {
            if (_lastCommentEnd == -2) _lastCommentEnd = _source.LastIndexOf("-->", StringComparison.Ordinal);
            if (_lastCommentEnd < at)
            {
                preparation.OpenComment(TextSpan.At(at, 1));
                return;
            }
        }

        if (at > line.Start) _stretch.AddDeclaration(at);
    }

    [GeneratedRegex(
        @"\A\{\s*(?:[#.][^\s{}]+|[\w:-]+=(?:""[^""]*""|[^\s{}]+)|-)(?:\s+(?:[#.][^\s{}]+|[\w:-]+=(?:""[^""]*""|[^\s{}]+)))*\s*\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
