using System.Globalization;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>What an entry is counted and filtered by.</summary>
internal static class EntryFacets
{
    private const int YearDigits = 4;

    /// <summary>All facets, in the order of their numbers.</summary>
    public static Facet[] All { get; } = Enum.GetValues<Facet>();

    /// <summary>The value of a facet; null when the entry has none.</summary>
    public static string? Of(IndexEntry entry, Facet facet)
    {
        var value = facet switch
        {
            Facet.Document => entry.DocumentId,
            Facet.DocumentNumber => entry.DocumentNumber,
            Facet.Genre => entry.Genre,
            Facet.Issuer => entry.Issuer,
            Facet.Year => YearOf(entry.Date),
            Facet.Level => entry.Level.ToString(CultureInfo.InvariantCulture),
            Facet.Kind => entry.Kind,
            Facet.SourceKind => entry.Format,
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static string? YearOf(string? date) =>
        date?.Length >= YearDigits && !date.AsSpan(0, YearDigits).ContainsAnyExceptInRange('0', '9')
            && (date.Length == YearDigits || !char.IsAsciiDigit(date[YearDigits])) ? date[..YearDigits] : null;
}
