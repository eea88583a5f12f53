namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>The names that roles have in records.</summary>
internal static class TemplateRoles
{
    private static readonly string[] Names =
    [
        "unknown", "inline", "block", "list", "cell", "infobox", "citation", "note", "note", "named-note", "reference-list", "maintenance",
        "navigation", "conversion", "layout",
    ];

    public static string NameOf(TemplateRole role) => Names[(int)role];
}
