namespace Zhujingban.Corpus.Structure;

/// <summary>The kinds of marks that number a document, each inside the ones before it.</summary>
internal enum NumberingKind
{
    /// <summary>第一编.</summary>
    Part,

    /// <summary>第一分编.</summary>
    Subpart,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    ChapterSection,

    /// <summary>一、 over articles, as judicial interpretations have it: 二、企业公司制改造.</summary>
    Division,

    /// <summary>（一） over articles, inside 一、.</summary>
    Subdivision,

    /// <summary>第一条, 第一条之一.</summary>
    Article,

    /// <summary>一、</summary>
    First,

    /// <summary>（一）; 项 under an article.</summary>
    Second,

    /// <summary>1.; 目 under an article.</summary>
    Third,

    /// <summary>（1）</summary>
    Fourth,

    /// <summary>①</summary>
    Fifth,
}

/// <summary>What a kind of mark is called in ids, and how deep it is in its scheme.</summary>
internal static class NumberingKinds
{
    /// <summary>True for what holds sections of text and has none of its own: 编, 分编, 章, 节, and headings over articles.</summary>
    public static bool IsContainer(NumberingKind kind) => kind < NumberingKind.Article;

    /// <summary>The Akoma Ntoso name of a unit in ids; the same mark is another unit under an article.</summary>
    public static string NameOf(NumberingKind kind, bool underArticle) => kind switch
    {
        NumberingKind.Part => "part",
        NumberingKind.Subpart => "subpart",
        NumberingKind.Chapter => "chp",
        NumberingKind.ChapterSection => "sec",
        NumberingKind.Division => "sec",
        NumberingKind.Subdivision => "subsec",
        NumberingKind.Article => "art",
        NumberingKind.First => underArticle ? "point" : "sec",
        NumberingKind.Second => underArticle ? "point" : "subsec",
        NumberingKind.Third => underArticle ? "indent" : "para",
        NumberingKind.Fourth => underArticle ? "subindent" : "subpara",
        _ => "subitem",
    };

    /// <summary>The depth in its scheme, from 1: 一、 to ① are 1 to 5 in a notice; 编 to 目 are 1 to 8 in a regulation.</summary>
    public static int LevelOf(NumberingKind kind, bool underArticle) => kind switch
    {
        <= NumberingKind.ChapterSection => kind - NumberingKind.Part + 1,
        NumberingKind.Division or NumberingKind.Subdivision => kind - NumberingKind.Division + 3,
        NumberingKind.Article => 5,
        NumberingKind.First when underArticle => 7,
        _ when underArticle => kind - NumberingKind.Second + 7,
        _ => kind - NumberingKind.First + 1,
    };
}
