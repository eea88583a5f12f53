namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what two copies of a damaged notice say differently: a piece that differs in more than a slip of the pen from the one that stands between the
/// same neighbours in another copy (20万条 for 10万条, another 成文日期). Neither is the other's copy, and nothing tells which is right: both
/// belong at the one place.
/// </summary>
internal sealed class DifferingCopies
{
    private const int MostCopies = 4;

    /// <summary>Beside one neighbour that is said again, texts so similar are two versions of one; less, and a seam may lie between them.</summary>
    private const double LeastSimilar = 0.8;

    /// <summary>One of the administrative levels: what may stand in its place is another one.</summary>
    private const char Level = '省';

    private readonly string _text;
    private readonly Placement _placement;
    private readonly PieceComparison _comparison;
    private readonly PieceReading _left = new();
    private readonly PieceReading _right = new();
    private readonly Dictionary<int, int> _found = [];

    private DifferingCopies(string text, Placement placement)
    {
        (_text, _placement, _comparison) = (text, placement, new PieceComparison(text));
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            for (var i = 0; i < placement.Pieces.Length; i++)
            {
                var at = step > 0 ? i : placement.Pieces.Length - 1 - i;
                if (placement.Families.BeforeInFamily[at] < 0 && !_found.ContainsKey(at)) continue;
                foreach (var copy in CopiesOf(at))
                {
                    if (TryAdd(at + step, copy + step, step)) break;
                }
            }
        }
    }

    /// <summary>The placement with such pieces side by side, and for each the one that it differs from.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands) return placement;
        var differing = new DifferingCopies(text, placement)._found;
        if (differing.Count == 0) return placement;
        return placement with { Choices = SideBySide(placement, differing), Differing = differing };
    }

    private IEnumerable<int> CopiesOf(int piece)
    {
        if (_found.TryGetValue(piece, out var first)) yield return first;
        var copy = _placement.Families.BeforeInFamily[piece];
        for (var count = 0; copy >= 0 && count < MostCopies; copy = _placement.Families.BeforeInFamily[copy], count++)
        {
            if (OriginalOf(copy) == OriginalOf(piece)) yield return copy;
        }
    }

    private int OriginalOf(int piece) => _placement.Choices[piece].Of is >= 0 and var of ? of : piece;

    private bool TryAdd(int one, int other, int step)
    {
        if (one < 0 || other < 0 || one >= _placement.Pieces.Length || one == other || _placement.Choices[one].Of >= 0 || _found.ContainsKey(one)) return false;
        var first = OriginalOf(other);
        first = _found.GetValueOrDefault(first, first);
        if (first >= one || !MayDiffer(one, other)) return false;
        if (!IsUnique(_placement.Pieces[one].Kind) && !AreVersions(one, other, step)) return false;
        _found[one] = first;
        return true;
    }

    private bool MayDiffer(int one, int other)
    {
        var families = _placement.Families;
        var (left, right) = (_placement.Pieces[one], _placement.Pieces[other]);
        if (left.Kind != right.Kind || families.FamilyOf(one) == families.FamilyOf(other) || families.IsCutOff(one) || families.IsCutOff(other)) return false;
        return left.Kind is PieceKind.Marked ? left.Mark.Kind == right.Mark.Kind && left.Mark.Value == right.Mark.Value
            : IsUnique(left.Kind) || left.Kind is PieceKind.Sentence or PieceKind.Title or PieceKind.Signature or PieceKind.Attendance;
    }

    /// <summary>A notice has one of it: two beside the same neighbour differ, whatever they say.</summary>
    private static bool IsUnique(PieceKind kind) => kind is PieceKind.Date or PieceKind.DocumentNumber or PieceKind.Addressees;

    /// <summary>True for two texts that are much alike, or that have both neighbours in common and bear one number or name somebody in the foot.</summary>
    private bool AreVersions(int one, int other, int step)
    {
        if (_placement.Pieces[one].Kind is PieceKind.Marked or PieceKind.Signature or PieceKind.Attendance && SayTheSame(one + step, other + step)) return true;
        _left.Read(_text, _placement.Pieces[one].Span);
        _right.Read(_text, _placement.Pieces[other].Span);
        if (PieceComparison.MostSimilar(_left, _right) < LeastSimilar) return false;
        // A notice has one title, so that any word of another one is a version of it.
        return (_placement.Pieces[one].Kind == PieceKind.Title || !HaveEqualEssentials()) && _comparison.Similarity(_left, _right) >= LeastSimilar;
    }

    /// <summary>
    /// True when both have the same numbers, negations and levels, in the same order: what else differs may be slips of the pen, too many to be told.
    /// </summary>
    private bool HaveEqualEssentials()
    {
        var (i, j) = (NextEssential(_left, 0), NextEssential(_right, 0));
        while (i < _left.Letters.Length && j < _right.Letters.Length && _left.Letters[i] == _right.Letters[j])
            (i, j) = (NextEssential(_left, i + 1), NextEssential(_right, j + 1));
        return i == _left.Letters.Length && j == _right.Letters.Length;
    }

    private static int NextEssential(PieceReading piece, int at)
    {
        while (at < piece.Letters.Length && (piece.Kinds[at] & LetterKinds.Number) == 0 && !ProtectedWords.IsNegation(piece.Letters[at]) && !IsLevel(piece.Letters[at])) at++;
        return at;
    }

    private static bool IsLevel(char c) => c == Level || ProtectedWords.AreOpposed(Level, c);

    private bool SayTheSame(int one, int other) => one >= 0 && other >= 0 && one < _placement.Pieces.Length && other < _placement.Pieces.Length
        && one != other && OriginalOf(one) == OriginalOf(other);

    /// <summary>Puts each piece at the place of the one that it differs from; what is inside it goes with it.</summary>
    private static PieceChoice[] SideBySide(Placement placement, Dictionary<int, int> differing)
    {
        var (nodes, choices) = (placement.Nodes, (PieceChoice[])[.. placement.Choices]);
        var moved = new MovedPlaces(nodes);
        foreach (var (piece, first) in differing.OrderBy(pair => pair.Key))
        {
            var (from, to) = (choices[piece].Node, choices[first].Node);
            if (placement.Pieces[piece].IsMarked)
            {
                if (nodes[from] with { Again = 0 } != nodes[to] with { Again = 0 }) moved.Move(from, moved[to]);
                continue;
            }

            // A foot that was taken for a part of the head shows its place where the other copy has it.
            if (placement.Pieces[piece].Kind == PieceKind.Date && nodes[from].IsEnd) choices[first] = choices[first] with { Node = to = from };
            choices[piece] = choices[piece] with { Node = to };
        }

        for (var i = 0; i < choices.Length; i++) choices[i] = choices[i] with { Node = moved[choices[i].Node] };
        return choices;
    }
}
