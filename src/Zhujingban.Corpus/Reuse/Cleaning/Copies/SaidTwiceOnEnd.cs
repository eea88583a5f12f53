namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Keeps what of the head and foot every copy of a notice says twice on end: a scraper begins again at another place each time, so that the notice itself says it twice, as
/// collections do that print a title over the document, title and all.
/// </summary>
internal static class SaidTwiceOnEnd
{
    private const int LeastPairs = 2;

    /// <summary>The placement with both pieces of such pairs.</summary>
    public static Placement Settle(Placement placement)
    {
        if (placement.AsItStands) return placement;
        var pairs = Pairs(placement);
        var choices = (PieceChoice[])[.. placement.Choices];
        foreach (var (first, seconds) in pairs)
        {
            var own = seconds[0];
            choices[own] = choices[own] with { Of = -1, Stream = choices[own - 1].Stream };
            foreach (var second in seconds.Skip(1)) choices[second] = choices[second] with { Of = own };
        }

        return placement with { Choices = choices };
    }

    /// <summary>By what they say first, the later pieces of all pairs, where nothing says it but pairs.</summary>
    private static Dictionary<int, List<int>> Pairs(Placement placement)
    {
        var (pairs, alone) = (new Dictionary<int, List<int>>(), new HashSet<int>());
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            var of = Original(placement, i);
            if (i > 0 && Original(placement, i - 1) == of)
            {
                alone.Add(of);
                continue;
            }

            if (i + 1 < placement.Choices.Length && placement.Pieces[i].IsFrame && Original(placement, i + 1) == of && placement.Choices[i + 1].Of == of)
            {
                if (!pairs.TryGetValue(of, out var seconds)) pairs[of] = seconds = [];
                seconds.Add(++i);
            }
            else
            {
                alone.Add(of);
            }
        }

        return pairs.Where(pair => pair.Value.Count >= LeastPairs && !alone.Contains(pair.Key)).ToDictionary();
    }

    private static int Original(Placement placement, int piece) => placement.Choices[piece].Of is >= 0 and var of ? of : piece;
}
