using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// The inline marks of one stretch of a source, across which Markdig's inlines never reach: counts those that Markdig looks through again and again,
/// and takes the meaning from what is too much, or can find no end in the stretch.
/// </summary>
/// <param name="preparation">The source, and what Markdig reads in its stead.</param>
internal sealed class MarkdownStretch(MarkdownPreparation preparation)
{
    /// <summary>The most delimiters that one stretch may hold open.</summary>
    private const int MaximumDelimiters = 4096;

    /// <summary>The most delimiters that are always read.</summary>
    private const int MinimumDelimiters = 64;

    /// <summary>The most steps over open delimiters, at one for each delimiter and character.</summary>
    private const long MaximumDelimiterWork = 200_000_000;

    /// <summary>The most cells in one stretch: Markdig's time grows with their square.</summary>
    private const int MaximumCells = 2000;

    /// <summary>Every <c>](</c> may look for its end up to the stretch's: the most characters all of them together may look at.</summary>
    private const long MaximumLinkWork = 16_000_000;

    private readonly string _source = preparation.Source;
    private readonly List<TextSpan> _delimiters = [];
    private readonly List<int> _brackets = [];
    private readonly List<int> _links = [];
    private readonly List<int> _declarations = [];
    private int _start = -1;
    private int _cells;

    /// <summary>True behind a line that the next one may continue.</summary>
    public bool HasBegun => _start >= 0;

    /// <summary>Begins the stretch, unless it has begun before.</summary>
    public void Begin(int start)
    {
        if (_start < 0) _start = start;
    }

    /// <summary>Ends the stretch: whatever is still open cannot be closed any more.</summary>
    public void End(int end)
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

    /// <summary>Takes a run of marks that may open or close something.</summary>
    /// <returns>False when there are too many: it is text.</returns>
    public bool AddDelimiter(TextSpan delimiter)
    {
        if (_delimiters.Count == MaximumDelimiters)
        {
            preparation.Neutralize(delimiter);
            return false;
        }

        _delimiters.Add(delimiter);
        return true;
    }

    /// <summary>Takes the bar at the edge of a cell.</summary>
    public void AddCell(int at)
    {
        if (++_cells > MaximumCells) preparation.Neutralize(TextSpan.At(at, 1));
    }

    /// <summary>Takes a bracket that a link or a span may begin with.</summary>
    public void OpenBracket(int at)
    {
        if (AddDelimiter(TextSpan.At(at, 1))) _brackets.Add(at);
    }

    /// <summary>Closes the bracket that was opened last. Gives its place; -1 when none is open.</summary>
    public int CloseBracket()
    {
        if (_brackets.Count == 0) return -1;
        var opening = _brackets[^1];
        _brackets.RemoveAt(_brackets.Count - 1);
        return opening;
    }

    /// <summary>Takes a link: its opening bracket, if it has one, is not open any more.</summary>
    public void AddLink(int opening, int closing)
    {
        _links.Add(closing);
        if (opening >= 0 && _delimiters.Count > 0 && _delimiters[^1].Start == opening) _delimiters.RemoveAt(_delimiters.Count - 1);
    }

    /// <summary>Takes the beginning of a comment, an instruction or the like.</summary>
    public void AddDeclaration(int at) => _declarations.Add(at);

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
}
