using System.Net;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Writes what a reader sees of HTML that stands in a page: the text between tags, a line for each block. Tags, comments and
/// scripts are left out; an angle bracket that opens none of them is text.
/// </summary>
internal sealed class HtmlText(string source, MarkdownWriter writer, List<Drop> reasons)
{
    private static readonly HashSet<string> BlockNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    /// <summary>What ends nowhere in the rest of the range; it is looked for once only.</summary>
    private readonly HashSet<string> _missing = [];

    /// <summary>Writes a range of the source as HTML. Gives the ranges of the text that its lines take.</summary>
    public IReadOnlyList<TextSpan> Write(TextSpan span)
    {
        var lines = new List<TextSpan>();
        _missing.Clear();
        var lastTagEnd = source.AsSpan(span.Start, span.Length).LastIndexOf('>') + span.Start;
        writer.BeginBlock();
        for (var at = span.Start; at < span.End;)
        {
            var next = source.AsSpan(at..span.End).IndexOfAny('<', '&', '\n');
            var end = next < 0 ? span.End : at + next;
            if (end > at) writer.Copy(new TextSpan(at, end));
            at = end == span.End ? end : WriteSpecial(end, span.End, lastTagEnd, lines);
        }

        EndLine(lines);
        return lines;
    }

    /// <summary>The name of a tag in lower case, without the slash of a closing one; empty when it is no tag.</summary>
    public static string NameOf(ReadOnlySpan<char> tag)
    {
        var start = tag.Length > 1 && tag[1] == '/' ? 2 : 1;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end])) end++;
        return end > start && char.IsAsciiLetter(tag[start]) ? tag[start..end].ToString().ToLowerInvariant() : "";
    }

    private int WriteSpecial(int at, int end, int lastTagEnd, List<TextSpan> lines)
    {
        if (source[at] == '\n')
        {
            writer.SoftBreak(TextSpan.At(at, 1));
            return at + 1;
        }

        var behind = source[at] == '&' ? EntityEnd(at, end) : at < lastTagEnd ? TagEnd(at, end) : -1;
        if (behind < 0)
        {
            writer.CopyVisible(TextSpan.At(at, 1));
            return at + 1;
        }

        var markup = new TextSpan(at, behind);
        if (source[at] == '&') writer.Replace(markup, WebUtility.HtmlDecode(markup.Of(source)));
        else if (source.AsSpan(at).StartsWith("<!--")) reasons.Add(new Drop(DropReason.Comment, markup));
        else SeparateAt(NameOf(source.AsSpan(at..behind)), lines);
        return behind;
    }

    private void SeparateAt(string name, List<TextSpan> lines)
    {
        if (name is "td" or "th")
        {
            writer.Separate("\t");
        }
        else if (BlockNames.Contains(name))
        {
            EndLine(lines);
            writer.BeginBlock();
        }
    }

    private void EndLine(List<TextSpan> lines)
    {
        if (writer.EndBlock() is { } line) lines.Add(line);
    }

    private int EntityEnd(int at, int end)
    {
        var window = source.AsSpan(at..Math.Min(end, at + 40));
        var semicolon = window.IndexOf(';');
        if (semicolon < 2) return -1;
        var entity = window[..(semicolon + 1)].ToString();
        return WebUtility.HtmlDecode(entity) == entity ? -1 : at + entity.Length;
    }

    /// <summary>The end of the tag, comment or script that opens at a place; -1 when none does.</summary>
    private int TagEnd(int at, int end)
    {
        var rest = source.AsSpan(at..end);
        if (rest.StartsWith("<!--")) return Behind("-->");
        var name = NameOf(rest[..Math.Min(rest.Length, 20)]);
        if (name.Length == 0 && !(rest.Length > 1 && rest[1] is '!' or '?')) return -1;
        var close = rest.IndexOf('>');
        if (close < 0) return -1;
        if (name is not ("script" or "style") || rest[1] == '/') return at + close + 1;
        var script = Behind($"</{name}>");
        return script < 0 ? at + close + 1 : script;

        int Behind(string closing)
        {
            if (_missing.Contains(closing)) return -1;
            var found = source.AsSpan(at..end).IndexOf(closing, StringComparison.OrdinalIgnoreCase);
            if (found >= 0) return at + found + closing.Length;
            _missing.Add(closing);
            return -1;
        }
    }
}
