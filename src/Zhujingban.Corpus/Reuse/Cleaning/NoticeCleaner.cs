using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Puts a notice together again that was scraped twice over, cut up and shuffled: cuts it into pieces, finds for each its place in the
/// outline, asks about those that no place is certain for, and writes down units in canonical order with what repeats them and what is missing.
/// </summary>
public static class NoticeCleaner
{
    /// <summary>Cleans a document as its markup gives it: blocks, without repeats left out and without structure.</summary>
    public static CleanedNotice Clean(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (read, overlaps) = OverlapsInSentences.LeaveOut(TablesOfContents.LeaveOut(PageLines.LeaveOut(document)));
        var pieces = NoticePieces.Of(read).Where(piece => piece.Kind != PieceKind.Boilerplate).ToArray();
        var text = read.Text.Text;
        var inRules = ScriptOfRules.Of(text);
        var placement = Rearranged(MissedMarks.Settle(text, Placed(pieces)));
        placement = MovedSections.Settle(inRules, placement, renumbered => Rearranged(Placed(renumbered)));
        placement = LoneSentences.Settle(CutOffCopies.Settle(text, placement));
        placement = DifferingCopies.Settle(text, SlipsAtOnePlace.Settle(text, placement));
        placement = TwinUnits.Settle(text, SaidTwiceOnEnd.Settle(OwnTitles.Settle(text, placement)));
        placement = SaidAtTwoPlaces.Settle(text, placement);
        (var passages, placement) = SeamPassages.Find(text, placement);
        var copies = placement.Copies();
        var order = CanonicalOrder.Of(placement, new NoticeHosts(placement), copies);
        var units = new CleanUnits(read, placement, passages, order, copies).Build();
        var (told, rest) = OverlapRepeats.Restore(units.Units, overlaps, document.Source.Text.Length);
        (told, rest) = RunningTitles.Restore(document, told, rest);
        return new CleanedNotice(document, told)
        {
            Gaps = CleanGaps.Find(placement, units),
            Conflicts = CleanConflicts.Find(read, placement, units),
            Questions = units.Questions(passages),
            Boilerplate = rest,
        };

        Placement Placed(NoticePiece[] pieces) => FeetBehindHeads.Settle(inRules, Placement.Of(text, pieces));

        // What stands beside what in the notice may show one list only when rearranging has read it, or rearranging may need it.
        Placement Rearranged(Placement placement) => RunsOfOneList.Settle(inRules, Rearrangement.Settle(text, RunsOfOneList.Settle(inRules, placement)));
    }
}
