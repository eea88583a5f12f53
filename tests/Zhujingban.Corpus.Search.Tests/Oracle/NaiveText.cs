using System.Globalization;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>A document number or date in a text.</summary>
/// <param name="Place">The place that holds it.</param>
/// <param name="Term">The one form it is found by.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct NaiveReference(int Place, string Term, int Start, int End);

/// <summary>
/// A text as places, read by regular expressions: a place an ideograph or word, and one for whatever separates two. 第12条 is read as
/// 第十二条, with 12 beside its first and last numeral; a date stands beside its first unit, a document number's year and number beside what
/// separates them from the units before.
/// </summary>
internal sealed partial class NaiveText
{
    private readonly List<string> _terms = [""];
    private readonly List<int> _starts = [-1];
    private readonly List<(int Place, string Term)> _besides = [];
    private readonly List<NaiveReference> _references = [];

    public NaiveText(string text)
    {
        var folded = TextFolding.Fold(text).Text;
        var numbers = Number().Matches(folded);
        foreach (Match token in Token().Matches(folded))
        {
            if (token.Groups["gap"].Success) AddGap(token, numbers, isLast: token.Index + token.Length == folded.Length);
            else if (token.Groups["ordinal"] is { Success: true } ordinal) AddOrdinal(token.Index, ordinal.Value);
            else AddUnit(token, folded);
        }

        Units = _terms.Count(term => term is not ("" or " "));
    }

    /// <summary>How many ideographs and words it has.</summary>
    public int Units { get; }

    /// <summary>The number of places; the first is 1, but a document number may stand at 0.</summary>
    public int Places => _terms.Count;

    /// <summary>Everything that stands somewhere.</summary>
    public IEnumerable<string> Terms => _terms.Skip(1).Concat(_besides.Select(beside => beside.Term));

    /// <summary>Whether a place holds a term.</summary>
    public bool Holds(int place, string term) => Holds(place, held => held == term);

    /// <summary>Whether a place holds a word that begins so.</summary>
    public bool HoldsBeginning(int place, string beginning) => Holds(place, held => held.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>What the text asks for as a term of a query: its units and what separates them, up to a document number or date that it ends with.</summary>
    public TermPattern ToPattern(string text)
    {
        NaiveReference? ending = null;
        foreach (var reference in _references.Where(reference => reference.End > _starts[^1])) ending ??= reference;
        var parts = _terms.Take(ending?.Place ?? Places).Skip(1).ToList();
        if (ending is { } last) parts.Add(last.Term);
        return new TermPattern(text, [.. parts.Select((term, at) => new PatternPart(at, term, IsIdeograph(term) ? term[0] : -1))]);
    }

    /// <summary>What it is sought by in parts: pairs of ideographs, lone ones, words, document numbers and dates.</summary>
    public IEnumerable<string> Grams()
    {
        bool IsRun(int place) => place > 0 && place < Places && IsIdeograph(_terms[place]) && ReferenceAt(place) is null;
        for (var place = 1; place < Places; place++)
        {
            if (_terms[place] == " ") continue;
            if (ReferenceAt(place) is { } reference) yield return reference.Term;
            else if (IsRun(place) && IsRun(place + 1)) yield return _terms[place] + _terms[place + 1];
            else if (!IsRun(place) || !IsRun(place - 1)) yield return _terms[place];
        }
    }

    private static bool IsIdeograph(string term) => term[0] >= 0x3400;

    private bool Holds(int place, Predicate<string> isSought) =>
        place >= 0 && place < Places && (isSought(_terms[place]) || (_besides.Count > 0 && _besides.Exists(beside => beside.Place == place && isSought(beside.Term))));

    private NaiveReference? ReferenceAt(int place)
    {
        foreach (var reference in _references)
        {
            if (_starts[place] >= reference.Start && _starts[place] < reference.End) return reference;
        }

        return null;
    }

    private void Add(string term, int start)
    {
        _terms.Add(term);
        _starts.Add(start);
    }

    private void AddReference(int place, string term, Match match)
    {
        _references.Add(new NaiveReference(place, term, match.Index, match.Index + match.Length));
        _besides.Add((place, term));
    }

    private void AddGap(Match gap, MatchCollection numbers, bool isLast)
    {
        if (isLast) return;
        if (Places > 1) Add(" ", gap.Index);
        foreach (var number in numbers.Where(number => number.Index >= gap.Index && number.Index < gap.Index + gap.Length))
            AddReference(Places - 1, $"〔{number.Groups["year"].Value}〕{int.Parse(number.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)}号", number);
    }

    private void AddOrdinal(int start, string digits)
    {
        Add("第", start);
        var first = Places;
        foreach (var numeral in ChineseNumerals.Write(int.Parse(digits, CultureInfo.InvariantCulture))) Add(numeral.ToString(), start + 1);
        _besides.Add((first, digits));
        if (Places - 1 > first) _besides.Add((Places - 1, digits));
    }

    private void AddUnit(Match unit, string folded)
    {
        if (Date().Match(folded, unit.Index) is { Success: true } date)
        {
            var parts = ((string[])["year", "month", "day"]).Select(name => ChineseNumerals.TryParse(date.Groups[name].Value, out var value) ? value : 0).ToArray();
            if (parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1]))
                AddReference(Places, $"@{parts[0]:D4}-{parts[1]:D2}-{parts[2]:D2}", date);
        }

        Add(unit.Value, unit.Index);
    }

    [GeneratedRegex("第[ \t]*(?<ordinal>(?!0+(?![0-9]))[0-9]{1,4})[ \t]*(?=[编章节条款项目号届次])|[a-z0-9]+|[\u3400-\u9FFF]|(?<gap>[^a-z0-9\u3400-\u9FFF]+)")]
    private static partial Regex Token();

    [GeneratedRegex("[〔\\[【(][ \t]*(?<year>(?:19|20)[0-9]{2})[ \t]*[〕\\]】)][ \t]*(?:第[ \t]*)?(?<number>[0-9]{1,6})[ \t]*号")]
    private static partial Regex Number();

    /// <summary>Of a year that the random texts have.</summary>
    [GeneratedRegex("\\G(?:(?<year>20[0-9]{2})(?: ?年 ?(?<month>[0-9]{1,2}) ?月 ?(?<day>[0-9]{1,2}) ?[日号]|(?<mark>[-./])(?<month>[0-9]{1,2})\\k<mark>(?<day>[0-9]{1,2})(?![a-z0-9]|[-./][0-9]))"
        + "|(?<![0-9零一二三四五六七八九十百千])(?<year>二[零一二三四五六七八九]{3})年(?<month>[一二三四五六七八九十]+)月(?<day>[一二三四五六七八九十]+)日)")]
    private static partial Regex Date();
}
