using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Proves one document's record against its source: nothing lost, nothing invented, every place real.</summary>
internal static class DocumentProof
{
    /// <summary>What is wrong, each with the id of what it is wrong with; nothing for a sound document.</summary>
    public static IEnumerable<(string Place, string Message)> Faults(DocumentRecord document, StoredSource source)
    {
        if (document.SchemaVersion != DocumentRecord.CurrentSchemaVersion || source.SchemaVersion != DocumentRecord.CurrentSchemaVersion)
            yield return (document.Id, "The record has a shape of another version.");
        if (source.Id != document.Id) yield return (document.Id, $"Its source is that of {OneLine.Quote(source.Id)}.");
        if (source.Sha256 != document.Sha256) yield return (document.Id, "Its SHA-256 is not that of its source.");
        if (TextOf(document, source) is not { } text)
        {
            yield return (document.Id, "The runs do not tile its text.");
            yield break;
        }

        var leftOut = document.Duplicates.SelectMany(duplicate => duplicate.Spans).Concat(document.Dropped.SelectMany(drop => drop.Spans));
        foreach (var fault in SourceCoverage.Faults(source.Text, text, leftOut)) yield return (document.Id, fault);
        if (CoverageOf(document, source) != document.Coverage)
            yield return (document.Id, "Its coverage is not what its runs, duplicates and drops come to.");
        foreach (var span in SpansOf(document).Where(span => span.Start < 0 || span.Length < 0 || span.End > source.Text.Length))
            yield return (document.Id, $"The span {span} lies outside the source.");
        foreach (var fault in ClauseFaults(document, text)) yield return fault;
    }

    private static MappedText? TextOf(DocumentRecord document, StoredSource source)
    {
        try
        {
            return MappedText.FromRuns(document.Text, source.Runs);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static SourceCoverage CoverageOf(DocumentRecord document, StoredSource source) => new(
        source.Text.Length,
        source.Runs.Sum(run => run.Source.Length),
        document.Duplicates.Sum(duplicate => duplicate.Spans.Sum(span => span.Length)),
        document.Dropped.Sum(drop => drop.Spans.Sum(span => span.Length)));

    private static IEnumerable<TextSpan> SpansOf(DocumentRecord document) =>
    [
        .. document.Sections.SelectMany(section => section.Spans),
        .. document.Clauses.SelectMany(clause => clause.Spans),
        .. document.Infoboxes.SelectMany(infobox => infobox.Spans.Concat(infobox.Fields.SelectMany(field => field.Spans))),
        .. document.Tables.SelectMany(table => table.Spans),
        .. document.Templates.SelectMany(template => template.Spans),
        .. document.Links.SelectMany(link => link.Spans),
        .. document.Categories.SelectMany(category => category.Spans),
        .. document.References.SelectMany(reference => reference.Uses),
        .. document.Citations.SelectMany(citation => citation.Spans),
        .. document.Duplicates.SelectMany(duplicate => duplicate.OfSpans),
        .. document.Diagnostics.SelectMany(diagnostic => diagnostic.Spans),
    ];

    private static IEnumerable<(string Place, string Message)> ClauseFaults(DocumentRecord document, MappedText text)
    {
        var places = new ClausePlaces(text);
        var eIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var clause in document.Clauses)
        {
            if (!eIds.Add(clause.EId)) yield return (clause.Id, "Another clause has the same id.");
            if (clause.Id != ClauseRecord.IdOf(document.Id, clause.EId)) yield return (clause.Id, "Its id is not its document's and its own.");
            if (clause.Hash != ContentHash.Of(clause.Path, clause.Text))
                yield return (clause.Id, "Its hash is not that of its path and text.");
            if (!places.Holds(clause)) yield return (clause.Id, "Its text does not stand in the document at its place.");
        }
    }
}
