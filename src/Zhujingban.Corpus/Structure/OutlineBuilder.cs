using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Builds sections and clauses from a document's pieces, given in order. The stack of open units is never deeper than there are
/// kinds of marks, so any input takes linear time and bounded memory.
/// </summary>
/// <param name="text">The text in the characters of the rules.</param>
/// <param name="written">The text as written, of which marks and headings are given.</param>
/// <param name="title">The document's title in the characters of the rules, or null.</param>
internal sealed class OutlineBuilder(string text, string written, string? title)
{
    private readonly List<Section> _sections = [];
    private readonly List<Clause> _clauses = [];
    private readonly List<OutlineUnit> _open = [];
    private readonly Dictionary<string, int> _eIds = [];
    private readonly int[] _through = new int[(int)NumberingKind.Fifth + 1];
    private readonly OutlineUnit _document = OutlineUnit.Root("");
    private OutlineUnit? _part;
    private bool _citesHeadings;
    private int _end;

    public IReadOnlyList<Section> Sections => _sections;

    public IReadOnlyList<Clause> Clauses => _clauses;

    public NumberingChecks Checks { get; } = new();

    private OutlineUnit Innermost => _open.Count > 0 ? _open[^1] : _part ?? _document;

    /// <summary>Closes everything; what follows has its own numbering, and ids below <paramref name="eId"/>.</summary>
    /// <param name="eId">The part's id.</param>
    /// <param name="citesHeadings">True where 一、 is cited as a clause even when it only heads others: in what belongs to a regulation.</param>
    public void BeginPart(string eId, bool citesHeadings)
    {
        _citesHeadings = citesHeadings;
        Close(0);
        _part = OutlineUnit.Root(eId);
        Array.Clear(_through);
    }

    /// <summary>Closes everything; what follows is the document's own again.</summary>
    public void EndPart()
    {
        Close(0);
        _part = null;
        _citesHeadings = false;
    }

    /// <summary>Closes every open unit: front or back matter follows.</summary>
    public void CloseAll() => Close(0);

    /// <summary>Adds an unnumbered paragraph under the unit that is open.</summary>
    public void AddParagraph(TextSpan span)
    {
        // The next 款 of an article stands beside the items of the one before it, not inside them.
        if (_open.Count > 0 && _open[^1] is { UnderArticle: true, Kind: not NumberingKind.Article }) CloseFor(NumberingKind.First);
        var parent = Innermost;
        var (name, number) = parent.Kind == NumberingKind.Article ? ("para", ++parent.Paragraphs + 1) : ("p", ++parent.Paragraphs);
        if (parent.Kind == NumberingKind.Article) parent.ForgetNumbers();
        var eId = Unique(parent.Below($"{name}_{number}"));
        _clauses.Add(new Clause(eId, ClauseKind.Paragraph, null, 0, parent.Path, parent.Headings, span));
        _end = span.End;
    }

    /// <summary>Adds a numbered unit.</summary>
    /// <param name="mark">Its mark.</param>
    /// <param name="span">Its range: from its mark to where the next piece begins, without white space at the end.</param>
    /// <param name="leads">True when the next piece is not of its own kind or a higher one.</param>
    public void AddUnit(in NumberingMark mark, TextSpan span, bool leads)
    {
        CloseFor(mark.Kind);
        var parent = Innermost;
        Checks.Add(mark, parent.Last(mark.Kind), _through[(int)mark.Kind]);
        parent.SetLast(mark.Kind, mark.Value);
        _through[(int)mark.Kind] = mark.Value;

        var underArticle = parent.UnderArticle;
        var number = mark.Branch > 0 ? $"{mark.Value}_{mark.Branch}" : $"{mark.Value}";
        var name = $"{NumberingKinds.NameOf(mark.Kind, underArticle)}_{number}";
        // Items of an article stand under one of its paragraphs (款), of which its own text is the first.
        if (parent.Kind == NumberingKind.Article) name = $"para_{parent.Paragraphs + 1}__{name}";
        var unit = parent.Child(mark.Kind, Unique(parent.Below(name)), mark.WrittenIn(written));
        if ((mark.Kind == NumberingKind.First && !underArticle) || NumberingKinds.IsContainer(mark.Kind)) AddSection(unit, mark, span, leads);
        else AddClause(unit, mark.Kind, underArticle, span);
        _open.Add(unit);
        _end = span.End;
    }

    private void AddSection(OutlineUnit unit, in NumberingMark mark, TextSpan span, bool leads)
    {
        var own = Trim(new TextSpan(mark.Span.End, span.End));
        var container = NumberingKinds.IsContainer(mark.Kind);
        var heading = container ? own : NumberingHeading.Find(text, own, leads, title) ?? new TextSpan(mark.Span.End, mark.Span.End);
        var name = heading.IsEmpty ? null : LetterSpacing.Close(heading.Of(written));
        unit.Section = _sections.Count;
        if (name is not null) unit.Headings = [.. unit.Headings, name];
        var level = 1 + _open.Count(open => open.Section >= 0);
        var holdsText = !container && (heading.IsEmpty || own.End - heading.End > 1);
        // A heading's own full stop belongs to it.
        var headingEnd = holdsText || heading.IsEmpty ? heading.End : own.End;
        _sections.Add(new Section(unit.EId, unit.Path[^1], name, level, span, new TextSpan(mark.Span.Start, headingEnd)));
        // A heading over articles can be cited as 四、 can anywhere, so it is a clause too.
        var cited = mark.Kind is NumberingKind.Division or NumberingKind.Subdivision;
        if (holdsText || cited || (_citesHeadings && !container) || (!container && !leads)) AddClause(unit, mark.Kind, underArticle: false, span);
    }

    private void AddClause(OutlineUnit unit, NumberingKind kind, bool underArticle, TextSpan span) => _clauses.Add(new Clause(
        unit.EId, ClauseKind.Clause, unit.Path[^1], NumberingKinds.LevelOf(kind, underArticle), unit.Path, unit.Headings, span));

    private void CloseFor(NumberingKind kind)
    {
        var keep = _open.Count;
        while (keep > 0 && _open[keep - 1].Kind >= kind) keep--;
        Close(keep);
    }

    private void Close(int keep)
    {
        for (var i = _open.Count - 1; i >= keep; i--)
        {
            var section = _open[i].Section;
            if (section >= 0) _sections[section] = _sections[section] with { Span = new TextSpan(_sections[section].Span.Start, _end) };
        }

        _open.RemoveRange(keep, _open.Count - keep);
    }

    private string Unique(string eId)
    {
        if (_eIds.TryAdd(eId, 1)) return eId;
        string numbered;
        do numbered = $"{eId}-{++_eIds[eId]}";
        while (!_eIds.TryAdd(numbered, 1));
        return numbered;
    }

    private TextSpan Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
