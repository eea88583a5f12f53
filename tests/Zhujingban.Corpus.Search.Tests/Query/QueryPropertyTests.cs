using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search.Tests.Query;

/// <summary>What holds for every query, shown on random texts and on random recombinations of the language's pieces.</summary>
public sealed class QueryPropertyTests
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", " ", "　", "(", ")", "（", "）", "-", "－", "*", "＊", "\"", "“", "”", ":", "：", "OR", " OR ", " ＯＲ ", " AND ", "NOT ", " near/5 ", "near/0", "near/12345", "OR", "AND", "NOT", "\\", "＼", "机关:", "文件:\"a\\\"b", "文件:a\"b",
        "标题:", "年:", "年：2009..2012", "類型:", "类型:通知", "文号:国办发(2010)8号", "kind:clause", "作者:", "2010年1月19日", "2010-01-19", "国办发（2010） 8 号", "第 12 条",
        "《公司法》第十二条", "《", "》", "第", "条", "驻京办", "撤销", "gov", "GDP", "a", "12", "驻京办事机构是否应当一律予以撤销", "，", "\uD842", "𠮷", "\0", "\u0001", "@",
    ];

    private static readonly Arbitrary<string> Queries = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(80);

    [Fact]
    public void Parse_AnyText_IsReadWithinTheLimits() => Prop.ForAll(Queries, text =>
    {
        var query = QueryParser.Parse(text);
        Assert.True(query.Exact is not null || query.Notes.Count > 0);
        if (query.Exact is null) return;
        AssertSound(query.Exact, depth: 0);
        if (query.Conditions is not null) AssertSound(query.Conditions, depth: 0);
        // An article that is cited is one term and asks two things; what stands in the middle of a row of near is in two pairs.
        Assert.InRange(Leaves(query.Exact), 1, 2 * QueryParser.MostTerms);
    }).Check(Thorough);

    [Fact]
    public void Parse_AnyText_GivesTheSameTwice() =>
        Prop.ForAll(Queries, text => Show(QueryParser.Parse(text)) == Show(QueryParser.Parse(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Print_WhatWasRead_IsReadTheSame() => Prop.ForAll(Queries, text =>
    {
        var query = QueryParser.Parse(text);
        if (query.Exact is null) return;
        var printed = QueryPrinter.Print(query.Exact);
        if (printed.Length > QueryParser.LongestQuery || Leaves(query.Exact) > QueryParser.MostTerms / 2 || HasNoForm(query.Exact)) return;
        Assert.Equal(printed, QueryPrinter.Print(QueryParser.Parse(printed).Exact!));
    }).Check(Thorough);

    [Fact]
    public void Parse_TermsAlone_AreAllRequiredLiterally() => Prop.ForAll(
        Gen.Elements("驻京办", "GDP", "第12条", "1.5", "机构。撤销", "2018年", "，驻", "a-b", "（试行", "x:").NonEmptyListOf().ToArbitrary(), terms =>
        {
            var query = QueryParser.Parse(string.Join(' ', terms));
            Assert.Null(query.Conditions);
            var required = query.Exact is AllNode all ? all.Required : [query.Exact!];
            Assert.Equal(terms.Take(QueryParser.MostTerms).Distinct(), required.Select(node => Assert.IsType<TermNode>(node).Pattern.Text));
        }).Check(Config.QuickThrowOnFailure);

    private static void AssertSound(QueryNode node, int depth)
    {
        Assert.InRange(depth, 0, (2 * QueryLexer.MostDepth) + 3);
        var children = node switch
        {
            AllNode all => all.Required.Concat(all.Excluded).ToArray(),
            AnyNode any => [.. any.Nodes],
            _ => [],
        };
        Assert.True(children.Length > 0 || node is not (AllNode or AnyNode));
        foreach (var child in children) AssertSound(child, depth + 1);
        foreach (var pattern in node switch { TermNode term => [term.Pattern], PrefixNode prefix => [prefix.Pattern], NearNode near => [near.Left, near.Right], _ => Array.Empty<TermPattern>() })
        {
            Assert.Equal(0, pattern.Parts[0].Offset);
            Assert.NotEmpty(pattern.Cover());
        }
    }

    /// <summary>No query asks for the start of a text.</summary>
    private static bool HasNoForm(QueryNode node) => node switch
    {
        AllNode all => all.Required.Concat(all.Excluded).Any(HasNoForm),
        AnyNode any => any.Nodes.Any(HasNoForm),
        _ => node is TermNode { AtStart: true },
    };

    private static int Leaves(QueryNode node) => node switch
    {
        AllNode all => all.Required.Concat(all.Excluded).Sum(Leaves),
        AnyNode any => any.Nodes.Sum(Leaves),
        _ => 1,
    };

    private static string Show(ParsedQuery query) => string.Join('\n',
    [
        query.Exact is null ? "" : QueryPrinter.Print(query.Exact), query.Conditions is null ? "" : QueryPrinter.Print(query.Conditions),
        .. query.LooseTerms.Select(term => term.Text), .. query.Characters.Select(term => term.Text), $"{query.ReadsAsQuestion}", .. query.Notes,
    ]);
}
