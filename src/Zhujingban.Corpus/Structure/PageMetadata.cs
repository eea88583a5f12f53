using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Supplements what a document's text says of itself by what its page states in fields. Editors write the fields for each document
/// by hand, so number, title, issuer and date are theirs where they are well formed; for everything else the text comes first.
/// </summary>
internal static class PageMetadata
{
    /// <summary>The document with what its page states.</summary>
    public static Document Supplement(Document document)
    {
        var fields = document.Infoboxes.Where(infobox => infobox.Template == Infobox.PageMetadata).SelectMany(infobox => infobox.Fields).ToList();
        if (fields.Count == 0) return document;
        var metadata = document.Metadata;
        var title = ValueOf(fields, "title", Title) ?? document.Title;
        var stated = metadata with
        {
            DocumentNumber = ValueOf(fields, "number", NumberOf) ?? metadata.DocumentNumber,
            Issuer = ValueOf(fields, "issuer", IssuerOf) ?? metadata.Issuer ?? ValueOf(fields, "publisher", IssuerOf),
            Date = ValueOf(fields, "date", DateOf) ?? metadata.Date,
            PublishedDate = metadata.PublishedDate ?? ValueOf(fields, "published", DateOf),
            Signatory = metadata.Signatory ?? ValueOf(fields, "signatory", Title),
            Genre = (title is null ? null : ReadAsWritten(title, line => OfficialDocumentGenres.Of(line))) ?? metadata.Genre,
        };
        List<Diagnostic> differences = [];
        Compare("number", metadata.DocumentNumber, stated.DocumentNumber);
        Compare("issuer", metadata.Issuer, stated.Issuer);
        Compare("date", metadata.Date, stated.Date);
        return document with { Title = title, Metadata = stated, Diagnostics = [.. document.Diagnostics, .. differences] };

        void Compare(string part, string? text, string? page)
        {
            if (text is null || text == page || (page is not null && ScriptOfRules.Of(text) == ScriptOfRules.Of(page))) return;
            differences.Add(new Diagnostic("metadata-differs", DiagnosticSeverity.Info, $"The page states the {part} {page}, the text says {text}."));
        }
    }

    /// <summary>A number that is whole; null for anything else that stands in the field (无, /).</summary>
    public static string? NumberOf(string value)
    {
        value = value.Trim();
        return value.Length > 0 && OfficialDocumentNumbers.Read(ScriptOfRules.Of(value)) == value.Length ? value : null;
    }

    private static string? IssuerOf(string value) => Organs.Split(value) is { Count: > 0 } names ? string.Join(' ', names) : null;

    private static string? DateOf(string value) => ChineseDates.Read(value.Trim(), out var iso) > 0 ? iso : null;

    private static string? Title(string value) => LetterSpacing.Close(value.Trim()) is { Length: > 1 } title ? title : null;

    private static string? ValueOf(List<InfoboxField> fields, string part, Func<string, string?> read) =>
        fields.Where(field => PageMetadataLabels.PartOf(field.Name) == part).Select(field => ReadAsWritten(field.Value, read)).FirstOrDefault(value => value is not null);

    private static string? ReadAsWritten(string value, Func<string, string?> read)
    {
        var text = new WrittenText(value);
        return text.AsWritten(read(text.Rules), text.Whole);
    }
}
