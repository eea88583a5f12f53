namespace Zhujingban.Corpus.Pipelines;

/// <summary>What to build, and how.</summary>
/// <param name="DefinitionPath">The pipeline's definition, a YAML file.</param>
/// <param name="Output">The folder that is to hold the generations, or null for the one that the definition names.</param>
/// <param name="DryRun">True to tell what would be read, and write nothing.</param>
public sealed record BuildOptions(string DefinitionPath, string? Output = null, bool DryRun = false)
{
    /// <summary>How many documents are read at once. The generation does not depend on it.</summary>
    public int Parallelism { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);
}

/// <summary>What a build is doing.</summary>
public enum BuildPhase
{
    /// <summary>Reading documents.</summary>
    Reading,

    /// <summary>Finishing the index.</summary>
    Indexing,

    /// <summary>Proving the new generation.</summary>
    Verifying,

    /// <summary>Putting the new generation in its place.</summary>
    Publishing,
}

/// <summary>How far a build is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">How many documents are through this phase.</param>
/// <param name="Total">How many there are; null where nobody knows before they are read.</param>
public readonly record struct BuildProgress(BuildPhase Phase, int Done, int? Total);
