using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Reads single terms: what each is sought by, exactly and loosely. Punctuation in a term stands for any punctuation or white
/// space there, and nothing is found across punctuation that a term does not have. A document number or full date that a term ends
/// with is sought in any form.
/// </summary>
internal sealed class TermReader(QueryNotes notes)
{
    /// <summary>A longer run of ideographs is a question.</summary>
    public const int LongestTerm = 12;

    private readonly ClauseAnalyzer _analyzer = new();
    private readonly List<TermPattern> _loose = [];
    private readonly List<TermPattern> _characters = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The bigrams, words, document numbers and dates of the terms read so far.</summary>
    public IReadOnlyList<TermPattern> Loose => _loose;

    /// <summary>Their single ideographs.</summary>
    public IReadOnlyList<TermPattern> Characters => _characters;

    /// <summary>True when one of them reads as a question.</summary>
    public bool IsQuestion { get; private set; }

    /// <summary>A term to be found literally; null when it holds nothing that can be sought.</summary>
    public TermPattern? ReadPattern(QueryToken token)
    {
        var analyzed = _analyzer.Analyze(token.Text);
        if (analyzed.Units.Count == 0)
        {
            notes.Add($"“{token.Text}” holds nothing that can be searched for");
            return null;
        }

        var alias = AliasAtEnd(analyzed);
        if (alias is { } found) notes.Add($"“{token.Text}” is read as a {(Terms.IsDate(found.Term) ? "date" : "document number")}, in any form");
        return PatternOf(token.Text, analyzed, alias);
    }

    /// <summary>True when a term's * has a meaning: ideographs are found inside longer runs without it.</summary>
    public bool IsWordPrefix(QueryToken token)
    {
        if (!token.IsPrefix) return false;
        var analyzed = _analyzer.Analyze(token.Text);
        return analyzed.Units is [.., { IsIdeograph: false } last] && last.End == analyzed.Folded.Length && AliasAtEnd(analyzed) is null;
    }

    /// <summary>Collects what a term is sought by loosely.</summary>
    /// <param name="token">The term.</param>
    /// <param name="mayAsk">True when a long one reads as a question.</param>
    public void Collect(QueryToken token, bool mayAsk)
    {
        var isWordPrefix = IsWordPrefix(token);
        var analyzed = _analyzer.Analyze(token.Text);
        if (mayAsk && !token.IsQuoted && !token.IsPrefix && LongestRun(analyzed.Units) > LongestTerm)
            IsQuestion |= AliasAtEnd(analyzed) is not { } alias || !Terms.IsDocumentNumber(alias.Term);
        var end = 0;
        var aliases = analyzed.Aliases.Where(alias => Terms.IsDate(alias.Term) || Terms.IsDocumentNumber(alias.Term)).ToList();
        for (var i = 0; i < analyzed.Units.Count - (isWordPrefix ? 1 : 0); i++)
        {
            foreach (var known in aliases)
            {
                if (known.End <= end || analyzed.Units[i].Start < known.Start || analyzed.Units[i].Start >= known.End) continue;
                end = known.End;
                Add(_loose, new TermPattern(Terms.Readable(known.Term), [new PatternPart(0, known.Term, -1)]));
            }

            if (analyzed.Units[i].Start >= end) Collect(analyzed, i);
        }
    }

    private void Collect(AnalyzedText analyzed, int at)
    {
        var units = analyzed.Units;
        var term = analyzed.TermOf(units[at]);
        var alone = new PatternPart(0, term, units[at].Ideograph);
        if (at + 1 < units.Count && Adjoin(units[at], units[at + 1]))
        {
            var next = analyzed.TermOf(units[at + 1]);
            Add(_loose, new TermPattern(term + next, [alone, new PatternPart(1, next, units[at + 1].Ideograph)]));
        }
        else if (at == 0 || !Adjoin(units[at - 1], units[at]))
        {
            Add(_loose, new TermPattern(term, [alone]));
        }

        if (units[at].IsIdeograph) Add(_characters, new TermPattern(term, [alone]));
    }

    private void Add(List<TermPattern> terms, TermPattern term)
    {
        var key = string.Join('\n', term.Parts.Select(part => $"{part.Offset}:{part.Term}"));
        if (_seen.Add((terms == _loose ? "~" : "*") + key)) terms.Add(term);
    }

    /// <summary>The document number or date a term ends with, if any.</summary>
    private static Alias? AliasAtEnd(AnalyzedText analyzed)
    {
        foreach (var alias in analyzed.Aliases)
        {
            if ((Terms.IsDocumentNumber(alias.Term) || Terms.IsDate(alias.Term)) && analyzed.Units[^1].Start < alias.End) return alias;
        }

        return null;
    }

    private static TermPattern PatternOf(string text, AnalyzedText analyzed, Alias? ending)
    {
        var parts = new List<PatternPart>();
        foreach (var unit in analyzed.Units)
        {
            if (ending is { } alias && unit.Start >= alias.Start) break;
            if (parts.Count > 0 && parts[^1].Offset + 1 < unit.Position) parts.Add(Separator(unit.Position - 1));
            parts.Add(new PatternPart(unit.Position, analyzed.TermOf(unit), unit.Ideograph));
        }

        if (ending is { } last)
        {
            if (parts.Count > 0 && parts[^1].Offset + 1 < last.Position) parts.Add(Separator(last.Position - 1));
            parts.Add(new PatternPart(last.Position, last.Term, -1));
        }

        var first = parts[0].Offset;
        return new TermPattern(text, [.. parts.Select(part => part with { Offset = part.Offset - first })]);
    }

    private static PatternPart Separator(int position) => new(position, Terms.Separator, -1);

    private static int LongestRun(List<Unit> units)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < units.Count; i++)
        {
            run = i > 0 && Adjoin(units[i - 1], units[i]) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static bool Adjoin(Unit left, Unit right) => left.IsIdeograph && right.IsIdeograph && right.Position == left.Position + 1;
}
