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
    private readonly OperandReader _reader;
    private readonly List<QueryToken> _tokens;
    private QueryToken? _field;
    private int _at;

    private QueryParser(List<QueryToken> tokens, QueryNotes notes) => (_tokens, _notes, _reader) = (tokens, notes, new OperandReader(notes));

    private QueryTokenKind? Kind => _at < _tokens.Count ? _tokens[_at].Kind : null;

    /// <summary>True when an operator has something behind it, excluded or not.</summary>
    private bool IsOperandNext => _tokens.FindIndex(_at + 1, token => token.Kind != QueryTokenKind.Not) is >= 0 and var next && _tokens[next].StartsOperand;

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

        var tokens = QueryLexer.Cut(query, isCut, notes);
        if (!tokens.Exists(token => token.Kind is QueryTokenKind.Term or QueryTokenKind.Field)) tokens = [.. tokens.Select(token => AsTerm(token, notes))];
        var parser = new QueryParser(tokens, notes);
        var reading = parser.ReadAny();
        if (reading is null) notes.Add("the query holds nothing that can be searched for");
        return new ParsedQuery(reading?.Node, reading?.Condition, parser._reader.Loose, parser._reader.IsQuestion, notes.All);
    }

    /// <summary>Whoever asks for nothing but OR asks for the word.</summary>
    private static QueryToken AsTerm(QueryToken token, QueryNotes notes)
    {
        if (!token.IsOperatorWord) return token;
        notes.Add($"“{token.Text}” is read as the word itself");
        return new QueryToken(QueryTokenKind.Term, token.Text);
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
        operands = 0;
        while (Kind is not (null or QueryTokenKind.Close))
        {
            if (Kind is QueryTokenKind.Or or QueryTokenKind.And && operands > 0 && IsOperandNext)
            {
                if (Kind == QueryTokenKind.Or) break;
                _at++;
            }

            var wasExcluded = _reader.IsExcluded;
            var isExcluded = false;
            for (; Kind == QueryTokenKind.Not && IsOperandNext; _at++) isExcluded = !isExcluded;
            _reader.IsExcluded |= isExcluded;
            var reading = ReadOperand();
            _reader.IsExcluded = wasExcluded;
            if (reading is null) continue;
            operands++;
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
                return _field is { } field ? _reader.ReadValue(field, token) : ReadTerms(token);
            default:
                NoteLeftOut(token);
                return null;
        }
    }

    private void NoteLeftOut(QueryToken token)
    {
        var reason = token.Kind switch
        {
            QueryTokenKind.Near => "does not stand between two terms",
            QueryTokenKind.Not => "has nothing behind it to exclude",
            _ => "has nothing to join",
        };
        _notes.Add($"“{token.Text}” {reason}: it is left out; put it in quotation marks to find the word");
    }

    /// <summary>Reads a term, or terms with near between them.</summary>
    private Reading? ReadTerms(QueryToken token)
    {
        if (Kind != QueryTokenKind.Near || !MayBeNear(token)) return _reader.ReadTerm(token);
        var pairs = new List<Reading>();
        var left = _reader.ReadPattern(token);
        for (; Kind == QueryTokenKind.Near && _at + 1 < _tokens.Count && MayBeNear(_tokens[_at + 1]); _at += 2)
        {
            var right = _reader.ReadPattern(_tokens[_at + 1]);
            if (left is not null && right is not null) pairs.Add(new Reading(new NearNode(left, right, _tokens[_at].Distance), null));
            left = right ?? left;
        }

        if (pairs.Count > 0 || left is null) return Reading.All(pairs, []);
        return new Reading(new TermNode(left), null);
    }

    private bool MayBeNear(QueryToken token) => _field is null && _reader.MayBeNear(token);
}
