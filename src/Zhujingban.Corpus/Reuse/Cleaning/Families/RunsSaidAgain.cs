namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds pieces that stand side by side in two places of the source, in the same order: where both are no short formula, a passage is said again.</summary>
internal static class RunsSaidAgain
{
    /// <summary>So many that say what a piece says are looked at before it.</summary>
    private const int MostMates = 8;

    /// <summary>How many Chinese characters two pieces side by side have at least, together and each.</summary>
    private const int LeastRun = 24;
    private const int LeastInRun = 6;

    /// <summary>For each piece whether it is one of those, the first time or again.</summary>
    /// <param name="families">Which pieces say the same.</param>
    /// <param name="count">How many pieces there are.</param>
    public static bool[] Find(PieceFamilies families, int count)
    {
        var inRun = new bool[count];
        var (before, weights) = (families.BeforeInFamily, families.Traits.Weights);
        for (var i = 1; i < count; i++)
        {
            var home = before[i];
            for (var steps = 0; home > 0 && steps < MostMates; steps++, home = before[home])
            {
                if (home == i - 1 || families.FamilyOf(home - 1) != families.FamilyOf(i - 1)) continue;
                if (weights[i] + weights[i - 1] < LeastRun || Math.Min(weights[i], weights[i - 1]) < LeastInRun) continue;
                inRun[i] = inRun[i - 1] = inRun[home] = inRun[home - 1] = true;
                break;
            }
        }

        return inRun;
    }
}
