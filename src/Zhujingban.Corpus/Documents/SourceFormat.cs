namespace Zhujingban.Corpus.Documents;

/// <summary>The kinds of markup that can be read.</summary>
public enum SourceFormat
{
    /// <summary>MediaWiki wikitext.</summary>
    MediaWiki,

    /// <summary>Markdown (CommonMark with pipe tables, as pandoc writes it).</summary>
    Markdown,

    /// <summary>Plain text of an official document.</summary>
    Notice,

    /// <summary>A saved web page.</summary>
    Html,

    /// <summary>An Office Open XML text (<c>.docx</c>).</summary>
    Docx,

    /// <summary>A file of ready-made records, a document a line: see <see cref="Markup.Records.RecordReader"/>.</summary>
    Records,
}
