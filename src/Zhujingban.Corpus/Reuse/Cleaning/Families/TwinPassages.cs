using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds passages that say what another one says but for what matters in one of their sentences: a number, a negation, a level, a name, or the number that they bear.
/// Such a passage is no copy, and neither are its other sentences, however well they agree. What stands with these on the line of yet another number is that one's own, too.
/// </summary>
internal sealed class TwinPassages
{
    private const int MostMates = 8;
    private const int MostSentences = 32;

    /// <summary>Sentences so similar are versions of one.</summary>
    private const double LeastSimilar = 0.8;

    private readonly string _text;
    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly PieceComparison _comparison;
    private readonly PieceReading _left = new();
    private readonly PieceReading _right = new();
    private readonly HashSet<(int, int)> _compared = [];

    /// <summary>By what it says, a sentence that differs in what matters, and the one that it differs from.</summary>
    private readonly Dictionary<int, int> _versions = [];

    /// <summary>For each piece of such a passage what the sentence says that makes it another one.</summary>
    private readonly Dictionary<int, int> _passages = [];

    /// <summary>Of these passages the ones that only share what the others have in common.</summary>
    private readonly HashSet<int> _others = [];

    private TwinPassages(string text, NoticePiece[] pieces, PieceFamilies families) =>
        (_text, _pieces, _families, _comparison) = (text, pieces, families, new PieceComparison(text));

    /// <summary>The pieces of such passages that say what others say, each with what the sentence says that makes its passage another one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public static IReadOnlyDictionary<int, int> Find(string text, NoticePiece[] pieces, PieceFamilies families)
    {
        var twins = new TwinPassages(text, pieces, families);
        for (var at = 0; at < pieces.Length; at++)
        {
            if (!twins.IsText(at)) continue;
            foreach (var mate in twins.MatesOf(at))
            {
                twins.TryAdd(at - 1, mate - 1);
                twins.TryAdd(at + 1, mate + 1);
            }
        }

        for (var at = 0; at < pieces.Length && twins._versions.Count > 0; at++)
        {
            if (twins._versions.TryGetValue(families.FamilyOf(at), out var of)) twins.Take(at, of);
        }

        if (twins._passages.Count > 0) twins.TakeOthers();
        return twins._passages;
    }

    private void TryAdd(int one, int other)
    {
        if (!IsText(one) || !IsText(other) || one == other || _families.FamilyOf(one) == _families.FamilyOf(other)) return;
        var (version, of) = _families.FamilyOf(one) > _families.FamilyOf(other) ? (one, other) : (other, one);
        if (_versions.ContainsKey(_families.FamilyOf(version)) || !_compared.Add((version, of))) return;
        if (AreVersions(version, of)) _versions.Add(_families.FamilyOf(version), of);
    }

    private bool AreVersions(int version, int of)
    {
        var (one, other) = (_pieces[version], _pieces[of]);
        _left.Read(_text, Bare(one));
        _right.Read(_text, Bare(other));
        if (PieceComparison.MostSimilar(_left, _right) < LeastSimilar) return false;
        var areEqual = _left.Letters.SequenceEqual(_right.Letters);
        if (!areEqual && _comparison.Similarity(_left, _right) < LeastSimilar) return false;
        var haveTwoNumbers = one.IsMarked && other.IsMarked && (one.Mark.Kind, one.Mark.Value) != (other.Mark.Kind, other.Mark.Value);
        return haveTwoNumbers ? !AgreeAround(version, of) : !areEqual && _comparison.Contradict(_left, _right) && IsWholeUnit(version, of);
    }

    /// <summary>A piece without its mark. The mark of a piece whose line was cut in it stands elsewhere.</summary>
    private static TextSpan Bare(in NoticePiece piece) =>
        piece.IsMarked && piece.Mark.Span.End > piece.Span.Start && piece.Mark.Span.End < piece.Span.End ? piece.Span with { Start = piece.Mark.Span.End } : piece.Span;

    /// <summary>
    /// True where what agrees around the two is one unit and no more: two copies of a page agree beyond it, and then the one says differently what the other says.
    /// </summary>
    private bool IsWholeUnit(int version, int of)
    {
        var (first, last) = (version - Agree(version, of, -1), version + Agree(version, of, 1));
        var shift = of - version;
        // A regulation has an article once; an item with one number may stand under two headings.
        var goesBack = AreAlike(first - 1, first - 1 + shift) || (_pieces[first].IsMarked && _pieces[first].Mark.Kind == NumberingKind.Article);
        var goesOn = AreAlike(last + 1, last + 1 + shift);
        return !goesOn && !goesBack && (BeginsUnit(first) || BeginsUnit(last + 1));
    }

    /// <summary>True where the units before and behind two others agree: one of their numbers is a slip.</summary>
    private bool AgreeAround(int one, int other) => AreAlike(one - 1, other - 1) && Agree(one, other, 1) is var count && AreAlike(one + count + 1, other + count + 1);

    /// <summary>How many sentences of the unit that two sentences stand in agree, going one way.</summary>
    private int Agree(int one, int other, int step)
    {
        for (var count = 0; ; count++)
        {
            var (at, of) = (one + (count * step), other + (count * step));
            if (count == MostSentences || (step < 0 ? AreParted(at, of) : AreParted(at + 1, of + 1)) || !SayTheSame(at + step, of + step)) return count;
        }
    }

    /// <summary>True where a unit or a paragraph begins, in both where only the line tells.</summary>
    private bool AreParted(int one, int other) =>
        one < _pieces.Length && other < _pieces.Length && (_pieces[one].IsMarked || _pieces[other].IsMarked || (_pieces[one].StartsLine && _pieces[other].StartsLine));

    private bool BeginsUnit(int at) => at == _pieces.Length || _pieces[at].StartsLine || _pieces[at].IsMarked || _pieces[at].IsFrame;

    /// <summary>Takes the sentences around a version that stand around the other one too.</summary>
    private void Take(int version, int of)
    {
        var passage = _families.FamilyOf(version);
        foreach (var original in MatesOf(of).Prepend(of))
        {
            for (var at = version - Agree(version, original, -1); at <= version + Agree(version, original, 1); at++)
            {
                if (at != version) _passages.TryAdd(at, passage);
            }
        }
    }

    /// <summary>Takes what these passages share on the line of yet another number: it is no more that one's copy than theirs.</summary>
    private void TakeOthers()
    {
        var shared = _passages.Keys.Select(_families.FamilyOf).ToHashSet();
        var known = _versions.Keys.Concat(_versions.Values.Select(_families.FamilyOf)).ToHashSet();
        for (var at = 1; at < _pieces.Length; at++)
        {
            if (_passages.ContainsKey(at) || _pieces[at].IsMarked || _pieces[at].StartsLine || !IsText(at) || !shared.Contains(_families.FamilyOf(at))) continue;
            if (_passages.TryGetValue(at - 1, out var passage) && _others.Contains(passage)) _passages.Add(at, passage);
            else if (_pieces[at - 1].IsMarked && IsText(at - 1) && !_families.IsCutOff(at - 1) && !known.Contains(_families.FamilyOf(at - 1)) && !shared.Contains(_families.FamilyOf(at - 1)))
            {
                _others.Add(_families.FamilyOf(at - 1));
                _passages.Add(at, _families.FamilyOf(at - 1));
            }
        }
    }

    /// <summary>True for two pieces of any kind that say the same.</summary>
    private bool AreAlike(int one, int other) => one >= 0 && other >= 0 && one < _pieces.Length && other < _pieces.Length && one != other && _families.FamilyOf(one) == _families.FamilyOf(other);

    private bool SayTheSame(int one, int other) => IsText(one) && IsText(other) && AreAlike(one, other);

    /// <summary>True for a whole sentence: its mark may be missing.</summary>
    private bool IsText(int at) => at >= 0 && at < _pieces.Length && _pieces[at].Kind is PieceKind.Marked or PieceKind.Sentence
        && (!_families.IsCutOff(at) || _families.Compare(at, at).Reason == LikenessReasons.MarkMissing);

    private IEnumerable<int> MatesOf(int piece)
    {
        var mate = _families.BeforeInFamily[piece];
        for (var count = 0; mate >= 0 && count < MostMates; mate = _families.BeforeInFamily[mate], count++) yield return mate;
    }
}
