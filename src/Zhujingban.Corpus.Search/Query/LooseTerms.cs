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
        var units = analyzed.Units;
        bool IsRun(int at) => units[at].IsRunWith(units[at + 1]) && !references.Exists(reference => Holds(reference, units[at]) || Holds(reference, units[at + 1]));
        for (var i = 0; i < count; i++)
        {
            var term = analyzed.TermOf(units[i]);
            var alone = new PatternPart(0, term, units[i].Ideograph);
            if (references.FindIndex(reference => Holds(reference, units[i])) is >= 0 and var found)
            {
                Add(_terms, Analysis.Terms.Readable(references[found].Term), new PatternPart(0, references[found].Term, -1));
                continue;
            }

            if (i + 1 < units.Count && IsRun(i))
            {
                var next = analyzed.TermOf(units[i + 1]);
                Add(_terms, term + next, alone, new PatternPart(1, next, units[i + 1].Ideograph));
            }
            else if (i == 0 || !IsRun(i - 1))
            {
                Add(_terms, term, alone);
            }

            if (units[i].IsIdeograph) Add(_characters, term, alone);
        }
    }

    private static bool Holds(Alias reference, Unit unit) => unit.Start >= reference.Start && unit.Start < reference.End;

    private void Add(List<TermPattern> terms, string text, params PatternPart[] parts)
    {
        if (_seen.Add((terms == _characters ? "*" : "") + text)) terms.Add(new TermPattern(text, parts));
    }
}
