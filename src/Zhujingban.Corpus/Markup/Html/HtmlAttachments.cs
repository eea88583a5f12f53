using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// The list of files behind a document, which sites add to it: its lines are no text, since the document names its attachments itself,
/// but their links are kept.
/// </summary>
internal static class HtmlAttachments
{
    /// <summary>The kind of a link to a file.</summary>
    public const string LinkKind = "file";

    /// <summary>Between the text and the list there is room for a heading and a button or two.</summary>
    private const int FarthestLine = 8;

    private static readonly string[] Extensions = [.. HtmlNames.Lines("html-attachment-extensions.txt")];

    /// <summary>True for a link to a file of the kinds that documents have as attachments.</summary>
    public static bool IsFile(RenderedPage page, RenderedLink link) =>
        HasExtension(link.Target) || HasExtension(page.Text.AsSpan(link.Start, link.End - link.Start).Trim());

    /// <summary>Gives the lines of the first list of files behind the body their reason.</summary>
    public static void Keep(RenderedPage page, HtmlBody body)
    {
        var files = page.Links.Where(link => link.Line >= body.First && page.Lines[link.Line].Reason == DropReason.Boilerplate && IsFile(page, link))
            .Select(link => link.Line).ToHashSet();
        if (files.Count == 0) return;
        var last = body.End - 1;
        while (last > body.First && page.Lines[last].Reason is not null) last--;
        var (line, reach) = (last + 1, last + FarthestLine);
        while (line < page.Lines.Count && line <= reach && !files.Contains(line) && !HtmlBoilerplate.IsRelatedHeading(page.Of(page.Lines[line]))) line++;
        for (; files.Contains(line); line++) page.Lines[line].Reason = DropReason.File;
    }

    private static bool HasExtension(ReadOnlySpan<char> name)
    {
        foreach (var extension in Extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
