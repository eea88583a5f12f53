namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Keeps single sentences that stand twice in a notice that says nothing else twice but parts of its head and foot: a scraper takes passages again, and a unit with its
/// number, so that the notice itself has such sentences at both places.
/// </summary>
internal static class LoneSentences
{
    /// <summary>The placement with such sentences where they stand.</summary>
    public static Placement Settle(Placement placement)
    {
        if (placement.AsItStands) return placement;
        var (pieces, families) = (placement.Pieces, placement.Families);
        var again = Enumerable.Range(0, pieces.Length).Where(piece => placement.Choices[piece].Of >= 0 && !pieces[piece].IsFrame).ToArray();
        if (again.Length == 0 || !Array.TrueForAll(again, IsLone)) return placement;
        var choices = (PieceChoice[])[.. placement.Choices];
        foreach (var piece in again)
        {
            var taken = choices[piece].Node;
            choices[piece] = choices[piece - 1] with { Of = -1 };
            // What goes on behind it was placed with the other one.
            for (var next = piece + 1; next < pieces.Length && pieces[next].Kind == PieceKind.Sentence && choices[next].Of < 0 && choices[next].Node == taken; next++)
                choices[next] = choices[next] with { Node = choices[piece].Node };
        }

        return placement with { Choices = choices };

        // What stands right behind a head is the preamble again.
        bool IsLone(int piece)
        {
            var of = placement.Choices[piece].Of;
            return pieces[piece].Kind == PieceKind.Sentence && IsWhole(piece) && IsWhole(of) && Math.Abs(piece - of) > 1
                && IsText(piece - 1) && IsText(of - 1) && !AreAlike(piece - 1, of - 1) && !AreAlike(piece + 1, of + 1);
        }

        bool IsWhole(int piece) => !families.IsCutOff(piece) || families.Compare(piece, piece).Reason == LikenessReasons.MarkMissing;

        bool IsText(int piece) => piece >= 0 && !pieces[piece].IsFrame;

        bool AreAlike(int one, int other) => one < pieces.Length && other < pieces.Length && families.FamilyOf(one) == families.FamilyOf(other);
    }
}
