using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Docx;
using Zhujingban.Corpus.Markup.Html;
using Zhujingban.Corpus.Markup.Markdown;
using Zhujingban.Corpus.Markup.MediaWiki;
using Zhujingban.Corpus.Markup.PlainText;

namespace Zhujingban.Corpus.Markup;

/// <summary>The formats that can be read.</summary>
public static class MarkupFormats
{
    /// <summary>The reader of a format whose files are one document each.</summary>
    public static IMarkupFormat For(SourceFormat format) => format switch
    {
        SourceFormat.MediaWiki => new MediaWikiFormat(),
        SourceFormat.Markdown => new MarkdownFormat(),
        SourceFormat.Notice => new PlainTextFormat(),
        SourceFormat.Html => new HtmlFormat(),
        SourceFormat.Docx => new DocxFormat(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
