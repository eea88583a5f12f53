namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>A country as flag templates name it.</summary>
/// <param name="Code">Its code of three letters.</param>
/// <param name="Name">Its name in Chinese.</param>
internal sealed record Place(string Code, string Name);

/// <summary>The names that templates show for codes of countries and languages.</summary>
internal static class Places
{
    private static readonly List<string[]> CountryRows = [.. EmbeddedTable.Read("mediawiki-countries.tsv")];

    private static readonly Dictionary<string, string> CountryNames = CountryRows
        .SelectMany(row => row.Where((_, column) => column != 1).Select(key => (Key: key, Name: row[1]))).Where(pair => pair.Key.Length > 0)
        .DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.Key, pair => pair.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> LanguageNames = EmbeddedTable.Read("mediawiki-languages.tsv")
        .SelectMany(row => row[0].Split(' ').Select(code => (Code: code, Name: row[1])))
        .ToDictionary(pair => pair.Code, pair => pair.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes that are templates of their own: three or four capitals.</summary>
    public static IEnumerable<Place> Countries { get; } = CountryRows
        .SelectMany(row => row.Where((code, column) => column != 1 && code.Length is (3 or 4) && code.All(char.IsAsciiLetterUpper)).Select(code => new Place(code, row[1])));

    /// <summary>The Chinese name for a country's code or English name, or null.</summary>
    public static string? CountryName(string codeOrName) => CountryNames.GetValueOrDefault(codeOrName);

    /// <summary>The Chinese name of the language of a code, or null.</summary>
    public static string? LanguageName(string code) => LanguageNames.GetValueOrDefault(code);
}
