using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What it costs that numbers and headings are missing around a piece, and what is given back by one that makes good what was missing.</summary>
/// <param name="nodes">The places.</param>
/// <param name="placed">What stands where.</param>
/// <param name="surroundings">The places around a number.</param>
internal sealed class MissingNumbers(OutlineNodes nodes, PlacedPieces placed, NumberedSurroundings surroundings)
{
    private const int MostCounted = 6;

    /// <summary>True when a unit stands at a place in a reading.</summary>
    public bool Stands(PlacementState state, int node) => node >= 0 && placed.OccupantOf(state, node) >= 0;

    /// <summary>What skipping numbers costs: little where another copy has them, else a hole.</summary>
    /// <param name="state">The reading.</param>
    /// <param name="value">The number.</param>
    /// <param name="before">The place of the number before.</param>
    /// <param name="last">The last number that stands there.</param>
    public double Skipped(PlacementState state, int value, int before, int last)
    {
        var skipped = value - last - 1;
        if (skipped <= 0) return 0;
        return Stands(state, before) ? PlacementCosts.LeaveOut : PlacementCosts.Hole + (PlacementCosts.HoleNumber * Math.Min(skipped, MostCounted));
    }

    /// <summary>What a piece at a free place makes good: a hole before the next number, a heading that was missing over what stands already.</summary>
    /// <param name="state">The reading.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="node">The place.</param>
    public double MadeGood(PlacementState state, int piece, int node)
    {
        var place = nodes[node];
        var isHole = place.Again == 0 && Stands(state, surroundings.Next(piece, node));
        return (isHole ? PlacementCosts.Hole : 0) + (IsCounted(place) && HoldsUnits(state, piece, node) ? PlacementCosts.MissingParent : 0);
    }

    private static bool IsCounted(in OutlineNode place) => !place.IsRoot && place.Kind is NumberingKind.First or NumberingKind.Second or NumberingKind.Article;

    private bool HoldsUnits(PlacementState state, int piece, int node)
    {
        foreach (var unit in surroundings.Units(piece, node))
        {
            if (Stands(state, unit)) return true;
        }

        return false;
    }
}
