using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>Where the reading of a head stands, and the parts that have been taken.</summary>
/// <param name="text">The text.</param>
/// <param name="lines">Its lines.</param>
internal sealed class OfficialDocumentHeadCursor(string text, IReadOnlyList<TextSpan> lines)
{
    private readonly List<HeadPart> _parts = [];

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Its lines.</summary>
    public IReadOnlyList<TextSpan> Lines => lines;

    /// <summary>The parts in the order of the text.</summary>
    public IReadOnlyList<HeadPart> Parts => _parts;

    /// <summary>The number of the line that comes next.</summary>
    public int Line { get; private set; }

    /// <summary>Where the next part begins.</summary>
    public int At { get; private set; } = lines.Count > 0 ? lines[0].Start : 0;

    /// <summary>True when no line is left.</summary>
    public bool AtEnd => Line >= lines.Count;

    /// <summary>What is left of the line.</summary>
    public TextSpan Rest => new(At, lines[Line].End);

    /// <summary>True when nothing of the line has been taken.</summary>
    public bool StartsLine => At == lines[Line].Start;

    /// <summary>Takes a part and goes on behind it.</summary>
    public void Take(HeadPartKind kind, TextSpan span)
    {
        // A head has one number; another line of that shape stays a paragraph.
        if (kind == HeadPartKind.DocumentNumber && _parts.Any(part => part.Kind == kind)) kind = HeadPartKind.Letterhead;
        _parts.Add(new HeadPart(kind, span));
        At = span.End;
        while (Line < lines.Count && At >= lines[Line].End) Line++;
        if (AtEnd) return;
        At = Math.Max(At, lines[Line].Start);
        while (At < lines[Line].End && char.IsWhiteSpace(text[At])) At++;
    }
}
