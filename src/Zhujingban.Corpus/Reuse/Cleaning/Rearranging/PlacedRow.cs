using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>From places to a row, and back.</summary>
internal static class PlacedRow
{
    /// <summary>The pieces that are kept, in canonical order.</summary>
    public static NoticeRow Of(Placement placement)
    {
        var order = CanonicalOrder.Of(placement, new NoticeHosts(placement), placement.Copies());
        return new NoticeRow([.. placement.Choices.Select((choice, piece) => choice.Of >= 0 ? choice.Of : piece)], [.. order.Select(entry => entry.Piece)]);
    }

    /// <summary>A placement with its pieces where a row has them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="placement">Where they were.</param>
    /// <param name="places">For each piece of the row its place in the outline.</param>
    public static Placement Place(NoticeRow row, Placement placement, int[] places)
    {
        var choices = new PieceChoice[row.Said.Length];
        for (var i = 0; i < choices.Length; i++)
        {
            var said = row.Said[i];
            choices[i] = placement.Choices[i] with { Node = places[said], Of = said == i ? -1 : said };
        }

        return placement with { Choices = choices, BehindContainers = BehindContainers(row, placement.Pieces), Ranks = Ranks(row) };
    }

    private static int[] Ranks(NoticeRow row)
    {
        var ranks = new int[row.Said.Length];
        Array.Fill(ranks, -1);
        row.WritePlaces(ranks);
        return ranks;
    }

    /// <summary>For the heading of each chapter the first number behind it that is none: what has lost its own may turn out to be another unit's.</summary>
    private static Dictionary<int, int> BehindContainers(NoticeRow row, NoticePiece[] pieces)
    {
        var behind = new Dictionary<int, int>();
        var next = -1;
        for (var at = row.Pieces.Length - 1; at >= 0; at--)
        {
            var piece = row.Pieces[at];
            if (!pieces[piece].IsMarked) continue;
            if (!NumberingKinds.IsContainer(pieces[piece].Mark.Kind)) next = piece;
            else if (next >= 0) behind[piece] = next;
        }

        return behind;
    }
}
