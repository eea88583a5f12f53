using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds what stands nowhere: numbers that the others ask for, and texts that break off.</summary>
internal sealed class CleanGaps
{
    /// <summary>A longer hole says that the numbers are no sequence of this notice: articles that it cites, rows of a table.</summary>
    private const int LongestHole = 20;

    /// <summary>What is not damaged may cite numbers and count in several ways; only a hole between two neighbours says something.</summary>
    private const int LongestPlainHole = 2;

    private const int ShortestBroken = 24;

    private readonly Placement _placement;
    private readonly UnitPaths _paths;
    private readonly RunningNumbers _running;
    private readonly bool _isUndamaged;
    private readonly HashSet<int> _opened = [];
    private readonly HashSet<int> _passed = [];
    private readonly Stack<int> _chain = [];
    private readonly Dictionary<(int Parent, NumberingKind Kind, int List), int> _last = [];
    private readonly Dictionary<(int Run, NumberingKind Kind), int> _through = [];

    private CleanGaps(Placement placement, UnitPaths paths)
    {
        (_placement, _paths, _running, _isUndamaged) = (placement, paths, new RunningNumbers(placement), placement.IsUndamaged);
        for (var i = 0; i < placement.Pieces.Length; i++)
        {
            if (placement.Pieces[i].IsMarked) _opened.Add(placement.Choices[i].Node);
        }
    }

    /// <summary>The gaps, in canonical order.</summary>
    public static IReadOnlyList<CleanGap> Find(Placement placement, CleanUnits units)
    {
        var finder = new CleanGaps(placement, units.Paths);
        var gaps = new List<CleanGap>();
        for (var i = 0; i < units.Drafts.Count; i++)
        {
            var missing = finder.MissingBefore(units.Drafts[i].Node);
            if (missing.Count > 0) gaps.Add(new CleanGap(i > 0 ? CleanUnits.IdOf(i - 1) : null, CleanUnits.IdOf(i), missing, GapCertainty.Certain));
            if ((!finder._isUndamaged || finder.RunsIntoMark(units.Drafts[i])) && !placement.Pieces[units.Drafts[i].First].IsFrame && BreaksOff(units.Units[i]))
                gaps.Add(new CleanGap(CleanUnits.IdOf(i), i + 1 < units.Units.Count ? CleanUnits.IdOf(i + 1) : null, [], GapCertainty.Probable));
        }

        return gaps;
    }

    /// <summary>The marks that are missing between the units so far and one at a place.</summary>
    private List<string> MissingBefore(int node)
    {
        for (var at = node; !_placement.Nodes[at].IsRoot && !_placement.Nodes[at].IsEnd && _passed.Add(at); at = _placement.Nodes[at].Parent) _chain.Push(at);
        var missing = new List<string>();
        while (_chain.TryPop(out var at))
        {
            var place = _placement.Nodes[at];
            if (NumberingKinds.IsContainer(place.Kind)) continue;
            var last = _last.GetValueOrDefault((place.Parent, place.Kind, place.List));
            var through = _through.GetValueOrDefault((place.Run, place.Kind));
            if (last == 0 && (through == place.Value - 1 || (through < place.Value && _running.RunThrough(place.Parent, place.Kind)))) last = through;
            if (place.Value - last - 1 is > 0 and var hole && hole <= (_isUndamaged ? LongestPlainHole : LongestHole) && (last > 0 || !_isUndamaged))
            {
                for (var value = last + 1; value < place.Value; value++) missing.Add(_paths.MarkAt(_placement.Nodes.Child(place.Parent, place.Kind, value, list: place.List)));
            }

            if (!_opened.Contains(at)) missing.Add(_paths.MarkAt(at));
            _last[(place.Parent, place.Kind, place.List)] = _through[(place.Run, place.Kind)] = Math.Max(place.Value, last);
        }

        return missing;
    }

    /// <summary>True where a mark stands right behind a unit on its line: that tells also in an undamaged notice that what has no full stop breaks off.</summary>
    private bool RunsIntoMark(UnitDraft unit)
    {
        var next = unit.Pieces[^1] + 1;
        return next < _placement.Pieces.Length && _placement.Pieces[next] is { IsMarked: true, StartsLine: false, Mark.Value: > 1 };
    }

    private static bool BreaksOff(CleanUnit unit)
    {
        if (unit.Kind is not (CleanUnitKind.Clause or CleanUnitKind.Paragraph or CleanUnitKind.Preamble) || unit.Text.Length == 0) return false;
        var last = unit.Text[^1];
        if (Sentences.IsEnd(last) || Sentences.IsClosing(last) || last is '；' or ';' or '：' or ':' or '…' or '—') return false;
        return unit.Text.Contains('，', StringComparison.Ordinal) || (unit.Num is not null && unit.Text.Length > ShortestBroken);
    }
}
