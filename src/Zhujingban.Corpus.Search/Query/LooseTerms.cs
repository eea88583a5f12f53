using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// What a query is sought by when it is not taken literally; worked out when first asked for, since most are. For one reader.
/// </summary>
internal sealed class LooseTerms
{
    private readonly List<(QueryToken Token, bool IsWordPrefix)> _tokens = [];
    private readonly List<TermPattern> _terms = [];
    private readonly List<TermPattern> _characters = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _read;

    /// <summary>The bigrams, words, document numbers and dates, each once.</summary>
    public IReadOnlyList<TermPattern> Terms => Read()._terms;

    /// <summary>The single ideographs, each once.</summary>
    public IReadOnlyList<TermPattern> Characters => Read()._characters;

    /// <summary>Adds a term of the query.</summary>
    /// <param name="token">The term.</param>
    /// <param name="isWordPrefix">True when its last word is the beginning of one, which is no word.</param>
    public void Add(QueryToken token, bool isWordPrefix) => _tokens.Add((token, isWordPrefix));

    private LooseTerms Read()
    {
        var analyzer = new ClauseAnalyzer();
        for (; _read < _tokens.Count; _read++)
        {
            var analyzed = analyzer.Analyze(_tokens[_read].Token.Text);
            Read(analyzed, analyzed.Units.Count - (_tokens[_read].IsWordPrefix ? 1 : 0));
        }

        return this;
    }

    private void Read(AnalyzedText analyzed, int count)
    {
        var references = analyzed.Aliases.Where(alias => Analysis.Terms.IsReference(alias.Term)).ToList();
        var behind = 0;
        for (var i = 0; i < count; i++)
        {
            var unit = analyzed.Units[i];
            foreach (var reference in references.Where(reference => unit.Start >= reference.Start && unit.Start < reference.End && behind < reference.End))
            {
                behind = reference.End;
                Add(_terms, Analysis.Terms.Readable(reference.Term), new PatternPart(0, reference.Term, -1));
            }

            if (unit.Start >= behind) Read(analyzed, i, behind);
        }
    }

    private void Read(AnalyzedText analyzed, int at, int start)
    {
        var units = analyzed.Units;
        var term = analyzed.TermOf(units[at]);
        var alone = new PatternPart(0, term, units[at].Ideograph);
        if (at + 1 < units.Count && units[at].IsRunWith(units[at + 1]))
        {
            var next = analyzed.TermOf(units[at + 1]);
            Add(_terms, term + next, alone, new PatternPart(1, next, units[at + 1].Ideograph));
        }
        else if (at == 0 || units[at - 1].Start < start || !units[at - 1].IsRunWith(units[at]))
        {
            Add(_terms, term, alone);
        }

        if (units[at].IsIdeograph) Add(_characters, term, alone);
    }

    private void Add(List<TermPattern> terms, string text, params PatternPart[] parts)
    {
        if (_seen.Add((terms == _characters ? "*" : "") + text)) terms.Add(new TermPattern(text, parts));
    }
}
