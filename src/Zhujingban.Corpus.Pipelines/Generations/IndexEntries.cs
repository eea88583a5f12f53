using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>What of a document can be found: itself, by title and number, and each of its clauses.</summary>
internal static class IndexEntries
{
    /// <summary>The kind of the entry that stands for the document.</summary>
    public const string DocumentKind = "document";

    /// <summary>How many entries a document has.</summary>
    public static int CountOf(DocumentRecord document) => document.Clauses.Count + (document.Format == SourceFormat.Records ? 0 : 1);

    /// <summary>The entries of a document, itself first, then its clauses in document order; a ready-made record is its only clause.</summary>
    public static IEnumerable<IndexEntry> Of(DocumentRecord document)
    {
        var metadata = document.Metadata;
        var itself = new IndexEntry
        {
            Id = document.Id,
            DocumentId = document.PartOf ?? document.Id,
            Title = document.Title ?? "",
            DocumentNumber = metadata.DocumentNumber,
            Issuer = metadata.Issuer,
            Date = metadata.Date,
            Genre = metadata.Genre,
            Format = SourceFormats.NameOf(document.Format),
            Kind = DocumentKind,
            Text = string.Join(' ', new[] { document.Title, metadata.DocumentNumber }.OfType<string>()),
        };
        if (document.Format != SourceFormat.Records) yield return itself;

        // Two clauses of one id are a fault that verification tells of; an index has no room for the second.
        foreach (var clause in document.Clauses.DistinctBy(clause => clause.EId))
        {
            yield return itself with
            {
                Id = clause.Id,
                Kind = JsonNamingPolicy.KebabCaseLower.ConvertName(clause.Kind.ToString()),
                Level = clause.Level,
                Path = clause.Path,
                Headings = clause.Headings,
                Text = clause.Text,
            };
        }
    }
}
