using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The units of an outline that a place is in, as its parents tell.</summary>
internal static class OutlineUnits
{
    /// <summary>The unit around a place, or the place, that holds units of a kind.</summary>
    public static int HolderOf(this OutlineNodes nodes, NumberingKind kind, int place)
    {
        while (!nodes[place].IsRoot && (kind <= NumberingKind.Article || nodes[place].IsEnd || nodes[place].Kind >= kind || NumberingKinds.IsContainer(nodes[place].Kind)))
            place = nodes[place].Parent;
        return place;
    }

    /// <summary>The unit of a kind directly under <paramref name="holder"/> that a place is in; -1 for none.</summary>
    public static int UnitUnder(this OutlineNodes nodes, int holder, NumberingKind kind, int place)
    {
        for (; place != holder && !nodes[place].IsRoot; place = nodes[place].Parent)
        {
            if (nodes[place].Parent == holder) return nodes[place].Kind == kind && !nodes[place].IsEnd ? place : -1;
        }

        return -1;
    }

    /// <summary>The number of that unit; 0 for none.</summary>
    public static int NumberUnder(this OutlineNodes nodes, int holder, NumberingKind kind, int place) =>
        nodes.UnitUnder(holder, kind, place) is >= 0 and var unit ? nodes[unit].Value : 0;

    /// <summary>The article that a place is in, not at; -1 for none.</summary>
    public static int ArticleAround(this OutlineNodes nodes, int place)
    {
        for (place = nodes[place].Parent; place >= 0 && !nodes[place].IsRoot; place = nodes[place].Parent)
        {
            if (nodes[place].Kind == NumberingKind.Article) return place;
        }

        return -1;
    }
}
