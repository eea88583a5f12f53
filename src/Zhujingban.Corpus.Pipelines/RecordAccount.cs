using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Stages;

namespace Zhujingban.Corpus.Pipelines;

/// <summary>What is to be said of ready-made records when all that came before them is known; asked in their order.</summary>
/// <param name="items">What is to be read.</param>
internal sealed class RecordAccount(IReadOnlyList<SourceItem> items)
{
    /// <summary>How many fields are named that are not known; a file whose field names are data has no end of them.</summary>
    private const int MostUnknownFields = 100;

    private readonly RecordIds _ids = new(
        items.Where(item => item.Format != SourceFormat.Records).Select(item => item.Id).ToHashSet(StringComparer.Ordinal));

    private readonly HashSet<(string File, string Field)> _unknown = [];

    /// <summary>Fails a record whose id another has; gives everything else back as it is.</summary>
    public ItemResult Check(ItemResult result)
    {
        if (result.Record is not { Format: SourceFormat.Records } record || _ids.Take(record.Id)) return result;
        return result with
        {
            Problem = new SourceProblem(result.Item.Shown, record.Origin?.Line, record.Id, "repeated-id",
                $"The id {OneLine.Quote(record.Id)} belongs to another record or document already."),
        };
    }

    /// <summary>A warning for each field that is not known, where it first stands in its file.</summary>
    public IEnumerable<SourceProblem> UnknownFields(ItemResult result)
    {
        var shown = result.Item.Shown;
        foreach (var field in result.UnknownFields.Where(_ => _unknown.Count < MostUnknownFields).Where(field => _unknown.Add((shown, field))))
        {
            yield return new SourceProblem(shown, result.Record?.Origin?.Line ?? result.Problem?.Line, result.Record?.Id ?? result.Problem?.Id,
                "record-unknown-field", $"The field {OneLine.Quote(field)} is not known and is not read, here and in later records; known are "
                    + $"{string.Join(", ", Markup.Records.RecordReader.Fields)}.")
            {
                Severity = DiagnosticSeverity.Warning,
            };
        }
    }
}
