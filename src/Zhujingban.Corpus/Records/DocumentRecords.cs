using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Records;

/// <summary>Turns documents into their records.</summary>
public static class DocumentRecords
{
    /// <summary>The record of a document: every span derived from the runs of its text.</summary>
    /// <param name="document">A document that has been read.</param>
    /// <param name="origin">Where its source comes from, or null.</param>
    public static DocumentRecord Of(Document document, OriginRecord? origin = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Text;
        return new DocumentRecord
        {
            Id = document.Id,
            Title = document.Title,
            PartOf = document.PartOf,
            Format = document.Format,
            Sha256 = document.Source.Sha256,
            Origin = origin,
            Text = text.Text,
            Metadata = document.Metadata,
            Sections = [.. document.Sections.Select(section =>
                new SectionRecord(section.EId, section.Num, section.Heading, section.Level, text.SourceSpans(section.Span)))],
            Clauses = [.. document.Clauses.Select(clause => ClauseRecordOf(document, clause))],
            Infoboxes = document.Infoboxes,
            Tables = document.Tables,
            Templates = document.Templates,
            Links = document.Links,
            Categories = document.Categories,
            References = document.References,
            Citations = [],
            Duplicates = DuplicateRecordsOf(document),
            Dropped = [.. document.Dropped.GroupBy(drop => drop.Reason).OrderBy(group => group.Key).Select(group =>
                new DropRecord(group.Key, TextSpans.Flatten(group.Select(drop => drop.Span))))],
            Coverage = SourceCoverage.Of(document),
            Diagnostics = document.Diagnostics,
        };
    }

    private static ClauseRecord ClauseRecordOf(Document document, Clause clause)
    {
        var text = clause.Span.Of(document.Text.Text);
        return new ClauseRecord(ClauseRecord.IdOf(document.Id, clause.EId), clause.EId, clause.Kind, clause.Num, clause.Level, clause.Path,
            clause.Headings, text, document.Text.SourceSpans(clause.Span), ContentHash.Of(clause.Path, text));
    }

    private static IReadOnlyList<DuplicateRecord> DuplicateRecordsOf(Document document)
    {
        if (document.Duplicates.Count == 0) return [];
        var units = document.Clauses.Select(clause => (clause.EId, Spans: document.Text.SourceSpans(clause.Span)))
            .Concat(document.Sections.Select(section => (section.EId, Spans: document.Text.SourceSpans(section.HeadingSpan))))
            .ToList();
        if (document.TitleSpan is { } title) units.Insert(0, ("title", document.Text.SourceSpans(title)));
        var places = units.SelectMany(unit => unit.Spans.Select(span => (Span: span, unit.EId))).OrderBy(place => place.Span).ToList();
        return [.. document.Duplicates.Select(duplicate => new DuplicateRecord(
            UnitAt(places, duplicate.Of), [duplicate.Span], [duplicate.Of], duplicate.Similarity, duplicate.Reason))];
    }

    /// <summary>The first unit that overlaps a range of the source; the places are ordered and do not overlap.</summary>
    private static string? UnitAt(List<(TextSpan Span, string EId)> places, TextSpan span)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Span.End > span.Start) high = middle;
            else low = middle + 1;
        }

        return low < places.Count && places[low].Span.Overlaps(span) ? places[low].EId : null;
    }
}
