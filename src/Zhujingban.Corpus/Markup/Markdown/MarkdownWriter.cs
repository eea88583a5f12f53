using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Writes the readable text from pieces of the source. White space is held back until something visible follows, so that no
/// block begins or ends with it; soft line breaks become what a browser shows.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="hidden">What of the source is kept from the reader, in order, without overlaps.</param>
/// <param name="capacity">The expected length of the text.</param>
internal sealed class MarkdownWriter(string source, IReadOnlyList<Drop> hidden, int capacity = 256)
{
    private readonly MappedTextBuilder _text = new(capacity);
    private readonly List<(TextSpan Span, string? Replacement, bool SoftBreak)> _held = [];
    private int _at;
    private int _hiddenIndex;
    private int _blockStart = -1;
    private string? _separator;

    /// <summary>The length of the text so far.</summary>
    public int Length => _text.Length;

    /// <summary>The end of the source that has been written so far.</summary>
    public int Position => _at;

    /// <summary>The text and its runs.</summary>
    public MappedText Build() => _text.Build();

    /// <summary>Begins a block; a line break separates it from what stands before.</summary>
    public void BeginBlock()
    {
        _blockStart = -1;
        _separator = null;
        _held.Clear();
    }

    /// <summary>Ends the block. Gives its range of the text; null when nothing visible was written.</summary>
    public TextSpan? EndBlock()
    {
        _held.Clear();
        _separator = null;
        var span = _blockStart < 0 ? (TextSpan?)null : new TextSpan(_blockStart, _text.Length);
        _blockStart = -1;
        return span;
    }

    /// <summary>Stands between what is written so far and what follows in this block, if there is any of both.</summary>
    public void Separate(string separator)
    {
        _held.Clear();
        if (_blockStart >= 0) _separator = separator;
    }

    /// <summary>Writes a range of the source without what is hidden in it.</summary>
    public void Copy(TextSpan span)
    {
        if (_hiddenIndex > 0 && hidden[_hiddenIndex - 1].Span.End > span.Start) _hiddenIndex = FirstHiddenBehind(span.Start);
        while (_hiddenIndex < hidden.Count && hidden[_hiddenIndex].Span.End <= span.Start) _hiddenIndex++;
        var start = span.Start;
        for (; _hiddenIndex < hidden.Count && hidden[_hiddenIndex].Span.Start < span.End; _hiddenIndex++)
        {
            var hide = hidden[_hiddenIndex].Span;
            if (hide.Start > start) CopyVisible(new TextSpan(start, hide.Start));
            start = Math.Max(start, hide.End);
            if (hide.End > span.End) break;
        }

        if (start < span.End) CopyVisible(new TextSpan(start, span.End));
    }

    /// <summary>Writes a range of the source as it is, hidden or not: code.</summary>
    public void CopyVisible(TextSpan span)
    {
        var characters = source.AsSpan(span.Start, span.Length);
        var lead = characters.Length - characters.TrimStart().Length;
        if (lead > 0) _held.Add((TextSpan.At(span.Start, lead), null, false));
        if (lead == characters.Length) return;
        var visible = new TextSpan(span.Start + lead, span.Start + characters.TrimEnd().Length);
        Flush(visible.Start, source[visible.Start]);
        _text.Copy(source, visible);
        _at = Math.Max(_at, visible.End);
        if (visible.End < span.End) _held.Add((new TextSpan(visible.End, span.End), null, false));
    }

    /// <summary>Writes a text that stands for a range of the source.</summary>
    public void Replace(TextSpan span, string replacement)
    {
        if (string.IsNullOrWhiteSpace(replacement))
        {
            _held.Add((span, replacement, false));
            return;
        }

        var visible = replacement.Trim();
        Flush(span.Start, visible[0]);
        _text.Replace(span, visible);
        _at = Math.Max(_at, span.End);
        if (char.IsWhiteSpace(replacement[^1])) _held.Add((new TextSpan(span.End, span.End), " ", false));
    }

    /// <summary>A line break of the source that a browser shows as a space, or, between Chinese characters, not at all.</summary>
    public void SoftBreak(TextSpan lineBreak) => _held.Add((lineBreak, " ", true));

    /// <summary>A line break that the reader sees.</summary>
    public void HardBreak(TextSpan lineBreak)
    {
        _held.Clear();
        _held.Add((lineBreak, "\n", false));
    }

    private int FirstHiddenBehind(int position)
    {
        var (low, high) = (0, hidden.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hidden[middle].Span.End > position) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private void Flush(int position, char next)
    {
        if (_blockStart < 0)
        {
            _held.Clear();
            if (_text.Length > 0) WriteLineBreak(position);
            _blockStart = _text.Length;
        }
        else if (_separator is not null)
        {
            _text.Insert(Math.Max(_at, position), _separator);
            _separator = null;
        }

        if (_held.Count == 0) return;
        var softBreak = _held.FindIndex(held => held.SoftBreak);
        if (softBreak >= 0)
        {
            if (!(IsWide(_text.LastChar) && IsWide(next))) _text.Replace(_held[softBreak].Span, " ");
        }
        else
        {
            foreach (var (span, replacement, _) in _held) Write(span, replacement);
        }

        _held.Clear();
    }

    private void Write(TextSpan span, string? replacement)
    {
        if (replacement is null || source.AsSpan(span.Start, span.Length).SequenceEqual(replacement)) _text.Copy(source, span);
        else _text.Replace(span, replacement);
        _at = Math.Max(_at, span.End);
    }

    /// <summary>The line break that stands directly behind what was written last, or one of our own.</summary>
    private void WriteLineBreak(int position)
    {
        for (var i = _at; i < position && char.IsWhiteSpace(source[i]); i++)
        {
            if (source[i] != '\n') continue;
            _text.Copy(source, TextSpan.At(i, 1));
            _at = i + 1;
            return;
        }

        _text.Insert(Math.Max(_at, position), "\n");
    }

    /// <summary>True for characters between which a line break leaves no space (CSS Text 3): wide ones but Hangul.</summary>
    private static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFF60')
        || char.IsSurrogate(c);
}
