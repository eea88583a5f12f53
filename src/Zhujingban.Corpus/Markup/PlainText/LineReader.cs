using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.PlainText;

/// <summary>Reads a plain text line by line, in one pass, into its mapped text, its blocks and what is dropped.</summary>
/// <param name="source">The decoded source.</param>
internal sealed class LineReader(string source)
{
    private readonly MappedTextBuilder _builder = new(source.Length);
    private readonly List<Block> _blocks = [];
    private readonly List<Drop> _dropped = [];

    public MappedText Text { get; private set; } = MappedText.Identity("");

    public IReadOnlyList<Block> Blocks => _blocks;

    public IReadOnlyList<Drop> Dropped => _dropped;

    public void ReadAll()
    {
        var (at, last, lastBreak) = (0, 0, default(TextSpan));
        while (at < source.Length)
        {
            var found = source.AsSpan(at).IndexOfAny(InvisibleCharacters.LineBreaks);
            var end = found < 0 ? source.Length : at + found;
            var next = Math.Min(end + (IsCarriageReturnLineFeed(end) ? 2 : 1), source.Length);
            var content = Trim(at, end);
            if (!content.IsEmpty)
            {
                PassGap(new TextSpan(last, content.Start), lastBreak);
                CopyLine(content);
                (last, lastBreak) = (content.End, new TextSpan(end, next));
            }

            at = next;
        }

        Drop(new TextSpan(last, source.Length));
        Text = _builder.Build();
    }

    private bool IsCarriageReturnLineFeed(int at) =>
        at + 1 < source.Length && source[at] == '\r' && source[at + 1] == '\n';

    private TextSpan Trim(int start, int end)
    {
        while (start < end && InvisibleCharacters.IsBlank(source[start])) start++;
        while (end > start && InvisibleCharacters.IsBlank(source[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Between two lines of text stands the first one's line break; the rest of what lies between is dropped.</summary>
    private void PassGap(TextSpan gap, TextSpan lineBreak)
    {
        if (_blocks.Count == 0)
        {
            Drop(gap);
            return;
        }

        var lineFeed = source.AsSpan(lineBreak.Start, lineBreak.Length).IndexOf('\n');
        var kept = lineFeed < 0 ? lineBreak : TextSpan.At(lineBreak.Start + lineFeed, 1);
        Drop(new TextSpan(gap.Start, kept.Start));
        if (lineFeed < 0) _builder.Replace(kept, "\n");
        else _builder.Copy(source, kept);
        Drop(new TextSpan(kept.End, gap.End));
    }

    private void CopyLine(TextSpan line)
    {
        var start = _builder.Length;
        var at = line.Start;
        while (at < line.End)
        {
            var found = source.AsSpan(at, line.End - at).IndexOfAny(InvisibleCharacters.Always);
            var end = found < 0 ? line.End : at + found;
            _builder.Copy(source, new TextSpan(at, end));
            if (end < line.End) Drop(TextSpan.At(end, 1));
            at = end + 1;
        }

        _blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, _builder.Length)));
    }

    private void Drop(TextSpan span)
    {
        if (span.IsEmpty) return;
        if (_dropped.Count > 0 && _dropped[^1].Span.End == span.Start)
            _dropped[^1] = new Drop(DropReason.Whitespace, new TextSpan(_dropped[^1].Span.Start, span.End));
        else
            _dropped.Add(new Drop(DropReason.Whitespace, span));
    }
}
