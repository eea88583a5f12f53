using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Entries a field of which holds a pattern. It counts in all fields.</summary>
internal sealed class PatternMatcher : Matcher
{
    private readonly Segment _segment;
    private readonly Bm25F _ranking;
    private readonly PatternCursor _pattern;
    private readonly double _idf;
    private readonly TermNode _node;
    private readonly TermCursor[] _cursors;
    private int _text;

    private PatternMatcher(SearchContext context, PatternCursor pattern, TermNode node)
    {
        (_segment, _ranking, _pattern, _node) = (context.Segment, context.Ranking, pattern, node);
        _idf = _ranking.Idf(pattern.Holders);
        _cursors = [.. pattern.Cursors];
    }

    /// <inheritdoc/>
    public override int Candidates => _pattern.Candidates;

    /// <inheritdoc/>
    public override IReadOnlyList<TermCursor> Cursors => _cursors;

    /// <summary>The cursor of the term that is all of the pattern, when nothing is asked but that a text holds it.</summary>
    public PostingsCursor? OnlyTerm => _node is { Field: Field.Text, AtStart: false } && _cursors is [PostingsCursor only] ? only : null;

    /// <summary>The weight of the pattern.</summary>
    public double Idf => _idf;

    /// <summary>A matcher, or null when no entry of the segment matches.</summary>
    public static PatternMatcher? Create(SearchContext context, TermNode node) =>
        PatternCursor.Create(context, node.Pattern) is { } pattern ? new PatternMatcher(context, pattern, node) : null;

    /// <inheritdoc/>
    public override int Advance(int target) => NextCommon(_cursors, target);

    /// <inheritdoc/>
    public override bool Matches()
    {
        _text = _pattern.Count(Field.Text);
        if (_node.AtStart) return _pattern.IsAtStart(_node.Field);
        return (_node.Field == Field.Text ? _text : _pattern.Count(_node.Field)) > 0;
    }

    /// <inheritdoc/>
    public override double Score() =>
        Bm25F.Score(_idf, _ranking.Frequency(_pattern.Counts(_text), _segment.LengthsOf(_cursors[0].Entry)));

    /// <inheritdoc/>
    public override double MostScore() =>
        Bm25F.Score(_idf, _ranking.Frequency(_pattern.MostCounts(_text), _segment.LengthsOf(_cursors[0].Entry)));

    /// <inheritdoc/>
    public override double Bound(int target, out int last) => Bm25F.Score(_idf, _pattern.Bound(target, out last));
}
