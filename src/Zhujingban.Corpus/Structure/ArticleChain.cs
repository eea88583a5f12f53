using System.Numerics;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Chooses, among all places where 第…条 stands, the articles: the chain of numbers whose evidence, less what its holes, repeats
/// and new beginnings cost, is the highest. A sentence may well begin with 第十条规定的…; it is no article because the chain
/// 9, 10, 11 has a better tenth. One pass: each candidate is joined to the best chain that ends a little before its number, or to
/// the best of all.
/// </summary>
/// <param name="candidates">All candidates of a document, in order.</param>
internal sealed class ArticleChain(IReadOnlyList<OrdinalCandidate> candidates)
{
    private const int WidestHole = 8;
    private const double Certain = 40;
    private const double Beginning = 2;
    private const double LateBeginning = 5;
    private const double NewBeginning = 8;
    private const double Repeat = 7;
    private const double Jump = 14;
    private const int None = -1;

    private readonly double[] _scores = new double[candidates.Count];
    private readonly int[] _previous = new int[candidates.Count];
    private readonly Dictionary<int, int> _bestByValue = [];
    private readonly Dictionary<(int Value, int Branch), int> _bestByMark = [];
    private int _best = None;

    /// <summary>Which candidates are articles.</summary>
    public bool[] Choose()
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Mark.Kind == NumberingKind.Article) Join(i);
        }

        var chosen = new bool[candidates.Count];
        if (_best == None || _scores[_best] <= 0) return chosen;
        // 第一条路很长 inside a story: one article alone must begin its line.
        if (_previous[_best] == None && candidates[_best].Place is not (OrdinalPlace.LineStart or OrdinalPlace.Headed) && !candidates[_best].IsCertain) return chosen;
        for (var i = _best; i != None; i = _previous[i]) chosen[i] = true;
        return chosen;
    }

    /// <summary>How much the surroundings of a candidate say for it, as a logarithm of odds.</summary>
    private static double Evidence(in OrdinalCandidate candidate)
    {
        if (candidate.IsCertain) return Certain;
        var place = candidate.Place switch
        {
            OrdinalPlace.Headed => 6.0,
            OrdinalPlace.LineStart or OrdinalPlace.SentenceEnd => 5,
            OrdinalPlace.Marked => 4,
            OrdinalPlace.ClauseEnd => candidate.Mark.Value == 1 ? 3 : 0.5,
            OrdinalPlace.MaybeHeaded => -0.5,
            _ => -4,
        };
        return place - (candidate.IsReference ? 7 : 0) - (candidate.IsQuoted ? 7 : 0);
    }

    private void Join(int i)
    {
        var (value, branch) = (candidates[i].Mark.Value, candidates[i].Mark.Branch);
        var (score, previous) = (value == 1 && branch == 0 ? -Beginning : -LateBeginning, None);
        Try(_best, value == 1 && branch == 0 ? NewBeginning : Jump);
        if (branch > 0) Try(_bestByMark.GetValueOrDefault((value, branch - 1), None), 0);
        else Try(_bestByValue.GetValueOrDefault(value, None), Repeat);
        for (var hole = 0; hole < WidestHole; hole++)
        {
            if (value - 1 - hole <= 0) break;
            Try(_bestByValue.GetValueOrDefault(value - 1 - hole, None), hole == 0 ? 0 : 2 + (2 * BitOperations.Log2((uint)hole + 1)));
        }

        _scores[i] = score + Evidence(candidates[i]);
        _previous[i] = previous;
        Keep(_bestByValue, value, i);
        Keep(_bestByMark, (value, branch), i);
        if (_best == None || _scores[i] > _scores[_best]) _best = i;

        void Try(int from, double cost)
        {
            if (from != None && _scores[from] - cost > score) (score, previous) = (_scores[from] - cost, from);
        }
    }

    private void Keep<TKey>(Dictionary<TKey, int> best, TKey key, int i)
        where TKey : notnull
    {
        if (!best.TryGetValue(key, out var other) || _scores[i] > _scores[other]) best[key] = i;
    }
}
