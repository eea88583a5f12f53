using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>A place of a text that matches.</summary>
/// <param name="Pattern">What matches there.</param>
/// <param name="Span">Where, in the text as it was written.</param>
internal readonly record struct Mark(TermPattern Pattern, TextSpan Span);

/// <summary>What of an entry matches a query, read from the entry and not from the index. For one reader, an entry after another.</summary>
internal sealed class Evidence
{
    private readonly ClauseAnalyzer[] _analyzers = [.. Enumerable.Range(0, Fields.Count).Select(_ => new ClauseAnalyzer())];
    private readonly PatternFinder?[] _finders = new PatternFinder?[Fields.Count];
    private readonly AnalyzedText?[] _texts = new AnalyzedText?[Fields.Count];
    private IndexEntry? _entry;
    private MappedText? _folded;

    /// <summary>The entry that is read.</summary>
    public IndexEntry Entry => _entry ?? throw new InvalidOperationException("No entry was given yet.");

    /// <summary>Turns to an entry; its fields are analysed when they are needed.</summary>
    public void Read(IndexEntry entry)
    {
        (_entry, _folded) = (entry, null);
        Array.Clear(_finders);
    }

    /// <summary>Where a pattern starts in a field, rising.</summary>
    public List<int> Starts(Field field, TermPattern pattern) => Finder(field).Starts(pattern);

    /// <summary>The units of a field.</summary>
    public int Units(Field field)
    {
        Finder(field);
        return _texts[(int)field]!.Units.Count;
    }

    /// <summary>Whether the entry matches a node.</summary>
    public bool Holds(QueryNode node) => node switch
    {
        TermNode term => StartsOf(term).Count > 0,
        PrefixNode prefix => StartsOf(TermOf(prefix)).Count > 0,
        NearNode near => NearStarts(near.Left, near.Right, near.Distance).Count > 0,
        FacetNode facet => FacetValues.Of(Entry, facet.Facet) is { } value && facet.Holds(value),
        AnyNode any => any.Nodes.Any(Holds),
        AllNode all => all.Required.All(Holds) && !all.Excluded.Any(Holds),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>Marks what matches in the text, when the entry matches the node.</summary>
    public void Collect(QueryNode node, List<Mark> marks)
    {
        switch (node)
        {
            case TermNode { Field: Field.Text } term:
                AddMarks(term.Pattern, StartsOf(term), marks);
                break;
            case PrefixNode prefix:
                AddMarks(TermOf(prefix).Pattern, StartsOf(TermOf(prefix)), marks);
                break;
            case NearNode near:
                AddMarks(near.Left, NearStarts(near.Left, near.Right, near.Distance), marks);
                AddMarks(near.Right, NearStarts(near.Right, near.Left, near.Distance), marks);
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

    private List<int> StartsOf(TermNode term)
    {
        var starts = Starts(term.Field, term.Pattern);
        if (!term.AtStart) return starts;
        return starts is [<= PatternCursor.FirstPosition, ..] ? starts[..1] : [];
    }

    private List<int> NearStarts(TermPattern pattern, TermPattern other, int distance)
    {
        var others = Starts(Field.Text, other);
        var starts = Starts(Field.Text, pattern);
        starts.RemoveAll(start => !NearMatcher.IsNear(start, pattern.Length, CollectionsMarshal.AsSpan(others), other.Length, distance));
        return starts;
    }

    private void AddMarks(TermPattern pattern, List<int> starts, List<Mark> marks)
    {
        foreach (var start in starts)
        {
            foreach (var span in _folded!.SourceSpans(Finder(Field.Text).At(start, pattern)!.Value)) marks.Add(new Mark(pattern, span));
        }
    }

    private PatternFinder Finder(Field field)
    {
        if (_finders[(int)field] is { } known) return known;
        var analyzer = _analyzers[(int)field];
        if (field == Field.Text)
        {
            _folded = TextFolding.Fold(Entry.Text);
            _texts[(int)field] = analyzer.AnalyzeFolded(_folded.Text);
        }
        else
        {
            _texts[(int)field] = analyzer.Analyze(Fields.Of(Entry, field));
        }

        return _finders[(int)field] = new PatternFinder(_texts[(int)field]!);
    }
}
