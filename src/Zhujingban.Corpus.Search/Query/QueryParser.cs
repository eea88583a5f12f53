using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Reads a query. Any text is a query: terms separated by white space, each sought literally in the text of an entry after
/// folding, so that a term of ideographs is found inside longer runs of them, a word or number only as a whole. Punctuation in a
/// term or phrase stands for any punctuation or white space there, and nothing is found across punctuation that a term does not
/// have. What has a meaning in other search languages only (OR, a leading -) is read literally, and a note says so.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>What a query holds beyond this is left out.</summary>
    public const int LongestQuery = 512;

    /// <summary>Terms beyond this are left out.</summary>
    public const int MostTerms = 32;

    /// <summary>A longer run of ideographs is a question.</summary>
    public const int LongestTerm = 12;

    private readonly ClauseAnalyzer _analyzer = new();
    private readonly List<string> _notes = [];
    private readonly List<TermPattern> _terms = [];
    private readonly List<TermPattern> _loose = [];
    private readonly List<TermPattern> _characters = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool _question;

    private QueryParser()
    {
    }

    /// <summary>Reads a query.</summary>
    public static ParsedQuery Parse(string query)
    {
        var parser = new QueryParser();
        foreach (var term in parser.Limit(query)) parser.Read(term);
        if (parser._terms.Count == 0) parser._notes.Add("the query holds nothing that can be searched for");
        var exact = parser._terms.Count == 0 ? null : new AllNode([.. parser._terms.Select(term => new TermNode(term))], []);
        return new ParsedQuery(exact, null, parser._loose, parser._characters, parser._question, parser._notes);
    }

    private List<TypedTerm> Limit(string query)
    {
        if (query.Length > LongestQuery)
        {
            query = query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
            _notes.Add($"only the first {LongestQuery} characters are searched for");
        }

        var terms = QueryLexer.Cut(query, _notes);
        if (terms.Count <= MostTerms) return terms;
        _notes.Add($"only the first {MostTerms} terms are searched for");
        return terms[..MostTerms];
    }

    private void Read(TypedTerm term)
    {
        var analyzed = _analyzer.Analyze(term.Text);
        if (analyzed.Units.Count == 0)
        {
            _notes.Add($"“{term.Text}” holds nothing that can be searched for");
            return;
        }

        if (!term.IsQuoted) NoteOperators(term.Text);
        var number = DocumentNumberAtEnd(analyzed);
        if (number is not null) _notes.Add($"“{term.Text}” is read as a document number");
        var pattern = PatternOf(term.Text, analyzed, number);
        if (_seen.Add("=" + KeyOf(pattern))) _terms.Add(pattern);
        _question |= !term.IsQuoted && LongestRun(analyzed.Units) > LongestTerm;
        AddLooseTerms(analyzed, number);
    }

    private void NoteOperators(string term)
    {
        if (term is "OR" or "AND" or "NOT") _notes.Add($"“{term}” is read as the word itself");
        if (term is ['-' or '－', _, ..]) _notes.Add($"“{term}” is read as the text itself; leaving entries out is not supported");
    }

    /// <summary>The document number a term ends with, if any.</summary>
    private static Alias? DocumentNumberAtEnd(AnalyzedText analyzed)
    {
        foreach (var alias in analyzed.Aliases)
        {
            if (Terms.IsDocumentNumber(alias.Term) && analyzed.Units[^1].Start < alias.End) return alias;
        }

        return null;
    }

    private static TermPattern PatternOf(string text, AnalyzedText analyzed, Alias? number)
    {
        var parts = new List<PatternPart>();
        foreach (var unit in analyzed.Units)
        {
            if (number is { } alias && unit.Start >= alias.Start) break;
            if (parts.Count > 0 && parts[^1].Offset + 1 < unit.Position) parts.Add(new PatternPart(unit.Position - 1, Terms.Separator, -1));
            parts.Add(new PatternPart(unit.Position, analyzed.TermOf(unit), unit.Ideograph));
        }

        if (number is { } last) parts.Add(new PatternPart(last.Position, last.Term, -1));
        var first = parts[0].Offset;
        return new TermPattern(text, [.. parts.Select(part => part with { Offset = part.Offset - first })]);
    }

    private void AddLooseTerms(AnalyzedText analyzed, Alias? number)
    {
        var units = analyzed.Units;
        for (var i = 0; i < units.Count; i++)
        {
            var term = analyzed.TermOf(units[i]);
            if (number is { } alias && units[i].Start >= alias.Start) break;
            if (!units[i].IsIdeograph)
            {
                AddLoose(_loose, new TermPattern(term, [new PatternPart(0, term, -1)]));
                continue;
            }

            var alone = new PatternPart(0, term, units[i].Ideograph);
            var before = i > 0 && Adjoin(units[i - 1], units[i]);
            if (i + 1 < units.Count && Adjoin(units[i], units[i + 1]))
            {
                var next = analyzed.TermOf(units[i + 1]);
                AddLoose(_loose, new TermPattern(term + next, [alone, new PatternPart(1, next, units[i + 1].Ideograph)]));
            }
            else if (!before)
            {
                AddLoose(_loose, new TermPattern(term, [alone]));
            }

            AddLoose(_characters, new TermPattern(term, [alone]));
        }

        if (number is { } last) AddLoose(_loose, new TermPattern(last.Term, [new PatternPart(0, last.Term, -1)]));
    }

    private void AddLoose(List<TermPattern> terms, TermPattern term)
    {
        if (_seen.Add((terms == _loose ? "~" : "*") + KeyOf(term))) terms.Add(term);
    }

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

    private static string KeyOf(TermPattern pattern) => string.Join('\n', pattern.Parts.Select(part => $"{part.Offset}:{part.Term}"));
}
