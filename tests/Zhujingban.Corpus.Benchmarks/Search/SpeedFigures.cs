namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>One round of the queries of a kind.</summary>
/// <param name="Rate">Queries a second.</param>
/// <param name="Median">Milliseconds of the middle query.</param>
/// <param name="P99">Milliseconds that 99 of 100 stay below.</param>
internal readonly record struct Round(double Rate, double Median, double P99);

/// <summary>What was measured of a kind of query.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Best">The best of all rounds, figure by figure.</param>
/// <param name="Middle">The middle of all rounds, figure by figure.</param>
/// <param name="Total">The matches of all queries together.</param>
internal sealed record KindFigures(string Kind, Round Best, Round Middle, long Total);

/// <summary>What was measured of a side.</summary>
/// <param name="BuildSeconds">The middle time to build its index.</param>
/// <param name="Files">The bytes of the parts of the index.</param>
/// <param name="Kinds">Its queries.</param>
internal sealed record SideFigures(double BuildSeconds, IReadOnlyDictionary<string, long> Files, IReadOnlyList<KindFigures> Kinds)
{
    /// <summary>The bytes of the whole index.</summary>
    public long Size => Files.Values.Sum();
}

/// <summary>What is measured of the clause index alone.</summary>
/// <param name="OpenMilliseconds">The time to open it.</param>
/// <param name="Resident">The bytes in memory at most while searching.</param>
internal sealed record OwnFigures(double OpenMilliseconds, long Resident);
