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
    /// <summary>The most delimiters that one stretch may hold open.</summary>
    private const int MaximumDelimiters = 4096;

    /// <summary>The most delimiters that are always read.</summary>
    private const int MinimumDelimiters = 64;

    /// <summary>The most steps over open delimiters, at one for each delimiter and character.</summary>
    private const long MaximumDelimiterWork = 200_000_000;

    /// <summary>The longest run of backticks that marks code; each length may be looked for to the stretch's end.</summary>
    private const int MaximumBackticks = 64;

    /// <summary>The most cells in one stretch: Markdig's time grows with their square.</summary>
    private const int MaximumCells = 2000;

    /// <summary>Every <c>](</c> may look for its end up to the stretch's: the most characters all of them together may look at.</summary>
    private const long MaximumLinkWork = 16_000_000;

    /// <summary>The longest run of attributes that is looked at.</summary>
    private const int MaximumAttributes = 300;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_~{<\\|`");

    private readonly string _source = preparation.Source;
    private readonly List<int> _brackets = [];
    private readonly List<int> _links = [];
    private readonly List<int> _declarations = [];
    private int _start = -1;
    private readonly List<TextSpan> _delimiters = [];
    private int _cells;
    private int _lastCommentEnd = -2;

    /// <summary>True behind a line that the next one may continue.</summary>
    public bool InStretch => _start >= 0;

    /// <summary>Takes one line of a stretch.</summary>
    public void ScanLine(TextSpan line, bool isHeading, bool isCode)
    {
        if (_start < 0) _start = line.Start;
        for (var at = line.Start; at < line.End;)
        {
            var next = _source.AsSpan(at..line.End).IndexOfAny(Marks);
            if (next < 0) return;
            at = ScanMark(at + next, line, isHeading, isCode);
        }
    }

    /// <summary>Ends the stretch: whatever is still open cannot be closed any more.</summary>
    public void EndStretch(int end)
    {
        if (_start < 0) return;
        LimitDelimiters(end);
        LimitLinks(end);
        LimitDeclarations(end);
        _start = -1;
        _delimiters.Clear();
        _cells = 0;
        _brackets.Clear();
        _links.Clear();
        _declarations.Clear();
    }

    private int ScanMark(int at, TextSpan line, bool isHeading, bool isCode)
    {
        switch (_source[at])
        {
            case '\\':
                return at + 2;
            case '[':
                if (Count(TextSpan.At(at, 1))) _brackets.Add(at);
                return at + 1;
            case ']':
                return ScanClosingBracket(at, line, isCode);
            case '{':
                if (!isCode && HoldsAttributes(at, line, isHeading)) HideAttributes(at, line);
                return at + 1;
            case '|':
                if (++_cells > MaximumCells) preparation.Neutralize(TextSpan.At(at, 1));
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
        var opening = -1;
        if (_brackets.Count > 0)
        {
            opening = _brackets[^1];
            _brackets.RemoveAt(_brackets.Count - 1);
        }

        if (next == '(')
        {
            _links.Add(at);
            if (opening >= 0 && _delimiters.Count > 0 && _delimiters[^1].Start == opening) _delimiters.RemoveAt(_delimiters.Count - 1);
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
        if (!insideWord) Count(new TextSpan(at, end));
        return end;
    }

    private int ScanBackticks(int at, TextSpan line)
    {
        var end = at + 1;
        while (end < line.End && _source[end] == '`') end++;
        if (end - at > MaximumBackticks && at > line.Start) preparation.Neutralize(new TextSpan(at, end));
        return end;
    }

    private bool Count(TextSpan delimiter)
    {
        if (_delimiters.Count == MaximumDelimiters)
        {
            preparation.Neutralize(delimiter);
            return false;
        }

        _delimiters.Add(delimiter);
        return true;
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

        if (at > line.Start) _declarations.Add(at);
    }

    /// <summary>Every inline looks through all delimiters that are open before it.</summary>
    private void LimitDelimiters(int end)
    {
        var allowed = (int)Math.Clamp(MaximumDelimiterWork / Math.Max(end - _start, 1), MinimumDelimiters, MaximumDelimiters);
        for (var i = allowed; i < _delimiters.Count; i++) preparation.Neutralize(_delimiters[i]);
    }

    private void LimitLinks(int end)
    {
        long length = end - _start;
        var allowed = MaximumLinkWork / Math.Max(length, 1);
        if (_links.Count <= allowed) return;
        var at = _links[(int)allowed];
        while (at < end)
        {
            var next = _source.AsSpan(at..end).IndexOfAny('[', ']');
            if (next < 0) return;
            preparation.Neutralize(TextSpan.At(at + next, 1));
            at += next + 1;
        }
    }

    /// <summary>Comments, instructions and the like that do not end in their stretch are text; each end would be looked for in vain.</summary>
    private void LimitDeclarations(int end)
    {
        if (_declarations.Count == 0) return;
        var stretch = _source.AsSpan(_start, end - _start);
        var (comment, instruction, section, any) =
            (stretch.LastIndexOf("-->"), stretch.LastIndexOf("?>"), stretch.LastIndexOf("]]>"), stretch.LastIndexOf('>'));
        foreach (var at in _declarations)
        {
            var opening = stretch[(at - _start)..];
            var closing = opening.StartsWith("<!--") ? comment
                : opening.StartsWith("<?") ? instruction
                : opening.StartsWith("<![") ? section
                : any;
            if (_start + closing < at) preparation.ReadAsText(TextSpan.At(at, 1));
        }
    }

    [GeneratedRegex(
        @"\A\{\s*(?:[#.][^\s{}]+|[\w:-]+=(?:""[^""]*""|[^\s{}]+)|-)(?:\s+(?:[#.][^\s{}]+|[\w:-]+=(?:""[^""]*""|[^\s{}]+)))*\s*\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
