using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>White space that waits, and what becomes of it when text follows.</summary>
internal abstract partial class ReaderText
{
    private readonly List<(int Start, int End, Gap Kind)> _gap = [];
    private int _newlines;
    private int _tabs;
    private bool _innerBreak;

    private enum Gap : byte
    {
        Space,
        Newline,
        LineBreak,
    }

    private void EmitText(int start, int end)
    {
        if (Conversion is null || CodeDepth > 0)
        {
            EmitCopy(start, end);
            return;
        }

        while (start < end)
        {
            var text = Source.AsSpan(start, end - start);
            var at = 0;
            Conversion.Next(text, ref at, out var length, out var converted);
            EmitCopy(start, start + at);
            if (length > 0) EmitReplace(start + at, start + at + length, converted);
            start += at + length;
        }
    }

    private void AddGap(int start, int end, Gap kind)
    {
        DropTo(start, DropReason.Markup);
        if (start >= end) return;
        _gap.Add((start, end, kind));
        At = end;
    }

    /// <summary>Something is about to be written: writes the separator before it.</summary>
    private void Content(int start)
    {
        DropTo(start, DropReason.Markup);
        _newlines = 0;
        if (_blockStart < 0)
        {
            if (Length > 0) WriteBreak(start);
            else DropGap(DropReason.Whitespace);
            _block = Spec;
            (_blockStart, _innerBreak, _tabs) = (Length, false, 0);
        }
        else if (_tabs > 0)
        {
            DropGap(DropReason.Whitespace);
            for (; _tabs > 0; _tabs--) EmitReplace(start, start, "\t");
            _innerBreak = false;
        }
        else if (_innerBreak)
        {
            WriteBreak(start);
            _innerBreak = false;
        }
        else if (_gap.Count > 0)
        {
            WriteGap(start);
        }

        BeforeContent();
    }

    /// <summary>A line break between blocks: the source's own where it has one.</summary>
    private void WriteBreak(int position)
    {
        for (var i = 0; i < _gap.Count; i++)
        {
            var (start, end, _) = _gap[i];
            var newline = Source.AsSpan(start, end - start).IndexOf('\n');
            if (newline < 0 || Source[start] == '<') continue;
            for (var j = 0; j < i; j++) EmitDrop(_gap[j].Start, _gap[j].End, DropReason.Whitespace);
            if (newline > 0) EmitDrop(start, start + newline, DropReason.Whitespace);
            EmitCopy(start + newline, start + newline + 1);
            if (start + newline + 1 < end) EmitDrop(start + newline + 1, end, DropReason.Whitespace);
            _gap.RemoveRange(0, i + 1);
            DropGap(DropReason.Whitespace);
            return;
        }

        DropGap(DropReason.Whitespace);
        EmitReplace(position, position, "\n");
    }

    /// <summary>White space inside a block: a line break as it is marked up, else one space; none between two Chinese characters.</summary>
    private void WriteGap(int next)
    {
        var chosen = _gap.FindIndex(gap => gap.Kind == Gap.LineBreak);
        if (chosen < 0) chosen = 0;
        for (var i = 0; i < _gap.Count; i++)
        {
            var (start, end, kind) = _gap[i];
            if (i != chosen) EmitDrop(start, end, DropReason.Whitespace);
            else if (kind == Gap.LineBreak) EmitReplace(start, end, "\n");
            else if (kind == Gap.Space) EmitCopy(start, end);
            else if (IsWide(LastChar) && IsWide(Source[Math.Min(next, Source.Length - 1)])) EmitDrop(start, end, DropReason.Whitespace);
            else EmitReplace(start, end, " ");
        }

        _gap.Clear();
    }

    private void DropGap(DropReason reason)
    {
        foreach (var (start, end, kind) in _gap) EmitDrop(start, end, kind == Gap.LineBreak ? DropReason.Markup : reason);
        _gap.Clear();
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF01' and <= '\uFF60';
}
