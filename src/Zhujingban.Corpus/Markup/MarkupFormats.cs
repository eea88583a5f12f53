using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Markdown;

namespace Zhujingban.Corpus.Markup;

/// <summary>The formats that can be read.</summary>
public static class MarkupFormats
{
    /// <summary>The reader of a format.</summary>
    public static IMarkupFormat For(SourceFormat format) => format switch
    {
        SourceFormat.Markdown => new MarkdownFormat(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
