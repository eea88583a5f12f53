using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Which kinds of numbers the notice has inside which, as it shows where numbers begin: 1. right behind （一） stands inside it. At a seam any two can follow
/// each other, so that what is seen once in many times says nothing.
/// </summary>
internal sealed class OutlineScheme
{
    /// <summary>In place of a kind: no number stands above.</summary>
    private const int Top = (int)NumberingKind.Fifth + 1;

    /// <summary>What is seen less than once in so many times is a seam.</summary>
    private const int Rare = 5;

    private readonly bool[,] _isStrange = new bool[Top, Top + 1];
    private readonly NumberingKind?[] _holders = new NumberingKind?[Top];

    /// <param name="pieces">The pieces.</param>
    /// <param name="highest">The kind of number that no other holds.</param>
    public OutlineScheme(ReadOnlySpan<NoticePiece> pieces, NumberingKind highest)
    {
        var seen = Count(pieces, highest);
        for (var kind = 0; kind < Top; kind++)
        {
            var (all, most) = (0, Top);
            for (var holder = Top; holder >= 0; holder--)
            {
                all += seen[kind, holder];
                if (seen[kind, holder] > seen[kind, most]) most = holder;
            }

            _holders[kind] = most == Top ? null : (NumberingKind)most;
            for (var holder = 0; holder <= Top; holder++)
                _isStrange[kind, holder] = all > 0 ? seen[kind, holder] * Rare < all : holder == Top && kind > (int)highest;
        }
    }

    /// <summary>True where a kind of number begins inside others, and never or hardly ever directly inside this one.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="holder">The kind of unit that it would stand in; null for none.</param>
    public bool IsStrange(NumberingKind kind, NumberingKind? holder) => !IsItemOfArticle(kind, holder)
        && _isStrange[(int)kind, holder is not { } above || NumberingKinds.IsContainer(above) ? Top : (int)above];

    /// <summary>The kinds that mostly stand between a holder and a kind of number, the lowest first: （一） between 三、 and 2.; none where the kind stands in others.</summary>
    /// <param name="kind">The kind of number.</param>
    /// <param name="holder">The place above.</param>
    /// <param name="between">Room for the kinds.</param>
    /// <returns>How many there are.</returns>
    public int Between(NumberingKind kind, in OutlineNode holder, Span<NumberingKind> between)
    {
        var count = 0;
        while (count < between.Length && !IsItemOfArticle(kind, holder.IsRoot ? null : holder.Kind) && _holders[(int)kind] is { } above && above < kind && (holder.IsRoot || above > holder.Kind)) between[count++] = kind = above;
        return count;
    }

    /// <summary>项: （一） directly in 第一条, whatever holds （一） in the notice that issues the regulation (《立法法》第六十五条).</summary>
    private static bool IsItemOfArticle(NumberingKind kind, NumberingKind? holder) => kind == NumberingKind.Second && holder == NumberingKind.Article;

    private static int[,] Count(ReadOnlySpan<NoticePiece> pieces, NumberingKind highest)
    {
        // A text that begins with （一） and has 一、 farther on has lost a heading.
        var mayBegin = Math.Max((int)highest, (int)NumberingKind.First);
        var seen = new int[Top, Top + 1];
        var last = Top;
        foreach (ref readonly var piece in pieces)
        {
            // Behind the foot of a regulation another text begins, not a list of its last article.
            if (piece.IsFrame) last = Top;
            if (!piece.IsMarked) continue;
            var kind = (int)piece.Mark.Kind;
            if (piece.Mark.Value == 1 && (last == Top ? kind <= mayBegin : last < kind)) seen[kind, last < Top && NumberingKinds.IsContainer((NumberingKind)last) ? Top : last]++;
            last = kind;
        }

        return seen;
    }
}
