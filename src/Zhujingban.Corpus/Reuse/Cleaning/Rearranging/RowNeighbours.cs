using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What pieces show about what should follow them, by how they end: a colon announces a list, a semicolon the next item, a heading its text.</summary>
internal sealed class RowNeighbours
{
    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly bool[] _areHeadings;
    private readonly bool[] _endItems;

    /// <summary>The pieces that show anything: most do not.</summary>
    private readonly bool[] _tell;

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public RowNeighbours(string text, NoticePiece[] pieces, PieceFamilies families)
    {
        (_pieces, _families) = (pieces, families);
        (_areHeadings, _endItems, _tell) = (new bool[pieces.Length], new bool[pieces.Length], new bool[pieces.Length]);
        for (var i = 0; i < pieces.Length; i++)
        {
            _tell[i] = !pieces[i].IsFrame && families.Traits.EndsWithColon(i);
            if (!pieces[i].IsMarked) continue;
            var last = text[pieces[i].Span.End - 1];
            _endItems[i] = last is '；' or ';';
            _areHeadings[i] = !NumberingKinds.IsContainer(pieces[i].Mark.Kind) && !_endItems[i] && !Sentences.IsEnd(last) && last is not ('：' or ':' or '，');
            _tell[i] |= _endItems[i] || _areHeadings[i];
        }
    }

    /// <summary>What the neighbours in a row cost that do not go together.</summary>
    public double CostOf(int[] row)
    {
        var cost = 0.0;
        for (var at = 0; at + 1 < row.Length; at++)
        {
            if (_tell[row[at]]) cost += CostOf(row[at], row[at + 1]);
        }

        return cost;
    }

    /// <summary>What a row's neighbours cost more after a move.</summary>
    public double ChangeOf(int[] row, in RowMove move)
    {
        var change = 0.0;
        foreach (var (one, other, sign) in move.Changes(stackalloc (int, int, int)[RowMove.MostChanges])) change += sign * Between(row, one, other);
        return change;
    }

    private double Between(int[] row, int at, int next) => at >= 0 && next < row.Length && _tell[row[at]] ? CostOf(row[at], row[next]) : 0;

    private double CostOf(int piece, int next)
    {
        ref readonly var one = ref _pieces[piece];
        ref readonly var other = ref _pieces[next];
        if (_families.Traits.EndsWithColon(piece)) return other.IsMarked && other.Mark.Value == 1 ? 0 : RearrangingCosts.NotAnnounced;
        if (_endItems[piece]) return other.IsFrame || (other.IsMarked && other.Mark.Kind == one.Mark.Kind) ? 0 : RearrangingCosts.ItemBroken;
        return _areHeadings[piece] && (other.IsFrame || (other.IsMarked && other.Mark.Kind <= one.Mark.Kind)) ? RearrangingCosts.EmptyHeading : 0;
    }
}
