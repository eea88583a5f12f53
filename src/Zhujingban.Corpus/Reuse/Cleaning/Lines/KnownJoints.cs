using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Tells of a line break in a text that says much again whether the same stands there without one: 国务院办⏎公厅关于… beside 国务院办公厅关于….
/// </summary>
internal sealed class KnownJoints
{
    /// <summary>So many characters around a line break are the same elsewhere.</summary>
    private const int Around = 6;

    private const int Behind = 3;

    private readonly string _text;

    /// <summary>How often what stands around a line break stands with one, and without.</summary>
    private readonly Dictionary<string, (int Broken, int Whole)> _counts = [];

    /// <param name="text">The text.</param>
    /// <param name="blocks">Its lines, without outer white space.</param>
    public KnownJoints(string text, IReadOnlyList<Block> blocks)
    {
        _text = text;
        var last = default(TextSpan);
        foreach (var block in blocks)
        {
            if (block.Span.IsEmpty) continue;
            if (!last.IsEmpty && JointOf(last, block.Span) is { } joint) _counts[joint] = (_counts.GetValueOrDefault(joint).Broken + 1, 0);
            last = block.Span;
        }

        var lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var block in blocks)
        {
            if (HasLostBreaks(block.Span)) continue;
            for (var at = block.Span.Start; at + Around <= block.Span.End; at++)
            {
                if (lookup.TryGetValue(text.AsSpan(at, Around), out var count)) lookup[text.AsSpan(at, Around)] = count with { Whole = count.Whole + 1 };
            }
        }
    }

    /// <summary>True when what stands around the line break between two lines stands inside a line as often.</summary>
    public bool Hold(TextSpan line, TextSpan next) => JointOf(line, next) is { } joint && _counts[joint] is var (broken, whole) && whole >= broken;

    /// <summary>True for a line with a numbered unit behind a sentence: it has lost line breaks, so that it says nothing of any.</summary>
    private bool HasLostBreaks(TextSpan line)
    {
        for (var at = line.Start + 1; at < line.End; at++)
        {
            if (Sentences.IsEnd(_text[at - 1]) && !Sentences.IsClosing(_text[at]) && _text.AsSpan(at, line.End - at) is var rest && LineBeginnings.BehindMark(rest).Length < rest.Length) return true;
        }

        return false;
    }

    private string? JointOf(TextSpan line, TextSpan next)
    {
        var behind = Math.Min(Behind, next.Length);
        return line.Length + behind < Around ? null
            : string.Concat(_text.AsSpan(line.End - Around + behind, Around - behind), _text.AsSpan(next.Start, behind));
    }
}
