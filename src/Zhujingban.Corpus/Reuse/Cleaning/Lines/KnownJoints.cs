using Zhujingban.Corpus.Documents;

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
    private readonly HashSet<string> _known = [];

    /// <param name="text">The text.</param>
    /// <param name="blocks">Its lines, without outer white space.</param>
    public KnownJoints(string text, IReadOnlyList<Block> blocks)
    {
        _text = text;
        var joints = new HashSet<string>();
        var last = default(TextSpan);
        foreach (var block in blocks)
        {
            if (block.Span.IsEmpty) continue;
            if (!last.IsEmpty && JointOf(last, block.Span) is { } joint) joints.Add(joint);
            last = block.Span;
        }

        var lookup = joints.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var block in blocks)
        {
            for (var at = block.Span.Start; at + Around <= block.Span.End; at++)
            {
                if (lookup.TryGetValue(text.AsSpan(at, Around), out var joint)) _known.Add(joint);
            }
        }
    }

    /// <summary>True when what stands around the line break between two lines stands elsewhere inside a line.</summary>
    public bool Hold(TextSpan line, TextSpan next) => JointOf(line, next) is { } joint && _known.Contains(joint);

    private string? JointOf(TextSpan line, TextSpan next)
    {
        var behind = Math.Min(Behind, next.Length);
        return line.Length + behind < Around ? null
            : string.Concat(_text.AsSpan(line.End - Around + behind, Around - behind), _text.AsSpan(next.Start, behind));
    }
}
