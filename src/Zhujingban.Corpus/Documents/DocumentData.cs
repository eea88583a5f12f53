namespace Zhujingban.Corpus.Documents;

/// <summary>A field of an infobox.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Value">The value as a reader sees it.</param>
/// <param name="Spans">Where the value stands in the source.</param>
public sealed record InfoboxField(string Name, string Value, IReadOnlyList<TextSpan> Spans);

/// <summary>An infobox: what a page tells in fields rather than sentences.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="Fields">Its fields with a value, in source order.</param>
/// <param name="Spans">Where it stands in the source.</param>
public sealed record Infobox(string Template, IReadOnlyList<InfoboxField> Fields, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>In place of a template's name, for what a web page states of its document in a table of its own: 索引号, 发文字号 ….</summary>
    public const string PageMetadata = "page-metadata";
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text as a reader sees it.</param>
/// <param name="Header">True for a heading cell.</param>
/// <param name="Rowspan">The number of rows it takes, at least 1.</param>
/// <param name="Colspan">The number of columns it takes, at least 1.</param>
public readonly record struct TableCell(string Text, bool Header, int Rowspan, int Colspan);

/// <summary>A table; its rows are blocks of the text too.</summary>
/// <param name="Caption">Its caption, or null.</param>
/// <param name="Rows">Its rows, each with its own cells only (a cell that spans rows stands in its first).</param>
/// <param name="Spans">Where it stands in the source.</param>
public sealed record Table(string? Caption, IReadOnlyList<IReadOnlyList<TableCell>> Rows, IReadOnlyList<TextSpan> Spans);

/// <summary>A parameter of a template.</summary>
/// <param name="Name">Its name; <c>1</c>, <c>2</c> … when it has none.</param>
/// <param name="Value">Its value as written, trimmed.</param>
public readonly record struct TemplateParameter(string Name, string Value);

/// <summary>A template that a page uses.</summary>
/// <param name="Name">Its name as written, trimmed.</param>
/// <param name="Role">What it is to a reader, in kebab-case: <c>inline</c>, <c>infobox</c>, <c>citation</c>, <c>navigation</c>, <c>unknown</c> …</param>
/// <param name="Parameters">Its parameters in source order.</param>
/// <param name="Spans">Where it stands in the source.</param>
public readonly record struct TemplateUse(string Name, string Role, IReadOnlyList<TemplateParameter> Parameters, IReadOnlyList<TextSpan> Spans);

/// <summary>A link out of the text.</summary>
/// <param name="Kind">In kebab-case: <c>page</c>, <c>external</c>, <c>interwiki</c>, <c>file</c> …</param>
/// <param name="Target">A page title or an address.</param>
/// <param name="Text">What the reader sees of it.</param>
/// <param name="Spans">Where it stands in the source.</param>
public sealed record Link(string Kind, string Target, string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>A category that a page is in.</summary>
/// <param name="Name">Its name without the namespace.</param>
/// <param name="SortKey">The key it is sorted under as written, or null.</param>
/// <param name="Spans">Where it stands in the source.</param>
public sealed record Category(string Name, string? SortKey, IReadOnlyList<TextSpan> Spans);

/// <summary>A footnote, with every place that uses it.</summary>
/// <param name="Name">The name it is reused by, or null.</param>
/// <param name="Group">Its group, or null.</param>
/// <param name="Text">Its text as a reader sees it; empty when the source does not hold it.</param>
/// <param name="Uses">Where its marks stand in the source, in order.</param>
/// <param name="Citation">The fields of its citation under English names (<c>title</c>, <c>url</c>, <c>date</c>, <c>work</c> …); null without one.</param>
public sealed record Reference(
    string? Name, string? Group, string Text, IReadOnlyList<TextSpan> Uses, IReadOnlyDictionary<string, string>? Citation);
