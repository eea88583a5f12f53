using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>A place of a text that matches.</summary>
/// <param name="Pattern">The number of what matches there; equal for the matches of one part of the query.</param>
/// <param name="Span">Where, in the text as it was written.</param>
internal readonly record struct Mark(int Pattern, TextSpan Span);

/// <summary>What of an entry matches a query, read from the entry and not from the index. For one reader, an entry after another.</summary>
internal sealed class Evidence
{
    private readonly ClauseAnalyzer?[] _analyzers = new ClauseAnalyzer?[Fields.Count];
    private readonly PatternFinder?[] _finders = new PatternFinder?[Fields.Count];
    private readonly FoldedEntryText _folded = new();
    private readonly AnalyzedText?[] _texts = new AnalyzedText?[Fields.Count];
    private IndexEntry? _entry;
    private Deadline _deadline = Deadline.None;
    private bool _isFolded;
    private int _patterns;

    /// <summary>The entry that is read.</summary>
    public IndexEntry Entry => _entry ?? throw new InvalidOperationException("No entry was given yet.");

    private FoldedEntryText Folded
    {
        get
        {
            if (!_isFolded) _folded.Read(Entry.Text);
            _isFolded = true;
            return _folded;
        }
    }

    /// <summary>True when time was up before all marks were collected: then they mean nothing.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Turns to an entry; its fields are analysed when they are needed.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="deadline">When to stop collecting marks; null for never.</param>
    public void Read(IndexEntry entry, Deadline? deadline = null)
    {
        (_entry, _isFolded, _patterns) = (entry, false, -1);
        (_deadline, IsLate) = (deadline ?? Deadline.None, false);
        Array.Clear(_finders);
    }

    /// <summary>Where a field holds a pattern, in order.</summary>
    public List<PatternPlace> Find(Field field, TermPattern pattern) => Finder(field).Find(pattern);

    /// <summary>The units of a field.</summary>
    public int Units(Field field)
    {
        Finder(field);
        return _texts[(int)field]!.Units.Count;
    }

    /// <summary>Whether the entry matches a node.</summary>
    public bool Holds(QueryNode node) => node switch
    {
        TermNode { Field: Field.Text, AtStart: false, Pattern.Literal: { } literal } => Folded.Text.Contains(literal, StringComparison.Ordinal),
        TermNode term => PlacesOf(term).Count > 0,
        PrefixNode prefix => PlacesOf(TermOf(prefix)).Count > 0,
        NearNode near => AreNear(near, Find(Field.Text, near.Left), Find(Field.Text, near.Right)).Count > 0,
        FacetNode facet => EntryFacets.Of(Entry, facet.Facet) is { } value && facet.Holds(value),
        AnyNode any => any.Nodes.Any(Holds),
        AllNode all => all.Required.All(Holds) && !all.Excluded.Any(Holds),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>Marks what matches in the text, when the entry matches the node.</summary>
    public void Collect(QueryNode node, List<Mark> marks)
    {
        if (IsLate |= _deadline.PassesNow()) return;
        switch (node)
        {
            case TermNode { Field: Field.Text, AtStart: false, Pattern.Literal: { } literal }:
                AddMarks(literal, marks);
                break;
            case TermNode { Field: Field.Text } term:
                AddMarks(PlacesOf(term), marks);
                break;
            case PrefixNode prefix:
                AddMarks(PlacesOf(TermOf(prefix)), marks);
                break;
            case NearNode near:
                CollectNear(near, marks);
                break;
            case AnyNode any:
                foreach (var part in any.Nodes.Where(Holds)) Collect(part, marks);
                break;
            case AllNode all:
                foreach (var part in all.Required) Collect(part, marks);
                break;
        }
    }

    /// <summary>A beginning of a word as the term it is.</summary>
    public static TermNode TermOf(PrefixNode prefix) => new(prefix.Pattern with { IsPrefix = true });

    private List<PatternPlace> PlacesOf(TermNode term)
    {
        var places = Find(term.Field, term.Pattern);
        if (!term.AtStart) return places;
        return places is [{ Start: <= PatternCursor.FirstPosition }, ..] ? places[..1] : [];
    }

    /// <summary>Of a text of millions of characters each step takes a while: the clock is looked at between them.</summary>
    private void CollectNear(NearNode near, List<Mark> marks)
    {
        var left = Find(Field.Text, near.Left);
        if (IsLate |= _deadline.PassesNow()) return;
        var right = Find(Field.Text, near.Right);
        if (IsLate |= _deadline.PassesNow()) return;
        AddMarks(AreNear(near, left, right), marks);
        if (IsLate |= _deadline.PassesNow()) return;
        AddMarks(AreNear(near with { Left = near.Right, Right = near.Left }, right, left), marks);
        IsLate |= _deadline.PassesNow();
    }

    /// <summary>Those places of the left pattern that are near one of the right.</summary>
    private static List<PatternPlace> AreNear(NearNode near, List<PatternPlace> left, List<PatternPlace> right)
    {
        int[] others = [.. right.Select(place => place.Start)];
        return left.FindAll(place => NearMatcher.IsNear(place.Start, near.Left.Length, others, near.Right.Length, near.Distance));
    }

    private void AddMarks(List<PatternPlace> places, List<Mark> marks)
    {
        _patterns++;
        foreach (var place in places) Folded.Mark(_patterns, place.Span, marks);
    }

    private void AddMarks(string literal, List<Mark> marks)
    {
        _patterns++;
        var text = Folded.Text;
        for (int at = 0, found; (found = text[at..].IndexOf(literal)) >= 0; at += found + 1)
            Folded.Mark(_patterns, TextSpan.At(at + found, literal.Length), marks);
    }

    private PatternFinder Finder(Field field)
    {
        if (_finders[(int)field] is { } known) return known;
        var analyzer = _analyzers[(int)field] ??= new ClauseAnalyzer();
        if (field == Field.Text)
        {
            _texts[(int)field] = analyzer.AnalyzeFolded(Folded.Text);
        }
        else
        {
            _texts[(int)field] = analyzer.Analyze(Fields.Of(Entry, field));
        }

        return _finders[(int)field] = new PatternFinder(_texts[(int)field]!);
    }
}
