using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup;

/// <summary>The formats that can be read.</summary>
public static class MarkupFormats
{
    /// <summary>The reader of a format.</summary>
    public static IMarkupFormat For(SourceFormat format) => format switch
    {
        SourceFormat.MediaWiki => new MediaWiki.MediaWikiFormat(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
