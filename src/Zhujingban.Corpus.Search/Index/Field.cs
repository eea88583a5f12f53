namespace Zhujingban.Corpus.Search.Index;

/// <summary>The parts of an entry that are indexed.</summary>
internal enum Field
{
    /// <summary>The entry's own text: what a query has to match.</summary>
    Text = 0,

    /// <summary>The headings above it.</summary>
    Headings = 1,

    /// <summary>The document's title; of a document its number too.</summary>
    Title = 2,
}

/// <summary>What of an entry stands in which field.</summary>
internal static class Fields
{
    /// <summary>The number of fields.</summary>
    public const int Count = 3;

    /// <summary>The content of a field; its parts stand on lines of their own, so that nothing adjoins across them.</summary>
    public static string Of(IndexEntry entry, Field field) => field switch
    {
        Field.Text => entry.Text,
        Field.Headings => string.Join('\n', entry.Headings),
        _ => entry is { Kind: "document", DocumentNumber: { } number } ? $"{entry.Title}\n{number}" : entry.Title,
    };
}

/// <summary>How often a term stands in each field of an entry.</summary>
/// <param name="Text">In its text.</param>
/// <param name="Headings">In its headings.</param>
/// <param name="Title">In its title.</param>
internal readonly record struct FieldCounts(int Text, int Headings, int Title);
