namespace Zhujingban.Corpus.Markup.MediaWiki.Site;

/// <summary>The namespaces that mean something to a reader of wikitext.</summary>
internal enum Namespace : byte
{
    /// <summary>Articles, or no namespace that is known.</summary>
    Main,

    /// <summary>Every other namespace of the wiki.</summary>
    Other,
    Template,
    File,
    Media,
    Category,
}
