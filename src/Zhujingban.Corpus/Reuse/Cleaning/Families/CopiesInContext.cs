using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds copies with slips of the pen that make another word (预算 for 决算), which sentences by themselves do not show to be slips: the sentence
/// behind one that is said again is nearly the sentence behind the other copy, and bears the same mark, the more so where the one behind both is the same again; or they
/// bear the number of an article, which a regulation has once.
/// </summary>
internal sealed class CopiesInContext
{
    private const int MostCopies = 4;
    private const int MostTitles = 2;

    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly string _text;
    private readonly PieceComparison _comparison;
    private readonly PieceReading _left = new();
    private readonly PieceReading _right = new();
    private readonly Dictionary<int, int> _joined = [];
    private readonly List<PieceCopy> _found = [];

    private CopiesInContext(string text, NoticePiece[] pieces, PieceFamilies families) =>
        (_text, _pieces, _families, _comparison) = (text, pieces, families, new PieceComparison(text));

    /// <summary>The copies.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public static IReadOnlyList<PieceCopy> Find(string text, NoticePiece[] pieces, PieceFamilies families)
    {
        var copies = new CopiesInContext(text, pieces, families);
        copies.FindBesideCopies(1);
        copies.FindBesideCopies(-1);
        if (copies.IsOneRegulation()) copies.FindArticles();
        return copies._found;
    }

    private void FindBesideCopies(int step)
    {
        for (var at = step > 0 ? 0 : _pieces.Length - 1; at + step >= 0 && at + step < _pieces.Length; at += step)
        {
            foreach (var copy in CopiesOf(at))
            {
                var (one, other) = (at + step, copy + step);
                if (TryAdd(one, other, SayTheSame(one + step, other + step) ? SlipContext.SameUnit : SlipContext.Neighbours)) break;
            }
        }
    }

    private void FindArticles()
    {
        for (var at = 0; at < _pieces.Length; at++)
        {
            if (!_pieces[at].IsMarked || _pieces[at].Mark.Kind != NumberingKind.Article) continue;
            var other = _families.Traits.BeforeWithMark[at];
            for (var count = 0; other >= 0 && count < MostCopies && !TryAdd(at, other, SlipContext.SameUnit); other = _families.Traits.BeforeWithMark[other]) count++;
        }
    }

    private bool TryAdd(int one, int other, SlipContext context)
    {
        if (!MayBeCopies(one, other, context)) return false;
        _left.Read(_text, _pieces[one].Span);
        _right.Read(_text, _pieces[other].Span);
        if (_comparison.InContext(_left, _right, context) is not { } likeness) return false;
        var (first, second) = (RootOf(one), RootOf(other));
        _joined[Math.Max(first, second)] = Math.Min(first, second);
        _found.Add(new PieceCopy(one, other, likeness.Similarity, likeness.Reason));
        return true;
    }

    /// <summary>
    /// True when a notice has no more titles than its own and that of one regulation: then there is one 第三条, and what bears its mark is another copy
    /// of it. Of two regulations the first articles may differ in a word that matters.
    /// </summary>
    private bool IsOneRegulation()
    {
        var titles = new HashSet<int>();
        for (var i = 0; i < _pieces.Length && titles.Count <= MostTitles; i++)
        {
            if (_pieces[i].Kind == PieceKind.Title) titles.Add(RootOf(i));
        }

        return titles.Count <= MostTitles;
    }

    private IEnumerable<int> CopiesOf(int piece)
    {
        if (_joined.TryGetValue(_families.FamilyOf(piece), out var known)) yield return known;
        var copy = _families.BeforeInFamily[piece];
        for (var count = 0; copy >= 0 && count < MostCopies; copy = _families.BeforeInFamily[copy], count++) yield return copy;
    }

    /// <summary>The first piece of all that say what a piece says.</summary>
    private int RootOf(int piece)
    {
        var root = _families.FamilyOf(piece);
        for (; _joined.TryGetValue(root, out var first); root = first)
        {
            if (_joined.TryGetValue(first, out var next)) _joined[root] = next;
        }

        return root;
    }

    private bool SayTheSame(int one, int other) => IsPiece(one) && IsPiece(other) && one != other && RootOf(one) == RootOf(other);

    private bool IsPiece(int at) => at >= 0 && at < _pieces.Length;

    private bool MayBeCopies(int one, int other, SlipContext context)
    {
        if (!IsPiece(one) || !IsPiece(other) || RootOf(one) == RootOf(other) || _pieces[one].Kind != _pieces[other].Kind) return false;
        if (_families.IsCutOff(one) || _families.IsCutOff(other)) return false;
        // What is said twice each way is no slip; with less to go by, what is said twice at all.
        if (context == SlipContext.SameUnit ? HasCopies(one) && HasCopies(other) : HasCopies(one) || HasCopies(other)) return false;
        if (_pieces[one].Kind is not (PieceKind.Marked or PieceKind.Sentence or PieceKind.Title)) return false;
        return !_pieces[one].IsMarked || (_pieces[one].Mark.Kind == _pieces[other].Mark.Kind && _pieces[one].Mark.Value == _pieces[other].Mark.Value);
    }

    private bool HasCopies(int piece) => _families.HasCopies(piece) || _joined.ContainsKey(_families.FamilyOf(piece));
}
