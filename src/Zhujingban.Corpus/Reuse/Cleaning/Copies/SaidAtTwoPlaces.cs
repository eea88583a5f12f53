using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Gives sentences their second place back that were taken for copies of what a sentence elsewhere says, however long they are: a notice may say the same under
/// two headings. Such a sentence stands between two others that follow each other in the notice without it and nowhere in the source, so that there is
/// no seam on either side of it, or goes on with another one on its line; and neither of them, nor what its stream has beside it, stands beside the other one.
/// </summary>
internal sealed class SaidAtTwoPlaces
{
    /// <summary>So many sentences in a row are said again under another heading: items of two lists.</summary>
    private const int MostInRow = 4;

    private const int MostCopies = 16;
    private const int FewestShown = 3;

    /// <summary>Neighbours so similar are copies that differ in too much to be known for copies.</summary>
    private const double LeastSimilar = 0.7;

    private const int Nothing = -1;

    private readonly Placement _placement;
    private readonly PieceChoice[] _choices;
    private readonly PieceComparison _comparison;
    private readonly string _text;
    private readonly PieceReading _left = new();
    private readonly PieceReading _right = new();

    private readonly ILookup<int, int> _copies;
    private readonly NoticeNeighbours _neighbours;

    /// <summary>What has a place of its own, by what it says and the places of what stands beside it.</summary>
    private readonly Dictionary<(int Family, int Before, int Behind), int> _twins = [];

    private SaidAtTwoPlaces(string text, Placement placement)
    {
        (_text, _placement, _comparison, _choices) = (text, placement, new PieceComparison(text), [.. placement.Choices]);
        _copies = placement.Copies();
        _neighbours = new NoticeNeighbours(placement, _copies);
    }

    /// <summary>The placement with such sentences at both places.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands) return placement;
        var places = new SaidAtTwoPlaces(text, placement);
        var foundAny = false;
        foreach (var copies in places._copies)
        {
            if (placement.Pieces[copies.Key].Kind is PieceKind.Marked or PieceKind.Sentence) foundAny |= places.Settle([copies.Key, .. copies.Take(MostCopies)]);
        }

        return foundAny ? placement with { Choices = places._choices } : placement;
    }

    private bool Settle(int[] said)
    {
        var before = Array.FindAll(said, IsBeforeItsMark);
        var home = Array.FindAll(said, piece => _neighbours.IsAtHome(piece) && !(before.Length > 1 && before.Contains(piece)));
        if (home.Length == said.Length || !_neighbours.IsFirmHome(home)) return false;
        if (before.Length > 1) return PartBeforeMark(said, before);
        var away = said.Except(home).Where(piece => !Array.Exists(home, other => _neighbours.AreBesideTheSame(piece, other) || AreBesideAlike(piece, other))).ToList();
        var (areMany, parted) = (said.Length > MostCopies, false);
        foreach (var piece in away.ToArray())
        {
            if (!away.Contains(piece) || !IsText(piece) || IsBesideItself(piece)) continue;
            var goesOn = GoesOnOnLine(piece);
            if ((goesOn ? piece - 1 : AnchorOf(piece)) is not (>= 0 and var anchor) || PlaceOf(piece, anchor) is not { } place) continue;
            var twin = away.FindAll(other => other == piece || _neighbours.AreBesideTheSame(other, piece));
            away.RemoveAll(twin.Contains);
            // Shown once at each place, it may as well be a line that strayed, or a sentence of the other stream that stands between two neighbours.
            if (!goesOn && twin.Count + home.Length < FewestShown && (_placement.Pieces[piece].StartsLine || _neighbours.AreBrokenApart)) continue;
            // Those that are not looked at say again what is kept.
            if (areMany && twin.Contains(said[0])) continue;
            var key = (_placement.Families.FamilyOf(piece), _neighbours.RankOf(piece - 1), _neighbours.RankOf(piece + 1));
            Part(said, _twins.TryGetValue(key, out var known) ? known : _twins[key] = piece, twin, place);
            said = [said.First(other => _choices[other].Of < 0 && !twin.Contains(other)), .. said.Where(other => _choices[other].Of >= 0 && !twin.Contains(other))];
            parted = true;
        }

        return parted;
    }

    /// <summary>True for a sentence that goes on with the one before it on its line, where no stream breaks another one with several: alone it is no stream's piece.</summary>
    private bool GoesOnOnLine(int piece) => !_neighbours.AreBrokenApart && piece > 0 && _placement.Pieces[piece] is { IsMarked: false, StartsLine: false } && IsText(piece - 1);

    /// <summary>True for an unnumbered sentence right before a number that says the same: where two copies have them so, the one ends the unit before the other.</summary>
    private bool IsBeforeItsMark(int piece) => piece > 0 && !_placement.Pieces[piece].IsMarked && _neighbours.RankOf(piece + 1) == _neighbours.RankOf(piece) && _placement.Pieces[piece + 1].IsMarked
        && IsText(piece - 1) && _neighbours.RankOf(piece - 1) != _neighbours.RankOf(piece);

    private bool PartBeforeMark(int[] said, int[] before)
    {
        var twin = Array.FindAll(before, piece => _neighbours.RankOf(piece - 1) == _neighbours.RankOf(before[0] - 1));
        if (twin.Length < 2 || twin.Contains(said[0])) return false;
        Part(said, twin[0], [.. twin], _choices[twin[0] - 1] with { Of = Nothing });
        return true;
    }

    /// <summary>True for what stands twice on end: a copy that begins there. What has a number of its own beside what has none is no such copy.</summary>
    private bool IsBesideItself(int piece) => IsItself(piece, piece - 1) || IsItself(piece, piece + 1);

    private bool IsItself(int piece, int beside) => _neighbours.RankOf(beside) == _neighbours.RankOf(piece) && _placement.Pieces[beside].IsMarked == _placement.Pieces[piece].IsMarked;

    /// <summary>
    /// The piece before one that stands, with up to a few others that stand elsewhere too, between two that follow each other in the notice; -1 for another.
    /// </summary>
    private int AnchorOf(int piece)
    {
        for (var count = 1; count <= MostInRow; count++)
        {
            for (var first = Math.Max(1, piece - count + 1); first <= piece && first + count < _choices.Length; first++)
            {
                var (before, behind) = (first - 1, first + count);
                if (_neighbours.Follow(before, behind) && MayStandBeside(before) && MayStandBeside(behind) && IsWithoutSeam(before, behind)) return before;
            }
        }

        return Nothing;
    }

    /// <summary>
    /// True when no other copy of what stands before or behind shows something else there, or one shows the same: a stream may be broken by one sentence of the other.
    /// </summary>
    private bool IsWithoutSeam(int before, int behind)
    {
        if (_neighbours.Meet(before, behind)) return false;
        var others = OthersBeside(before, 1).Concat(OthersBeside(behind, -1)).ToList();
        return others.Contains(true) || !others.Contains(false);
    }

    /// <summary>For each other copy of a piece whether it has the same beside it.</summary>
    private IEnumerable<bool> OthersBeside(int piece, int step) => _copies[_neighbours.KeptOf(piece)].Take(MostCopies).Append(_neighbours.KeptOf(piece))
        .Where(copy => copy != piece && copy + step >= 0 && copy + step < _choices.Length && IsText(copy)).Select(copy => _placement.Families.FamilyOf(copy + step) == _placement.Families.FamilyOf(piece + step));

    /// <summary>The head of a page that begins again stands beside anything, and so does what is cut off.</summary>
    private bool MayStandBeside(int piece) => !_placement.Pieces[piece].IsHead && (_placement.Pieces[piece].IsFrame || IsText(piece));

    /// <summary>True for a whole sentence: its mark may be missing, for that is no part of it.</summary>
    private bool IsText(int piece) => _placement.Pieces[piece].Kind is PieceKind.Marked or PieceKind.Sentence
        && (!_placement.Families.IsCutOff(piece) || _placement.Families.Compare(piece, piece).Reason == LikenessReasons.MarkMissing);

    private bool AreBesideAlike(int one, int other) => AreAlike(one - 1, other - 1) || AreAlike(one + 1, other + 1);

    private bool AreAlike(int one, int other)
    {
        if (one < 0 || other < 0 || one >= _choices.Length || other >= _choices.Length || one == other) return false;
        _left.Read(_text, _placement.Pieces[one].Span);
        _right.Read(_text, _placement.Pieces[other].Span);
        return _comparison.Similarity(_left, _right) >= LeastSimilar;
    }

    /// <summary>The place behind what stands before a piece: the one that its number is due for; null where another number is.</summary>
    private PieceChoice? PlaceOf(int piece, int anchor)
    {
        var before = piece - 1;
        while (before > anchor && _choices[before].Of >= 0) before--;
        var (nodes, place) = (_placement.Nodes, _choices[before] with { Of = Nothing });
        if (!_placement.Pieces[piece].IsMarked) return place;
        var mark = _placement.Pieces[piece].Mark;
        if (NumberingKinds.IsContainer(mark.Kind) || nodes[place.Node].IsEnd) return null;
        var holder = nodes.HolderOf(mark.Kind, place.Node);
        return nodes.NumberUnder(holder, mark.Kind, place.Node) == mark.Value - 1 ? place with { Node = nodes.Child(holder, mark.Kind, mark.Value, mark.Branch) } : null;
    }

    /// <summary>Puts some of those that say one thing at a place of their own; where the one that is kept is among them, another one is kept for the rest.</summary>
    private void Part(int[] said, int kept, List<int> twin, PieceChoice place)
    {
        if (twin.Contains(said[0]))
        {
            var rest = Array.FindAll(said, piece => !twin.Contains(piece));
            _choices[rest[0]] = _choices[rest[0]] with { Of = Nothing };
            foreach (var piece in rest.Skip(1)) _choices[piece] = _choices[piece] with { Of = rest[0] };
        }

        foreach (var piece in twin) _choices[piece] = new PieceChoice(place.Node, piece == kept ? Nothing : kept, piece == kept ? place.Stream : _choices[piece].Stream);
    }
}
