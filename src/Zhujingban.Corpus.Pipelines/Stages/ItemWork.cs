using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Stages;

/// <summary>What is worked on at one go: a document, or a portion of a file of ready-made records.</summary>
/// <param name="Item">The file.</param>
/// <param name="Records">The portion; null where the file is a document.</param>
/// <param name="Weight">What it weighs, in bytes of the source.</param>
internal readonly record struct WorkUnit(SourceItem Item, RecordPortion? Records, long Weight);

/// <summary>What came of a document or record.</summary>
/// <param name="Item">Its file.</param>
/// <param name="Problem">Why it could not be read; null where it could.</param>
/// <param name="Record">Its record.</param>
/// <param name="Lines">Its lines of a generation.</param>
internal sealed record ItemResult(SourceItem Item, SourceProblem? Problem, DocumentRecord? Record, StageResult Lines)
{
    /// <summary>True when it was taken from the cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>The names of a ready-made record's fields that are not known.</summary>
    public IReadOnlyList<string> UnknownFields { get; init; } = [];
}

/// <summary>The way of an item from its file to its records; on any thread.</summary>
/// <param name="cache">Results of earlier builds.</param>
/// <param name="read">Reads a document.</param>
internal sealed class ItemWork(DocumentCache cache, ReadDocument read)
{
    /// <summary>What is to be worked on, in the order of the items. Files of records are read on as the units are asked for.</summary>
    public static IEnumerable<WorkUnit> UnitsOf(IEnumerable<SourceItem> items)
    {
        foreach (var item in items)
        {
            if (item.Format != SourceFormat.Records)
            {
                yield return new WorkUnit(item, null, WeightOf(item));
                continue;
            }

            foreach (var portion in RecordSource.Read(item)) yield return new WorkUnit(item, portion, portion.Weight);
        }
    }

    /// <summary>Works on a unit; the results are in the order of the source.</summary>
    public IReadOnlyList<ItemResult> Run(WorkUnit unit) => unit.Records is { } portion ? Run(portion) : [Run(unit.Item)];

    private static List<ItemResult> Run(RecordPortion portion)
    {
        var results = RecordStage.Run(portion).ToList();
        if (portion.Problem is { } problem) results.Add(new ItemResult(portion.Item, problem, null, default));
        return results;
    }

    private ItemResult Run(SourceItem item)
    {
        var (bytes, hash, problem) = SourceFile.Read(item);
        if (problem is not null) return new ItemResult(item, problem, null, default);
        var options = StageOptions.Of(item);
        var key = options.KeyFor(hash, CodeVersion.OfStages);
        if (cache.Find(key) is { } known && GenerationJson.TryRead<DocumentRecord>(known.Document.Span, out _) is { } kept)
            return new ItemResult(item, null, kept, known) { FromCache = true };
        try
        {
            var (record, lines) = DocumentStage.Run(read, bytes, options);
            cache.Keep(key, lines);
            return new ItemResult(item, null, record, lines);
        }
        catch (Exception wrong) when (wrong is not (OutOfMemoryException or IOException or UnauthorizedAccessException))
        {
            // Reading is total by its contract; where it is not after all, one document fails and not the night's build.
            var failure = item.Problem("reading-failed", $"The program failed to read it ({wrong.GetType().Name}).");
            return new ItemResult(item, failure, null, default);
        }
    }

    private static long WeightOf(SourceItem item)
    {
        try
        {
            return new FileInfo(item.FullPath).Length;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
