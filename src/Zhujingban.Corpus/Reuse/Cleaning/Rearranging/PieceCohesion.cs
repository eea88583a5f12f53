namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// How much pieces of a notice have in common: pairs of neighbouring Chinese characters, each counting for more the fewer pieces have it. Pairs stand for words, so that
/// no words need be told apart.
/// </summary>
internal sealed class PieceCohesion
{
    /// <summary>What tells nothing: a part of the head or foot, the same once more, a numbered piece and one that has much of it.</summary>
    public const float Nothing = -1;

    /// <summary>More in common than this is as good as this.</summary>
    private const double Most = 0.3;

    /// <summary>With more in common than this a numbered piece and another one are like units of two lists: alike wherever they stand.</summary>
    private const double LikeUnits = 0.5;

    private const float NotAsked = float.NaN;

    private readonly NoticePiece[] _pieces;
    private readonly NoticeRow _row;

    /// <summary>For each piece which of the row's says it; -1 for a part of the head or foot.</summary>
    private readonly int[] _ids;

    /// <summary>For each piece of the row its pairs of characters in order, and how much they count for together.</summary>
    private readonly int[][] _pairs;
    private readonly double[] _weights;
    private readonly List<double> _weightOfPair = [];
    private readonly float[] _known;

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="row">What stands for each: copies are read once. Time and memory grow with the square of its length.</param>
    public PieceCohesion(string text, NoticePiece[] pieces, NoticeRow row)
    {
        (_pieces, _row) = (pieces, row);
        var places = row.Places();
        _ids = Array.ConvertAll(row.Said, piece => pieces[piece].IsFrame ? -1 : places[piece]);
        _pairs = PairsOf(text);
        _weights = Array.ConvertAll(_pairs, pairs => pairs.Sum(pair => _weightOfPair[pair]));
        _known = new float[row.Pieces.Length * row.Pieces.Length];
        Array.Fill(_known, NotAsked);
    }

    /// <summary>From 0 to 1 how much two pieces have in common, or <see cref="Nothing"/>.</summary>
    public float Of(int one, int other)
    {
        var (a, b) = (_ids[one], _ids[other]);
        if (a < 0 || b < 0 || a == b) return Nothing;
        ref var known = ref _known[(a * _pairs.Length) + b];
        if (float.IsNaN(known)) known = _known[(b * _pairs.Length) + a] = Compare(a, b);
        return known;
    }

    private int[][] PairsOf(string text)
    {
        var (ids, count) = (new Dictionary<(char, char), int>(), new List<int>());
        var pairs = new int[_row.Pieces.Length][];
        var found = new HashSet<int>();
        for (var at = 0; at < pairs.Length; at++)
        {
            var span = _pieces[_row.Pieces[at]].Span;
            for (var i = span.Start; i + 1 < span.End; i++)
            {
                if (!IsChinese(text[i]) || !IsChinese(text[i + 1])) continue;
                if (ids.TryAdd((text[i], text[i + 1]), count.Count)) count.Add(0);
                found.Add(ids[(text[i], text[i + 1])]);
            }

            pairs[at] = [.. found.Order()];
            foreach (var pair in found) count[pair]++;
            found.Clear();
        }

        _weightOfPair.AddRange(count.Select(pieces => Math.Log((pairs.Length + 1.0) / pieces)));
        return pairs;
    }

    private static bool IsChinese(char c) => char.IsBetween(c, '\u4E00', '\u9FFF');

    private float Compare(int one, int other)
    {
        var (pairs, others, shared) = (_pairs[one], _pairs[other], 0.0);
        for (int i = 0, j = 0; i < pairs.Length && j < others.Length;)
        {
            var order = pairs[i].CompareTo(others[j]);
            if (order == 0) shared += _weightOfPair[pairs[i]];
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        // One more: what two headings of four characters share proves little.
        var cohesion = shared / (Math.Sqrt(_weights[one] * _weights[other]) + 1);
        var isNumbered = _pieces[_row.Pieces[one]].IsMarked || _pieces[_row.Pieces[other]].IsMarked;
        return isNumbered && cohesion > LikeUnits ? Nothing : (float)(Math.Min(cohesion, Most) / Most);
    }
}
