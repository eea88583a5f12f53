using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>What can be asked by name.</summary>
internal enum QueryField
{
    /// <summary>The title holds a term.</summary>
    Title,

    /// <summary>The document's 发文字号.</summary>
    Number,

    /// <summary>The document's 发文机关.</summary>
    Issuer,

    /// <summary>The year of the document's date.</summary>
    Year,

    /// <summary>The document's 文种.</summary>
    Genre,

    /// <summary>The clause's depth.</summary>
    Level,

    /// <summary>document, clause, paragraph, item or row.</summary>
    Kind,

    /// <summary>The id of the document.</summary>
    Document,

    /// <summary>The markup the document came in.</summary>
    Source,
}

/// <summary>The names of the fields.</summary>
internal static class QueryFields
{
    private static readonly (string English, string[] Chinese, Facet? Facet)[] Fields =
    [
        ("title", ["标题"], null),
        ("number", ["文号", "发文字号"], Facet.DocumentNumber),
        ("issuer", ["机关", "发文机关"], Facet.Issuer),
        ("year", ["年", "年份"], Facet.Year),
        ("genre", ["类型", "文种"], Facet.Genre),
        ("level", ["层级"], Facet.Level),
        ("kind", ["种类"], Facet.Kind),
        ("document", ["文件"], Facet.Document),
        ("source", ["来源"], Facet.SourceKind),
    ];

    private static readonly Dictionary<string, QueryField> Names = Fields
        .SelectMany((names, field) => names.Chinese.Append(names.English).Select(name => KeyValuePair.Create(name, (QueryField)field)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The fields, for a note.</summary>
    public static string List { get; } = string.Join(", ", Fields.Select(field => $"{field.Chinese[0]} ({field.English})"));

    /// <summary>Finds a field by its name, in either language, script and width.</summary>
    public static bool TryFind(string name, out QueryField field) => Names.TryGetValue(TextFolding.Fold(name).Text, out field);

    /// <summary>The facet of a field; the title is none.</summary>
    public static Facet? FacetOf(QueryField field) => Fields[(int)field].Facet;

    /// <summary>The English name of a facet's field.</summary>
    public static string NameOf(Facet facet) => Fields.First(field => field.Facet == facet).English;
}
