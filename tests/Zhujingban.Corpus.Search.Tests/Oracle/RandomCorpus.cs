using System.Globalization;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>Random entries of few characters, so that everything occurs and common things are in thousands of entries, and random trees.</summary>
internal sealed class RandomCorpus
{
    private readonly Random _random;
    private readonly TermPattern[] _patterns;
    private readonly TermPattern[] _beginnings;

    private static readonly TermPattern[] Articles = [.. ((string[])["第十二条", "第三条", "第一百二十条之一"]).Select(NaiveReading.Pattern)];

    public RandomCorpus(int seed, int entries, int patterns)
    {
        _random = new Random(seed);
        Entries = [.. Enumerable.Range(0, entries).Select(RandomEntry)];
        _patterns = [.. Enumerable.Range(0, patterns).Select(number => NaiveReading.Pattern(number % 3 > 0 ? RandomText(_random.Next(2, 7)) : RandomReference()))
            .Where(pattern => pattern.Parts.Count > 0).DistinctBy(pattern => string.Concat(pattern.Parts))];
        _beginnings = [.. ((string[])["g", "gd", "1", "12", "a", "办g", "的1", "京，a", "zz", "12g", "第1", "2010 0"]).Select(NaiveReading.Pattern)];
    }

    public IReadOnlyList<IndexEntry> Entries { get; }

    public TermPattern RandomPattern() => _patterns[_random.Next(_patterns.Length)];

    /// <summary>《的》第十二条, as it is asked: an article of its document, whose number stands at the start of its text or in its title.</summary>
    public AllNode RandomCitation()
    {
        var article = Articles[_random.Next(Articles.Length)];
        return new AllNode([new TermNode(RandomPattern(), Field.Title), new AnyNode([new TermNode(article, AtStart: true), new TermNode(article, Field.Title)])], []);
    }

    public int Next(int below) => _random.Next(below);

    /// <summary>A tree of every kind of node.</summary>
    public QueryNode RandomTree(int depth) => _random.Next(depth > 0 ? 10 : 6) switch
    {
        < 2 => new TermNode(RandomPattern()),
        2 => new TermNode(RandomPattern(), (Field)_random.Next(3), _random.Next(3) == 0),
        3 => new PrefixNode(_beginnings[_random.Next(_beginnings.Length)]),
        4 => new NearNode(RandomPattern(), RandomPattern(), _random.Next(9)),
        5 => RandomFacet(),
        6 or 7 => new AnyNode(RandomTrees(_random.Next(1, 5), () => RandomTree(depth - 1))),
        _ => RandomAll(_random.Next(_random.Next(5) == 0 ? 0 : 1, 4), () => RandomTree(depth - 1)),
    };

    /// <summary>A tree that can be typed: no start of a text is asked, no heading, and nothing at all nowhere.</summary>
    public QueryNode RandomTypedTree(int depth) => _random.Next(depth > 0 ? 11 : 6) switch
    {
        < 2 => new TermNode(RandomPattern()),
        2 => new TermNode(RandomPattern(), Field.Title),
        3 => new PrefixNode(_beginnings[_random.Next(_beginnings.Length)]),
        4 => new NearNode(RandomPattern(), RandomPattern(), _random.Next(9)),
        5 => RandomTypedFacet(),
        6 or 7 => new AnyNode(RandomTrees(_random.Next(1, 5), () => RandomTypedTree(depth - 1))),
        8 => RandomAll(_random.Next(1, 4), () => RandomTypedTree(depth - 1)),
        9 => RandomCitation(),
        _ => new AllNode([], RandomTrees(_random.Next(1, 3), () => RandomTypedTree(depth - 1))),
    };

    public FacetNode RandomFacet()
    {
        var facet = EntryFacets.All[_random.Next(EntryFacets.All.Length)];
        var least = RandomValue(facet) ?? "2";
        return _random.Next(2) == 0
            ? new FacetNode(facet, least, value => value == least)
            : new FacetNode(facet, $"{least}..", value => string.CompareOrdinal(value, least) >= 0);
    }

    /// <summary>A value, the beginning of one, any, or numbers from one to another, as they are typed.</summary>
    public FacetNode RandomTypedFacet()
    {
        var facet = EntryFacets.All[_random.Next(EntryFacets.All.Length)];
        if (RandomValue(facet) is not { } sought || _random.Next(8) == 0) return new FacetNode(facet, "*", _ => true);
        if (facet is not (Facet.Year or Facet.Level))
        {
            var beginning = sought[.._random.Next(1, sought.Length)];
            return _random.Next(3) == 0
                ? new FacetNode(facet, $"{beginning}*", value => NaiveReading.FormOf(value).StartsWith(NaiveReading.FormOf(beginning), StringComparison.Ordinal))
                : new FacetNode(facet, sought, value => NaiveReading.FormOf(value) == NaiveReading.FormOf(sought));
        }

        var (first, last) = (int.Parse(sought, CultureInfo.InvariantCulture), int.Parse(RandomValue(facet) ?? sought, CultureInfo.InvariantCulture));
        return _random.Next(4) switch
        {
            0 => new FacetNode(facet, sought, value => value == sought),
            1 => new FacetNode(facet, $"{first}..", value => int.Parse(value, CultureInfo.InvariantCulture) >= first),
            2 => new FacetNode(facet, $"..{last}", value => int.Parse(value, CultureInfo.InvariantCulture) <= last),
            _ => new FacetNode(facet, $"{first}..{last}", value =>
                int.Parse(value, CultureInfo.InvariantCulture) is var number && number >= Math.Min(first, last) && number <= Math.Max(first, last)),
        };
    }

    private string? RandomValue(Facet facet) => EntryFacets.Of(Entries[_random.Next(Entries.Count)], facet);

    private AllNode RandomAll(int required, Func<QueryNode> part) => new(RandomTrees(required, part), RandomTrees(Math.Max(0, _random.Next(-2, 3)), part));

    private static QueryNode[] RandomTrees(int count, Func<QueryNode> part) => [.. Enumerable.Range(0, count).Select(_ => part())];

    private IndexEntry RandomEntry(int number) => new()
    {
        Id = $"d{number % 97}#p_{number}", DocumentId = $"d{number % 97}", Title = RandomText(8), Kind = number % 97 == number ? "document" : "clause",
        DocumentNumber = number % 97 < 40 ? Pick("国办发〔2010〕", "国办发〔2010〕", "國辦發[2010]") + $"{number % 97}号" : null,
        Issuer = Pick(null, "", "国务院", "國務院", "国务院办公厅", "北京市人民政府"),
        Date = Pick(null, "2010-01-19", "2010", "2009-12-31", "1998-07", "不详"), Genre = Pick(null, "意见", "通知", "办法"), Format = Pick("notice", "mediawiki", "markdown")!,
        Level = _random.Next(12), Headings = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => RandomText(5))], Text = RandomText(_random.Next(20) == 0 ? 300 : 30),
    };

    private string? Pick(params string?[] values) => values[_random.Next(values.Length)];

    private string RandomText(int length) => RandomTexts.TextWithReferences(_random, length);

    private string RandomReference() => Pick("", "", "的", "驻京")! + RandomTexts.Reference(_random) + Pick("", "", "的", "，办");
}
