using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.PlainText;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>The text that is kept of a rendition, its blocks and what is dropped, in the order of the rendition.</summary>
/// <param name="rendition">The rendition.</param>
internal sealed class RenditionText(string rendition)
{
    private readonly MappedTextBuilder _text = new(rendition.Length);

    /// <summary>A block for each line that is kept.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>What is dropped.</summary>
    public List<Drop> Dropped { get; } = [];

    /// <summary>The text as far as it goes.</summary>
    public MappedText Text => _text.Build();

    /// <summary>Adds a line, and gives its range of the text.</summary>
    public TextSpan Add(TextSpan span, TextSpan lineBreak, bool isFollowed)
    {
        var content = span;
        while (InvisibleCharacters.IsBlank(rendition[content.Start])) content = content with { Start = content.Start + 1 };
        while (InvisibleCharacters.IsBlank(rendition[content.End - 1])) content = content with { End = content.End - 1 };
        Drop(DropReason.Whitespace, span with { End = content.Start });
        var start = _text.Length;
        for (var at = content.Start; at < content.End;)
        {
            var found = rendition.AsSpan(at, content.End - at).IndexOfAny(InvisibleCharacters.Always);
            var end = found < 0 ? content.End : at + found;
            _text.Copy(rendition, new TextSpan(at, end));
            if (end < content.End) Drop(DropReason.Whitespace, TextSpan.At(end, 1));
            at = end + 1;
        }

        var added = new TextSpan(start, _text.Length);
        Drop(DropReason.Whitespace, span with { Start = content.End });
        if (isFollowed) _text.Copy(rendition, lineBreak);
        else Drop(DropReason.Whitespace, lineBreak);
        return added;
    }

    /// <summary>Drops a range of the rendition; what goes on where the last one ends, for the same reason, is one with it.</summary>
    public void Drop(DropReason reason, TextSpan span)
    {
        if (span.IsEmpty) return;
        if (Dropped.Count > 0 && Dropped[^1] is var last && last.Reason == reason && last.Span.End == span.Start)
            Dropped[^1] = last with { Span = new TextSpan(last.Span.Start, span.End) };
        else
            Dropped.Add(new Drop(reason, span));
    }
}
