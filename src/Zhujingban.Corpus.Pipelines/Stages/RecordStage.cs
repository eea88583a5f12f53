using Zhujingban.Corpus.Markup.Records;
using Zhujingban.Corpus.Pipelines.Sources;

namespace Zhujingban.Corpus.Pipelines.Stages;

/// <summary>
/// The work on ready-made records: as that on a document, but it takes less time than to look into a cache, so there is none.
/// </summary>
internal static class RecordStage
{
    /// <summary>Reads the lines of a portion; a bad one fails alone.</summary>
    public static IEnumerable<ItemResult> Run(RecordPortion portion) => portion.Lines.Select(line => Read(portion.Item, line));

    private static ItemResult Read(SourceItem item, RecordLine line)
    {
        if (line.Json.Length == 0) return Fail(item, line, null, "record-too-long", $"The line is longer than {RecordSource.LongestLine} bytes.");
        var reading = RecordReader.Read(line.Json);
        var id = reading.Id is { } given && DocumentIds.IsGoodForRecord(given) ? given : null;
        if (reading.Document is not { } document)
            return Fail(item, line, id, reading.FaultCode!, reading.Fault!) with { UnknownFields = reading.UnknownFields };
        if (id is null)
            return Fail(item, line, null, "record-bad-id", $"The id {OneLine.Quote(document.Id)} cannot be used: {DocumentIds.RuleOfRecords}.");
        var (record, lines) = DocumentStage.Store(document, item.Origin with { Line = line.Number });
        return new ItemResult(item, null, record, lines) { UnknownFields = reading.UnknownFields };
    }

    private static ItemResult Fail(SourceItem item, RecordLine line, string? id, string code, string message) =>
        new(item, new SourceProblem(item.Shown, line.Number, id, code, message), null, default);
}
