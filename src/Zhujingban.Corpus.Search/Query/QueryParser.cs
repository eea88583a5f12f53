using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Reads a query; QUERY.md beside this file has the grammar. Any text is a query: what cannot be read is a term like any other,
/// and a note says so. Its recursion is as deep as parentheses may nest.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>What a query holds beyond this is left out.</summary>
    public const int LongestQuery = 512;

    /// <summary>Terms beyond this are left out.</summary>
    public const int MostTerms = 32;

    /// <summary>A longer run of ideographs is a question.</summary>
    public const int LongestTerm = 12;

    private readonly QueryNotes _notes;
    private readonly TermReader _reader;
    private readonly LooseTerms _loose = new();
    private readonly List<QueryToken> _tokens;
    private QueryToken? _field;
    private bool _isExcluded;
    private bool _isQuestion;
    private int _at;
    private int _terms;

    private QueryParser(List<QueryToken> tokens, QueryNotes notes) => (_tokens, _notes, _reader) = (tokens, notes, new TermReader(notes));

    private QueryTokenKind? Kind => _at < _tokens.Count ? _tokens[_at].Kind : null;

    private bool IsOperandNext => _at + 1 < _tokens.Count && _tokens[_at + 1].StartsOperand;

    /// <summary>Reads a query.</summary>
    public static ParsedQuery Parse(string query)
    {
        var notes = new QueryNotes();
        var isCut = query.Length > LongestQuery;
        if (isCut)
        {
            query = query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
            notes.Add($"only the first {LongestQuery} characters are searched for");
        }

        var parser = new QueryParser(QueryLexer.Cut(query, isCut, notes), notes);
        var reading = parser.ReadAny();
        if (reading is null) notes.Add("the query holds nothing that can be searched for");
        var exact = reading?.Node is { } node and not (AllNode or AnyNode) ? new AllNode([node], []) : reading?.Node;
        return new ParsedQuery(exact, reading?.Condition, parser._loose, parser._isQuestion, notes.All);
    }

    private Reading? ReadAny()
    {
        var alternatives = new List<Reading>();
        var isMixed = false;
        while (true)
        {
            if (ReadAll(out var operands) is { } reading) alternatives.Add(reading);
            isMixed |= operands > 1;
            if (Kind != QueryTokenKind.Or) break;
            _at++;
        }

        var any = Reading.Any(alternatives);
        if (isMixed && alternatives.Count > 1) _notes.Add($"OR joins all that stands on either side of it: read as {QueryPrinter.Print(any!.Node)}");
        return any;
    }

    /// <summary>Reads up to the end of the group, or an OR that has something on either side.</summary>
    private Reading? ReadAll(out int operands)
    {
        var (required, excluded) = (new List<Reading>(), new List<QueryNode>());
        for (operands = 0; Kind is not (null or QueryTokenKind.Close); operands++)
        {
            if (Kind is QueryTokenKind.Or or QueryTokenKind.And && operands > 0 && IsOperandNext)
            {
                if (Kind == QueryTokenKind.Or) break;
                _at++;
            }

            var wasExcluded = _isExcluded;
            var isExcluded = false;
            for (; Kind == QueryTokenKind.Not && IsOperandNext; _at++) isExcluded = !isExcluded;
            _isExcluded |= isExcluded;
            var reading = ReadOperand();
            _isExcluded = wasExcluded;
            if (reading is null) continue;
            if (isExcluded) excluded.Add(reading.Node);
            else required.Add(reading);
        }

        return Reading.All(required, excluded);
    }

    private Reading? ReadOperand()
    {
        var token = _tokens[_at++];
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                var group = ReadAny();
                if (Kind == QueryTokenKind.Close) _at++;
                return group;
            case QueryTokenKind.Field:
                var outer = _field;
                _field = token;
                var reading = ReadOperand();
                _field = outer;
                return reading;
            case QueryTokenKind.Term:
                return _field is { } field ? ReadValue(field, token) : ReadTerms(token);
            default:
                _notes.Add(token.Kind == QueryTokenKind.Near
                    ? $"“{token.Text}” does not stand between two terms, it is read as text"
                    : $"“{token.Text}” is read as the word itself");
                return ReadTerms(token);
        }
    }

    /// <summary>Reads a term, or terms with near between them.</summary>
    private Reading? ReadTerms(QueryToken token)
    {
        if (Kind != QueryTokenKind.Near || !MayBeNear(token)) return ReadTerm(token);
        var pairs = new List<Reading>();
        var left = TakePattern(token);
        for (; Kind == QueryTokenKind.Near && _at + 1 < _tokens.Count && MayBeNear(_tokens[_at + 1]); _at += 2)
        {
            var right = TakePattern(_tokens[_at + 1]);
            if (left is not null && right is not null) pairs.Add(new Reading(new NearNode(left, right, _tokens[_at].Distance), null));
            left = right ?? left;
        }

        if (pairs.Count > 0 || left is null) return Reading.All(pairs, []);
        return new Reading(new TermNode(left), null);
    }

    private bool MayBeNear(QueryToken token) =>
        token.Kind == QueryTokenKind.Term && _field is null && !_reader.IsWordPrefix(token) && Cited(token) is null;

    private TermPattern? TakePattern(QueryToken token)
    {
        if (IsBeyondLimit()) return null;
        if (!_isExcluded) _loose.Add(token, isWordPrefix: false);
        return _reader.ReadPattern(token.Text);
    }

    private Reading? ReadTerm(QueryToken token)
    {
        if (IsBeyondLimit()) return null;
        var isWordPrefix = _reader.IsWordPrefix(token);
        if (!_isExcluded) _loose.Add(token, isWordPrefix);
        if (Cited(token) is { } cited)
        {
            _notes.Add($"“{token.Text}” is read as a text that starts with “{cited.Article}”, or has it in its title, in a document with “{cited.Title}” in its title; put it in quotation marks to find it literally");
            var article = Reading.Any([.. Readings(Article(cited.Article), Title(cited.Article))]);
            return Reading.All([.. Readings(Title(cited.Title)), .. article is null ? [] : (Reading[])[article]], []);
        }

        if (_reader.ReadPattern(token.Text, out var run) is not { } pattern) return null;
        _isQuestion |= !_isExcluded && !token.IsQuoted && !token.IsPrefix && run > LongestTerm;
        return new Reading(isWordPrefix ? new PrefixNode(pattern) : new TermNode(pattern), null);
    }

    private Reading? ReadValue(QueryToken field, QueryToken token)
    {
        if (IsBeyondLimit()) return null;
        if (QueryFields.FacetOf(field.Field) is not { } facet)
        {
            if (_reader.IsWordPrefix(token)) _notes.Add($"“{token.Typed}” is read without the *: in titles, words are found as wholes");
            return Title(token.Text) is { } title ? new Reading(title, title) : null;
        }

        if (FacetValues.Read(facet, token) is { } node) return new Reading(node, node);
        _notes.Add($"“{field.Text}{token.Typed}” cannot be read as a condition, it is read as text");
        var literal = new QueryToken(QueryTokenKind.Term, field.Text + token.Text);
        if (!_isExcluded) _loose.Add(literal, isWordPrefix: false);
        return _reader.ReadPattern(literal.Text) is { } pattern ? new Reading(new TermNode(pattern), null) : null;
    }

    private static IEnumerable<Reading> Readings(params IEnumerable<QueryNode?> nodes) => nodes.OfType<QueryNode>().Select(node => new Reading(node, null));

    private TermNode? Title(string text) =>
        _reader.ReadPattern(text) is { } pattern ? new TermNode(pattern, Field.Title) : null;

    private TermNode? Article(string text) =>
        _reader.ReadPattern(text) is { } pattern ? new TermNode(pattern, AtStart: true) : null;

    /// <summary>The title and article that a term cites and is nothing but; folded.</summary>
    private static (string Title, string Article)? Cited(QueryToken token)
    {
        if (token.IsQuoted || token.IsPrefix || token.Text is not ['《' or '︽', ..]) return null;
        var folded = Text.TextFolding.Fold(token.Text).Text;
        if (CitedArticle.Match(folded, 0) is not { } cited || cited.End < folded.Length) return null;
        return new ClauseAnalyzer().AnalyzeFolded(folded[cited.Title]).Units.Count == 0 ? null : (folded[cited.Title], folded[cited.Article]);
    }

    private bool IsBeyondLimit()
    {
        if (_terms++ < MostTerms) return false;
        _notes.Add($"only the first {MostTerms} terms are searched for");
        return true;
    }
}
