using System.Globalization;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Cuts a query into pieces, as QUERY.md beside this file says. Any text can be cut; what is odd is noted.</summary>
internal sealed partial class QueryLexer
{
    /// <summary>Parentheses nested deeper are characters.</summary>
    public const int MostDepth = 16;

    private const int LongestFieldName = 10;
    private const int LongestOperator = 9;

    private readonly string _query;
    private readonly QueryNotes _notes;
    private readonly Dictionary<int, int> _references;
    private readonly QueryPairs _pairs;
    private readonly HashSet<int> _closers = [];
    private readonly List<QueryToken> _tokens = [];
    private int _depth;

    private QueryLexer(string query, bool isCut, QueryNotes notes)
    {
        (_query, _notes) = (query, notes);
        _references = QueryReferences.Find(query);
        _pairs = new QueryPairs(query, isCut, _references, notes);
    }

    /// <summary>The pieces, in order. A group may lack its end, none its beginning.</summary>
    /// <param name="query">The query.</param>
    /// <param name="isCut">True when there was more of it: what is open at its end is closed there.</param>
    /// <param name="notes">Takes what may surprise.</param>
    public static List<QueryToken> Cut(string query, bool isCut, QueryNotes notes) => new QueryLexer(query, isCut, notes).Cut();

    private List<QueryToken> Cut()
    {
        for (var at = 0; at < _query.Length;)
        {
            if (char.IsWhiteSpace(_query[at]))
            {
                at++;
            }
            else if (_closers.Contains(at))
            {
                if (_depth-- > 0) _tokens.Add(new QueryToken(QueryTokenKind.Close, ")"));
                at++;
            }
            else
            {
                at = CutItem(at);
            }
        }

        return _tokens;
    }

    private int CutItem(int at)
    {
        if (_references.ContainsKey(at)) return CutRun(at);
        if (OpensGroup(at))
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Open, "("));
            return at + 1;
        }

        if (IsNot(at))
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Not, "-"));
            return at + 1;
        }

        if (!QueryCharacters.IsQuote(_query[at])) return CutRun(at);
        var closing = _pairs.ClosingQuote(at);
        if (closing >= 0) return CutPhrase(at, closing);
        _notes.Add("a quotation mark without its pair is read as a character");
        return CutRun(at);
    }

    private int CutPhrase(int at, int closing)
    {
        var end = Math.Min(closing + 1, _query.Length);
        var isPrefix = end < _query.Length && QueryCharacters.Narrow(_query[end]) == '*';
        _tokens.Add(new QueryToken(QueryTokenKind.Term, QueryPairs.Unescape(_query[(at + 1)..closing])) { IsQuoted = true, IsPrefix = isPrefix });
        return isPrefix ? end + 1 : end;
    }

    private int CutRun(int at)
    {
        var end = at;
        while (end < _query.Length && !char.IsWhiteSpace(_query[end]) && !_closers.Contains(end))
            end = _references.TryGetValue(end, out var behind) ? behind : end + 1;
        if (_tokens is [.., { Kind: QueryTokenKind.Field, Field: QueryField.Number }]) end = EndOfNumber(end);
        var run = _query[at..end];
        if (_tokens is [.., { Kind: QueryTokenKind.Field }] || StandsBehindSign(at))
        {
            AddTerm(run);
            return end;
        }

        var colon = FindField(at, end, out var field);
        if (colon >= 0)
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Field, _query[at..(colon + 1)]) { Field = field });
            return colon + 1;
        }

        var word = run.Length <= LongestOperator ? QueryCharacters.Narrow(run) : "";
        if (word is "OR") _tokens.Add(new QueryToken(QueryTokenKind.Or, run));
        else if (word is "AND") _tokens.Add(new QueryToken(QueryTokenKind.And, run));
        else if (word is "NOT") _tokens.Add(new QueryToken(QueryTokenKind.Not, run));
        else if (word.Length > 4 && NearWord().Match(word) is { Success: true } near)
            _tokens.Add(new QueryToken(QueryTokenKind.Near, run) { Distance = int.Parse(near.Groups[1].ValueSpan, CultureInfo.InvariantCulture) });
        else AddText(run);
        return end;
    }

    /// <summary>Blanks may stand between the letters of an agency and the year and number: 国办发 〔2010〕8号.</summary>
    private int EndOfNumber(int end)
    {
        var next = end;
        while (next < _query.Length && char.IsWhiteSpace(_query[next])) next++;
        return _references.TryGetValue(next, out var behind) && DocumentNumbers.MayStartWith(TextFolding.Fold(_query[next].ToString()).Text) ? behind : end;
    }

    /// <summary>Adds a run that is no operator, nor meant to be one.</summary>
    private void AddText(string run)
    {
        if (NearPrefix().IsMatch(QueryCharacters.Narrow(run)))
            _notes.Add($"“{run}” is read as text; expected near/ with a number from 0 to 9999 behind it, between two terms");
        AddTerm(run);
    }

    /// <summary>A word right behind a - is no operator; the name of a field still is one.</summary>
    private bool StandsBehindSign(int at) =>
        _tokens is [.., { Kind: QueryTokenKind.Not, Text: "-" }] && FindField(at, _query.Length, out _, isQuiet: true) < 0;

    private void AddTerm(string run)
    {
        var text = run.TrimEnd('*', '＊');
        if (text.Length == 0) text = run;
        else if (text.AsSpan().ContainsAny('*', '＊')) _notes.Add($"“{run}”: only a * at the end stands for what may follow");
        _tokens.Add(new QueryToken(QueryTokenKind.Term, text) { IsPrefix = text.Length < run.Length });
    }

    /// <summary>Where the colon of a field stands that has a name and a value; -1 when none begins here.</summary>
    private int FindField(int at, int end, out QueryField field, bool isQuiet = false)
    {
        field = default;
        var length = _query.AsSpan(at, Math.Min(end - at, LongestFieldName + 1)).IndexOfAny(':', '：');
        if (length <= 0) return -1;
        var (name, value) = (_query.Substring(at, length), at + length + 1);
        if (!QueryFields.TryFind(name, out field))
        {
            if (!isQuiet && name.All(char.IsLetter)) _notes.Add($"“{name}” is no field, it is read as text; the fields are {QueryFields.List}");
            return -1;
        }

        if (value < _query.Length && !char.IsWhiteSpace(_query[value]) && !_closers.Contains(value)) return value - 1;
        if (!isQuiet) _notes.Add($"“{_query[at..value]}” has no value right behind it, it is read as text");
        return -1;
    }

    private bool IsNot(int at)
    {
        if (QueryCharacters.Narrow(_query[at]) != '-' || at + 1 == _query.Length || _closers.Contains(at + 1)) return false;
        if (char.IsWhiteSpace(_query[at + 1]) || QueryCharacters.Narrow(_query[at + 1]) == '-') return false;
        return at == 0 || char.IsWhiteSpace(_query[at - 1]) || _tokens is [.., { Kind: QueryTokenKind.Open }];
    }

    /// <summary>A parenthesis at the start of a term opens a group when nothing but white space or the end of another follows its pair.</summary>
    private bool OpensGroup(int at)
    {
        if (!_pairs.TryClose(at, out var closer)) return false;
        if (closer + 1 < _query.Length && !char.IsWhiteSpace(_query[closer + 1]) && !_closers.Contains(closer + 1)) return false;
        if (_depth == MostDepth)
        {
            _notes.Add($"parentheses nested deeper than {MostDepth} are read as characters");
            return false;
        }

        _depth++;
        _closers.Add(closer);
        return true;
    }

    [GeneratedRegex("^near/([0-9]{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NearWord();

    [GeneratedRegex("^near/[-+0-9.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NearPrefix();
}
