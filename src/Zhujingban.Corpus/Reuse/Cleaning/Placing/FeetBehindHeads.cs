using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Puts the foot of a notice behind its units where it was placed before the first of them: windows of sentences that stand in any order may have the foot next to
/// the head, as a notice has that only issues what is attached. One whose head ends with …如下： has units of its own; and in a letter without any number nothing but
/// the foot itself shows where it stands.
/// </summary>
internal static class FeetBehindHeads
{
    /// <summary>The placement with the foot behind the units that the head announces, or behind a letter.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands || !StandsBehind(text, placement)) return placement;
        var (choices, pieces, end) = (placement.Choices.ToArray(), placement.Pieces, placement.Nodes.End(0));
        var (isFoot, foundAny) = (false, false);
        for (var i = 0; i < pieces.Length; i++)
        {
            isFoot = IsOfFoot(pieces[i]) || (isFoot && NoticeBlocks.IsNote(text, pieces[i])) || NoticeBlocks.IsClosing(text, pieces, i);
            if (!isFoot || !IsAtRoot(placement, i)) continue;
            choices[i] = choices[i] with { Node = end };
            foundAny = true;
        }

        return foundAny ? placement with { Choices = choices } : placement;
    }

    /// <summary>True for a head that announces units, and for a notice without units and with one foot and no attachment, where there is nothing else with a title that text may belong to.</summary>
    private static bool StandsBehind(string text, Placement placement)
    {
        var (announces, hasUnits, attaches) = (false, false, false);
        var (titles, dates) = (new HashSet<int>(), new HashSet<int>());
        for (var i = 0; i < placement.Pieces.Length; i++)
        {
            var piece = placement.Pieces[i];
            announces |= piece.Kind == PieceKind.Sentence && IsAtRoot(placement, i) && piece.Span.Of(text).EndsWith("如下：", StringComparison.Ordinal);
            hasUnits |= piece.IsMarked && placement.Nodes[placement.Choices[i].Node].Run == 0;
            attaches |= piece.Kind == PieceKind.Attachment;
            if (piece.Kind == PieceKind.Date) dates.Add(placement.Families.FamilyOf(i));
            if (piece.Kind != PieceKind.Title) continue;
            if (IssuedTitles.IsIssuing(piece.Span.Of(text))) return false;
            titles.Add(placement.Families.FamilyOf(i));
        }

        return hasUnits ? announces && titles.Count <= 1 : !attaches && titles.Count == 1 && dates.Count == 1;
    }

    private static bool IsOfFoot(in NoticePiece piece) => piece.Kind is PieceKind.Attachment or PieceKind.Signature or PieceKind.Date;

    private static bool IsAtRoot(Placement placement, int piece) => placement.Nodes[placement.Choices[piece].Node] is { IsRoot: true, Run: 0 };
}
