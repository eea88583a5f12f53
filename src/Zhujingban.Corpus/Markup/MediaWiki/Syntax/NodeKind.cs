namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>What a node of the syntax tree is. GRAMMAR.md says what each may hold.</summary>
internal enum NodeKind : byte
{
    /// <summary>The whole page.</summary>
    Page,

    /// <summary>Characters that are themselves.</summary>
    Text,

    /// <summary>A line break of the flow.</summary>
    Newline,

    /// <summary>White space and line break of a line that holds only comments.</summary>
    BlankedLine,

    /// <summary><c>&lt;!-- … --&gt;</c>, or unclosed to the end.</summary>
    Comment,

    /// <summary>A tag that steers transclusion: <c>&lt;noinclude&gt;</c> and its like, or a whole <c>&lt;includeonly&gt;</c> element.</summary>
    Transclusion,

    /// <summary><c>{{ … }}</c>: template, parser function or magic word.</summary>
    Template,

    /// <summary>What stands before the first pipe of a template.</summary>
    TemplateName,

    /// <summary><c>|name=value</c> or <c>|value</c>.</summary>
    Argument,

    /// <summary>What stands before the equals sign of an argument.</summary>
    ArgumentName,

    /// <summary>The value of an argument: a flow.</summary>
    ArgumentValue,

    /// <summary><c>{{{ … }}}</c>.</summary>
    Parameter,

    /// <summary><c>-{ … }-</c>.</summary>
    Variant,

    /// <summary>The flags of a variant before its first pipe.</summary>
    VariantFlags,

    /// <summary>The body of a variant without rules: a flow.</summary>
    VariantText,

    /// <summary>The body of a variant that is a list of rules.</summary>
    VariantRules,

    /// <summary>A rule of a variant: <c>zh-cn:value</c> or <c>from=&gt;zh-cn:value</c>.</summary>
    VariantRule,

    /// <summary>What stands before the arrow of a one-way rule.</summary>
    VariantFrom,

    /// <summary>The value of a rule: a flow.</summary>
    VariantValue,

    /// <summary>An extension element such as <c>&lt;ref&gt;</c> or <c>&lt;nowiki&gt;</c>, from its first to its last tag.</summary>
    Extension,

    /// <summary>What stands between the tags of an extension element: a flow, or raw characters.</summary>
    ExtensionBody,

    /// <summary>One line of a gallery.</summary>
    GalleryItem,

    /// <summary>One HTML tag: opening, closing or void.</summary>
    HtmlTag,

    /// <summary>A character reference that stands for a character.</summary>
    Entity,

    /// <summary>Apostrophes that switch bold or italics.</summary>
    Quotes,

    /// <summary><c>__TOC__</c> and its like.</summary>
    Switch,

    /// <summary><c>[[ … ]]</c>.</summary>
    Link,

    /// <summary><c>[[File: … ]]</c>.</summary>
    File,

    /// <summary>What stands before the first pipe of a link.</summary>
    LinkTarget,

    /// <summary>What stands behind the first pipe of a link.</summary>
    LinkText,

    /// <summary>What stands between two pipes of a file link.</summary>
    FileOption,

    /// <summary><c>[http://… text]</c>.</summary>
    ExternalLink,

    /// <summary>An address in running text.</summary>
    BareUrl,

    /// <summary>A line <c>== … ==</c>.</summary>
    Heading,

    /// <summary>A line that starts with <c>*</c>, <c>#</c>, <c>;</c> or <c>:</c>.</summary>
    ListItem,

    /// <summary>The colon that ends the term of a <c>;</c> line.</summary>
    TermEnd,

    /// <summary>A line's <c>----</c>.</summary>
    HorizontalRule,

    /// <summary>The space that makes a line preformatted.</summary>
    Indent,

    /// <summary><c>{| … |}</c>.</summary>
    Table,

    /// <summary>A row of a table.</summary>
    TableRow,

    /// <summary>A <c>|</c> cell.</summary>
    TableCell,

    /// <summary>A <c>!</c> cell.</summary>
    TableHeader,

    /// <summary>The <c>|+</c> caption of a table.</summary>
    TableCaption,
}
