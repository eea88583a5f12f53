using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds where a text begins again further back and says once more, without a break, all that it has said since: a page that was taken twice, pages that
/// overlap, a head over a head, windows of sentences in order. Only what stands right behind its like counts; no notice says a passage twice on end.
/// </summary>
internal sealed class Restarts
{
    /// <summary>A formula stands at many places; a restart goes back to one of the nearest.</summary>
    private const int MostPlaces = 8;

    /// <summary>What is shorter may be a cell of a table, or 第一条 删去。</summary>
    private const int ShortestUnit = 10;

    private const int ShortestLine = 5;

    /// <summary>How many comparisons a piece pays for, whatever the text.</summary>
    private const int WorkOfPiece = 64;

    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly List<int> _kept = [];
    private readonly Dictionary<int, List<int>> _places = [];
    private readonly int _turn;
    private long _work;
    private bool _hasUnits;
    private bool _everyLine;

    private Restarts(NoticePiece[] pieces, PieceFamilies families, int turn) =>
        (_pieces, _families, _turn, _work) = (pieces, families, turn, (long)WorkOfPiece * pieces.Length);

    /// <summary>For each piece the one that it says again at a restart, -1 for what it says first; null when nothing begins again.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    /// <param name="turn">The piece that the text begins with, where the pieces before it are read first; -1 otherwise.</param>
    public static int[]? Find(NoticePiece[] pieces, PieceFamilies families, int turn)
    {
        var restarts = new Restarts(pieces, families, turn);
        var of = restarts.FindAll();
        if (!restarts._hasUnits) return of;
        // Where units stand twice on end, other lines that do so are no refrain.
        return new Restarts(pieces, families, turn) { _everyLine = true }.FindAll();
    }

    private int[]? FindAll()
    {
        int[]? of = null;
        for (var piece = 0; piece < _pieces.Length;)
        {
            var from = BeginsAgain(piece);
            if (from < 0)
            {
                Keep(piece++);
                continue;
            }

            if (of is null) Array.Fill(of = new int[_pieces.Length], -1);
            for (var kept = from; kept < _kept.Count; kept++) of[piece++] = _kept[kept];
        }

        return of;
    }

    private void Keep(int piece)
    {
        if (_families.HasCopies(piece))
        {
            var family = _families.FamilyOf(piece);
            if (!_places.TryGetValue(family, out var places)) _places[family] = places = [];
            places.Add(_kept.Count);
        }

        _kept.Add(piece);
    }

    /// <summary>The place among what is kept where the text has gone back to before a piece; -1 for none.</summary>
    private int BeginsAgain(int piece)
    {
        if (!_families.HasCopies(piece) || !_places.TryGetValue(_families.FamilyOf(piece), out var places)) return -1;
        for (var i = places.Count - 1; i >= 0 && places.Count - i <= MostPlaces; i--)
        {
            if (SaysAllAgain(places[i], piece)) return places[i];
        }

        return -1;
    }

    private bool SaysAllAgain(int from, int piece)
    {
        var count = _kept.Count - from;
        if (piece + count > _pieces.Length) return false;
        var (weight, hasHead) = (0, false);
        for (var i = 0; i < count; i++)
        {
            var (one, other) = (_kept[from + i], piece + i);
            if (--_work < 0 || !AreCopies(one, other, count > 1 && (i == 0 || i == count - 1))) return false;
            weight += Math.Min(_families.Traits.Weights[one], _families.Traits.Weights[other]);
            hasHead |= _pieces[one].IsHead;
        }

        if (count == 1 && IsNear(from, piece)) return false;
        // Where the text begins, what stands at its end may be little; and no unit stands twice on end with its number.
        if (hasHead || weight >= PlacementCosts.ShortItem || piece == _turn) return true;
        var isUnit = weight >= ShortestUnit && IsUnit(_pieces[piece]);
        _hasUnits |= isUnit;
        return isUnit || (_everyLine && weight >= ShortestLine && _pieces[piece].StartsLine);
    }

    private static bool IsUnit(in NoticePiece piece) => piece is { IsMarked: true, StartsLine: true } && !NumberingKinds.IsContainer(piece.Mark.Kind);

    /// <summary>True for two sentences on end that differ in a letter: 氯气泄漏的…, 氮气泄漏的…. Only in a longer repeat it is a slip.</summary>
    private bool IsNear(int from, int piece) => _families.Compare(_kept[from], piece).Reason is LikenessReasons.CharacterDiffers or LikenessReasons.CharacterMissing;

    /// <summary>True for two copies; a sentence that is cut off stands only where the text stops or begins again, beside others that are whole.</summary>
    private bool AreCopies(int one, int other, bool isOuter) =>
        _families.FamilyOf(one) == _families.FamilyOf(other) && _families.AreCopies(one, other)
        && (isOuter || (IsWhole(one) && IsWhole(other)));

    /// <summary>A sentence that another one says with a mark in front is whole.</summary>
    private bool IsWhole(int piece) => !_families.IsCutOff(piece) || _families.Compare(piece, piece).Reason == LikenessReasons.MarkMissing;
}
