using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>The part of a page that is the document's own text.</summary>
/// <param name="First">Its first line.</param>
/// <param name="End">The first line behind it.</param>
/// <param name="IsAround">True for each line of the page that stands in an element named as boilerplate.</param>
internal sealed record HtmlBody(int First, int End, bool[] IsAround)
{
    /// <summary>An element with this share of the text may be the body by its name.</summary>
    private const double NamedShare = 0.3;

    /// <summary>An element with this share of the text is the body without a name.</summary>
    private const double HeavyShare = 0.7;

    /// <summary>An element with this share of another's text holds its text.</summary>
    private const double InnerShare = 0.8;

    /// <summary>What stands beside the body and is no more than this share of it may belong to it.</summary>
    private const double BesideShare = 0.3;

    /// <summary>Sentences weigh more than names, titles and slogans.</summary>
    private const int SentenceWeight = 4;

    /// <summary>Finds the body: by the names that elements have, else by where the text is.</summary>
    public static HtmlBody Find(RenderedPage page, IReadOnlyList<HtmlMetadataGroup> metadata)
    {
        var weights = WeightsOf(page, metadata);
        var all = SumsOf(weights);
        var around = new bool[page.Lines.Count];
        foreach (var region in page.Regions)
        {
            // Wrappers of whole pages are forms, or named for what else they hold.
            if (region.Mark != RegionMark.Boilerplate || WeightOf(region, all) * 2 > all[^1]) continue;
            Array.Fill(around, true, region.First, region.End - region.First);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (around[i]) weights[i] = 0;
        }

        var sums = SumsOf(weights);
        var found = sums[^1] == 0 ? 0 : Climb(page, Named(page, sums) ?? Heaviest(page, sums), weights, sums);
        return new HtmlBody(page.Regions[found].First, page.Regions[found].End, around);
    }

    /// <summary>True when there is no sentence in the body, but a picture: the document is a scan.</summary>
    public bool IsPictures(RenderedPage page)
    {
        if (!page.Pictures.Exists(line => line >= First && line <= End)) return false;
        for (var i = First; i < End; i++)
        {
            if (page.Lines[i].Reason is null && page.Of(page.Lines[i]).IndexOfAny('。', '；', '，') >= 0) return false;
        }

        return true;
    }

    private static int? Named(RenderedPage page, long[] sums)
    {
        var best = -1;
        for (var i = 0; i < page.Regions.Count; i++)
        {
            var weight = WeightOf(page.Regions[i], sums);
            if (page.Regions[i].Mark != RegionMark.Content || weight == 0 || weight < NamedShare * sums[^1]) continue;
            var inside = best >= 0 && page.Regions[i].First >= page.Regions[best].First && page.Regions[i].End <= page.Regions[best].End;
            var share = inside ? InnerShare : 1;
            if (best < 0 || weight > share * WeightOf(page.Regions[best], sums)) best = i;
        }

        return best < 0 ? null : best;
    }

    /// <summary>The innermost element that holds most of the text: two that do lie in each other.</summary>
    private static int Heaviest(RenderedPage page, long[] sums)
    {
        var best = 0;
        for (var i = 1; i < page.Regions.Count; i++)
        {
            if (WeightOf(page.Regions[i], sums) >= HeavyShare * sums[^1]) best = i;
        }

        return best;
    }

    /// <summary>Takes what stands around the body's element when it reads like the rest of the document: a title, a signature.</summary>
    private static int Climb(RenderedPage page, int region, long[] weights, long[] sums)
    {
        while (page.Regions[region].Parent is var parent and >= 0)
        {
            var (inner, outer) = (page.Regions[region], page.Regions[parent]);
            var beside = outer.End - outer.First - (inner.End - inner.First);
            if (WeightOf(outer, sums) - WeightOf(inner, sums) > BesideShare * WeightOf(inner, sums)) break;
            if (beside > 0 && (!AllWeigh(weights, outer.First, inner.First) || !AllWeigh(weights, inner.End, outer.End))) break;
            region = parent;
        }

        return region;
    }

    private static bool AllWeigh(long[] weights, int first, int end) => end <= first || weights.AsSpan(first, end - first).IndexOf(0L) < 0;

    private static long[] WeightsOf(RenderedPage page, IReadOnlyList<HtmlMetadataGroup> metadata)
    {
        var weights = new long[page.Lines.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = WeightOf(page, page.Lines[i]);
        foreach (var group in metadata) Array.Clear(weights, group.First, group.End - group.First);
        return weights;
    }

    private static long WeightOf(RenderedPage page, RenderedLine line)
    {
        if (line.Reason is not null || line.LinkLength * 2 > line.Length) return 0;
        var isData = line.Place.Table >= 0 && !page.Tables[line.Place.Table].IsLayout;
        if (!isData && HtmlBoilerplate.IsLine(page, line)) return 0;
        var isSentence = page.Of(line).IndexOfAny('。', '；', '，') >= 0;
        return (line.Length - line.LinkLength) * (isSentence ? SentenceWeight : 1);
    }

    private static long[] SumsOf(long[] weights)
    {
        var sums = new long[weights.Length + 1];
        for (var i = 0; i < weights.Length; i++) sums[i + 1] = sums[i] + weights[i];
        return sums;
    }

    private static long WeightOf(RenderedRegion region, long[] sums) => sums[region.End] - sums[region.First];
}
