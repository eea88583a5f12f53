using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What holds of pieces whatever they are taken for: how much they weigh, what they announce, and which bear the same number.</summary>
internal sealed class PieceTraits
{
    private readonly bool[] _endsWithColon;

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    public PieceTraits(string text, NoticePiece[] pieces)
    {
        Weights = Array.ConvertAll(pieces, piece => WeightOf(text.AsSpan(piece.Span.Start, piece.Span.Length)));
        _endsWithColon = Array.ConvertAll(pieces, piece => piece.Span.Length > 0 && text[piece.Span.End - 1] is '：' or ':');
        (BeforeWithMark, BeforeWithLess, BeforeWithMore) = (new int[pieces.Length], new int[pieces.Length], new int[pieces.Length]);
        var marked = new Dictionary<long, int>();
        for (var i = 0; i < pieces.Length; i++)
        {
            BeforeWithMark[i] = BeforeWithLess[i] = BeforeWithMore[i] = -1;
            if (!pieces[i].IsMarked) continue;
            var (kind, value) = (pieces[i].Mark.Kind, pieces[i].Mark.Value);
            if (!NumberingKinds.IsContainer(kind) && kind < HighestMark) HighestMark = kind;
            BeforeWithMark[i] = marked.GetValueOrDefault(KeyOf(kind, value), -1);
            BeforeWithLess[i] = marked.GetValueOrDefault(KeyOf(kind, value - 1), -1);
            BeforeWithMore[i] = marked.GetValueOrDefault(KeyOf(kind, value + 1), -1);
            marked[KeyOf(kind, value)] = i;
        }
    }

    /// <summary>For each piece how many Chinese characters it has: what a repeat of it weighs. Figures repeat themselves in any table.</summary>
    public int[] Weights { get; }

    /// <summary>The kind of mark that no other of the notice's kinds holds, containers aside.</summary>
    public NumberingKind HighestMark { get; } = NumberingKind.Fifth;

    /// <summary>For each marked piece the last one before it with the same number of the same kind; -1 for none.</summary>
    public int[] BeforeWithMark { get; }

    /// <summary>For each marked piece the last one before it with the number before its own; -1 for none.</summary>
    public int[] BeforeWithLess { get; }

    /// <summary>For each marked piece the last one before it with the number behind its own; -1 for none.</summary>
    public int[] BeforeWithMore { get; }

    /// <summary>True when a piece announces what follows it: 有下列情形之一的：</summary>
    public bool EndsWithColon(int piece) => _endsWithColon[piece];

    private static long KeyOf(NumberingKind kind, int value) => ((long)kind << 32) | (uint)value;

    private static int WeightOf(ReadOnlySpan<char> characters)
    {
        var weight = 0;
        foreach (var c in characters) weight += char.IsBetween(c, '\u4E00', '\u9FFF') ? 1 : 0;
        return weight;
    }
}
