namespace Zhujingban.Corpus.Documents;

/// <summary>The names that formats have in definitions, records and on the command line.</summary>
public static class SourceFormats
{
    /// <summary>Every name, in the order of <see cref="SourceFormat"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mediawiki", "markdown", "notice", "html", "docx", "records"];

    /// <summary>The names of the formats whose files are one document each.</summary>
    public static IReadOnlyList<string> OfDocuments { get; } = [.. Names.Where(name => name != NameOf(SourceFormat.Records))];

    /// <summary>The name of a format.</summary>
    public static string NameOf(SourceFormat format) => Names[(int)format];

    /// <summary>Finds a format by its name; false when there is none.</summary>
    public static bool TryParse(string name, out SourceFormat format)
    {
        var index = Names.ToList().IndexOf(name);
        format = (SourceFormat)Math.Max(index, 0);
        return index >= 0;
    }
}
