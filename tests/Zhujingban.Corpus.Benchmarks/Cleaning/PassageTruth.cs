using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>A passage whose mark stands nowhere.</summary>
/// <param name="Unit">The unit that it is left of.</param>
/// <param name="Indices">Its code units, of all copies.</param>
/// <param name="MustBeAsked">True when it begins a piece in every copy and numbering shows that its mark is missing.</param>
internal sealed record HomelessPassage(int Unit, IReadOnlyList<int> Indices, bool MustBeAsked);

/// <summary>What of a damaged text has no home that the text tells, and what may be asked about.</summary>
internal sealed class PassageTruth
{
    private readonly bool[] _homeless;
    private readonly bool[] _doubtful;

    private PassageTruth(IReadOnlyList<HomelessPassage> homeless, bool[] isHomeless, bool[] isDoubtful) =>
        (Homeless, _homeless, _doubtful) = (homeless, isHomeless, isDoubtful);

    public IReadOnlyList<HomelessPassage> Homeless { get; }

    /// <summary>True for a code unit of a passage whose mark stands nowhere.</summary>
    public bool IsHomeless(int index) => _homeless[index];

    /// <summary>True for a code unit that only the order within its stream gives a home, or none: a question there is no fault.</summary>
    public bool IsDoubtful(int index) => _doubtful[index];

    public static PassageTruth Of(NoticeTruth truth)
    {
        var (notice, damaged) = (truth.Notice, truth.Damaged);
        var (homeless, doubtful) = (new bool[damaged.Text.Length], new bool[damaged.Text.Length]);
        var places = new Dictionary<int, (List<int> Indices, bool AtSeams)>();
        var (previous, doubt) = (-1, true);
        for (var i = 0; i < damaged.Text.Length; i++)
        {
            if (damaged.Sentence[i] < 0) continue;
            var unit = notice.Sentences[damaged.Sentence[i]].Unit;
            var beginsPiece = previous < 0 || damaged.Piece[previous] != damaged.Piece[i];
            var continues = !beginsPiece && notice.Sentences[damaged.Sentence[previous]].Unit == unit;
            if (beginsPiece || !continues) doubt = (beginsPiece || doubt) && !BeginsWithMark(notice, damaged, i);
            doubtful[i] = doubt;
            var owner = truth.Marks.Owner(unit);
            if (owner >= 0 && !truth.Marks.Stands(owner))
            {
                var (indices, atSeams) = places.GetValueOrDefault(owner, ([], true));
                if (!continues) atSeams &= beginsPiece;
                indices.Add(i);
                places[owner] = (indices, atSeams);
                homeless[i] = doubtful[i] = true;
            }

            previous = i;
        }

        var passages = places.Select(place =>
            new HomelessPassage(place.Key, place.Value.Indices, place.Value.AtSeams && truth.Marks.Certain.Contains(place.Key)));
        return new PassageTruth([.. passages], homeless, doubtful);
    }

    /// <summary>The code units as spans.</summary>
    public static IReadOnlyList<TextSpan> SpansOf(IEnumerable<int> indices) => TextSpans.Flatten(indices.Select(i => TextSpan.At(i, 1)));

    /// <summary>True at the beginning of what anyone can tell the place of: a mark, or a part of the head or foot.</summary>
    private static bool BeginsWithMark(BaseNotice notice, DamagedNotice damaged, int i)
    {
        var sentence = notice.Sentences[damaged.Sentence[i]];
        var unit = notice.Units[sentence.Unit];
        return sentence.Index == 0 && damaged.Offset[i] == 0 && (unit.Num is not null || !unit.IsBody || unit.Path.Count == 0);
    }
}
