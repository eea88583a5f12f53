using Markdig.Syntax.Inlines;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>Where what Markdig has read stands in the source, though it read another text in its stead.</summary>
/// <param name="preparation">The source and that text.</param>
internal sealed class MarkdownPlaces(MarkdownPreparation preparation)
{
    private readonly string _source = preparation.Source;

    /// <summary>What to add to the places of inlines: their tree may be of a part of the source.</summary>
    public int Shift { get; set; }

    /// <summary>The range of a block.</summary>
    public TextSpan Of(Markdig.Syntax.Block block)
    {
        var start = Math.Max(0, block.Span.Start);
        return new TextSpan(start, Math.Clamp(block.Span.End + 1, start, Math.Max(start, _source.Length)));
    }

    /// <summary>The range of an inline; empty for one that stands nowhere.</summary>
    public TextSpan Of(Inline inline)
    {
        var (start, end) = (inline.Span.Start + Shift, inline.Span.End + 1 + Shift);
        return start < 0 || end > _source.Length ? default : new TextSpan(start, Math.Max(start, end));
    }

    /// <summary>The address of a link as Markdig gives it, or as the source has it where the preparation changed it.</summary>
    public string AddressOf(LinkInline link)
    {
        var (start, end) = (link.UrlSpan.Start + Shift, link.UrlSpan.End + 1 + Shift);
        var changed = link.Reference is null && !ReferenceEquals(preparation.Text, _source)
            && start >= 0 && end > start && end <= _source.Length
            && !_source.AsSpan(start..end).SequenceEqual(preparation.Text.AsSpan(start..end));
        return changed ? _source[start..end].Trim('<', '>') : link.Url ?? "";
    }
}
