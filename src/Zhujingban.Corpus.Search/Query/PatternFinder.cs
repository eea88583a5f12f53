using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>A place that holds a pattern.</summary>
/// <param name="Start">The position it starts at.</param>
/// <param name="Span">What of the folded text it covers.</param>
internal readonly record struct PatternPlace(int Start, TextSpan Span);

/// <summary>Finds patterns in a text that was analysed, without an index: for marking matches, and for explaining scores.</summary>
internal sealed class PatternFinder
{
    private const int None = -1;

    private readonly AnalyzedText _text;
    private readonly int[] _unitAt;
    private readonly int[] _aliasStarts = [];
    private readonly ILookup<int, Alias>? _aliasesAt;

    /// <summary>Prepares a text.</summary>
    public PatternFinder(AnalyzedText text)
    {
        _text = text;
        _unitAt = new int[text.Units.Count == 0 ? 0 : text.Units[^1].Position + 1];
        Array.Fill(_unitAt, None);
        for (var i = 0; i < text.Units.Count; i++) _unitAt[text.Units[i].Position] = i;
        if (text.Aliases.Count == 0) return;
        _aliasesAt = text.Aliases.ToLookup(alias => alias.Position);
        _aliasStarts = [.. _aliasesAt.Select(aliases => aliases.Key)];
    }

    /// <summary>Every place that holds the pattern, in the order of their positions.</summary>
    public List<PatternPlace> Find(TermPattern pattern)
    {
        var found = new List<PatternPlace>();
        var first = pattern.Parts[0];
        foreach (var unit in _text.Units)
        {
            if (unit.Ideograph == first.Ideograph) AddPlace(unit.Position, pattern, found);
        }

        if (first.IsIdeograph || _aliasStarts.Length == 0) return found;
        var units = found.Count;
        foreach (var start in _aliasStarts)
        {
            if (UnitAt(start) is not { IsIdeograph: false }) AddPlace(start, pattern, found);
        }

        if (found.Count > units) found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    private void AddPlace(int start, TermPattern pattern, List<PatternPlace> found)
    {
        var span = new TextSpan(int.MaxValue, 0);
        for (var i = 0; i < pattern.Parts.Count; i++)
        {
            var part = pattern.Parts[i];
            if (PartAt(start + part.Offset, part, pattern.IsPrefix && i == pattern.Parts.Count - 1) is not { } covered) return;
            span = new TextSpan(Math.Min(span.Start, covered.Start), Math.Max(span.End, covered.End));
        }

        found.Add(new PatternPlace(start, span));
    }

    private TextSpan? PartAt(int position, PatternPart part, bool mayGoOn)
    {
        var unit = UnitAt(position);
        if (part.Term == Terms.Separator) return unit is null && UnitAt(position - 1) is { } before ? new TextSpan(before.Start, before.End) : null;
        if (unit is { } there && there.Ideograph == part.Ideograph && (part.IsIdeograph || IsTerm(_text.TermOf(there), part, mayGoOn)))
            return new TextSpan(there.Start, there.End);
        if (part.IsIdeograph || _aliasesAt is null) return null;
        foreach (var alias in _aliasesAt[position])
        {
            if (IsTerm(alias.Term, part, mayGoOn)) return new TextSpan(alias.Start, alias.End);
        }

        return null;
    }

    private static bool IsTerm(string term, PatternPart part, bool mayGoOn) =>
        mayGoOn ? term.StartsWith(part.Term, StringComparison.Ordinal) : term == part.Term;

    private Unit? UnitAt(int position) =>
        (uint)position < (uint)_unitAt.Length && _unitAt[position] != None ? _text.Units[_unitAt[position]] : null;
}
