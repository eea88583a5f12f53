using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup;

/// <summary>
/// Tells the markup of a text by what it holds in its first 64 K characters: each construct that only one markup has counts for
/// it. Official documents are plain text, so a text with hardly any markup is one; so is a text whose few marks could be
/// anything (<c>1.</c>, <c>*</c>).
/// </summary>
public static partial class FormatDetector
{
    /// <summary>How much of a text is looked at.</summary>
    private const int Prefix = 65_536;

    /// <summary>
    /// How many constructs make Markdown of a text without a blank line. Markdown parts its paragraphs by them; a text whose every
    /// line is a paragraph is an official document's, even where its table was converted to Markdown.
    /// </summary>
    private const int Enough = 2;

    private static readonly Dictionary<string, SourceFormat> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".wikitext"] = SourceFormat.MediaWiki,
        [".wiki"] = SourceFormat.MediaWiki,
        [".mediawiki"] = SourceFormat.MediaWiki,
        [".md"] = SourceFormat.Markdown,
        [".markdown"] = SourceFormat.Markdown,
        [".html"] = SourceFormat.Html,
        [".htm"] = SourceFormat.Html,
        [".shtml"] = SourceFormat.Html,
        [".xhtml"] = SourceFormat.Html,
        [".docx"] = SourceFormat.Docx,
    };

    /// <summary>The likeliest format of a source: a zip is a docx; else the name decides, and then the text.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fileName">The file's name, with or without folders; null when there is none.</param>
    public static SourceFormat Detect(SourceText source, string? fileName)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Binary.IsEmpty ? Detect(source.Text, fileName) : SourceFormat.Docx;
    }

    /// <summary>The likeliest format of a file: its extension decides, and where that says nothing (<c>.txt</c>), its text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">The file's name, with or without folders; null when there is none.</param>
    public static SourceFormat Detect(string text, string? fileName) =>
        fileName is not null && Extensions.TryGetValue(Path.GetExtension(fileName), out var format) ? format : Detect(text);

    /// <summary>The likeliest format of a text.</summary>
    public static SourceFormat Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan(0, Math.Min(text.Length, Prefix));
        var mediaWiki = MediaWiki().Count(start);
        var markdown = Markdown().Count(start) + (FrontMatter().IsMatch(start) ? Enough : 0);
        if (HtmlStart().IsMatch(start) && Html().Count(start) > 4 * (mediaWiki + markdown)) return SourceFormat.Html;
        if (mediaWiki > markdown) return SourceFormat.MediaWiki;
        return markdown >= Enough || (markdown > 0 && BlankLine().IsMatch(start)) ? SourceFormat.Markdown : SourceFormat.Notice;
    }

    /// <summary>What a page or a piece of one begins with.</summary>
    [GeneratedRegex(@"\A[\s\uFEFF]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?>[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|div|table|p|meta|title|section|article|main|h[1-6]|ul|ol|center|font|span)[\s/>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlStart();

    /// <summary>Tags that pages are made of.</summary>
    [GeneratedRegex(@"</?(?:html|head|body|div|table|tbody|tr|t[dh]|p|meta|link|title|span|script|style|section|article|main|h[1-6]|[uo]l|li|center|font|a|b|img|br)[\s/>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    /// <summary>Links, templates, headings, tables, bold, references, redirects and magic words of wikitext.</summary>
    [GeneratedRegex(
        @"\[\[[^\[\]\n]{1,200}(?:\]\]|\|)|\{\{[^{}\n]{1,200}(?:\}\}|\||$)|^={2,6}[^=\n]{1,200}={2,6}\s*$" +
        @"|^\{\||'''|<ref[\s>/]|</?nowiki>|-\{|^#(?:REDIRECT|重定向|重新導向|重新定向|重導向)|^__[A-Z]{3,20}__",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MediaWiki();

    /// <summary>Headings, links and images, bold, fences, table rules, link definitions and escapes of Markdown.</summary>
    [GeneratedRegex(
        @"^#{1,6}[ \t]+\S|\[[^\[\]\n]{0,200}\]\([^()\s][^\n)]{0,400}\)|\*\*[^*\s][^*\n]{0,200}\*\*" +
        @"|^(?:```|~~~)|^\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$|^[ \t]{0,4}[-+*][ \t]+\[|\\[\[\]*_]|^\[[^\]\n]{1,80}\]:[ \t]",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?:[^\n]*\n){0,100}?(?:---|\.\.\.)[ \t]*\r?(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\S[ \t\r]*\n[ \t\r]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();
}
