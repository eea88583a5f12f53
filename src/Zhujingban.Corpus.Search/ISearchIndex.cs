using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Search;

/// <summary>What can be found: a clause, or a document by its title and number.</summary>
public sealed record IndexEntry
{
    /// <summary><c>documentId#eId</c> of a clause, the document's id of a document.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the document it belongs to.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title; empty when it has none.</summary>
    public required string Title { get; init; }

    /// <summary>The document's 发文字号, or null.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The document's 发文机关, or null.</summary>
    public string? Issuer { get; init; }

    /// <summary>The document's date, ISO 8601, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The document's 文种, or null.</summary>
    public string? Genre { get; init; }

    /// <summary>The markup the document came in: <c>mediawiki</c>, <c>markdown</c>, <c>notice</c>.</summary>
    public required string Format { get; init; }

    /// <summary><c>document</c>, <c>clause</c>, <c>paragraph</c>, <c>item</c> or <c>row</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The clause's depth; 0 for documents.</summary>
    public int Level { get; init; }

    /// <summary>The number path: <c>["三、", "(八)"]</c>.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The headings above, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The clause's text; for a document its title and number.</summary>
    public required string Text { get; init; }
}

/// <summary>What is asked.</summary>
/// <param name="Query">The query as typed.</param>
/// <param name="Limit">How many hits at the most.</param>
/// <param name="Explain">True to say how each score came about.</param>
/// <param name="Mode">How literally the query is taken.</param>
public sealed record SearchRequest(string Query, int Limit = 10, bool Explain = false, SearchMode Mode = SearchMode.Auto)
{
    /// <summary>True to count the matches by the values of each facet.</summary>
    public bool Facets { get; init; }

    /// <summary>The <see cref="SearchAnswer.Next"/> of an earlier answer to the same query: the hits behind those. Null for the first.</summary>
    public string? After { get; init; }

    /// <summary>After how long to stop and answer with what was found so far; null for never.</summary>
    public TimeSpan? Deadline { get; init; }
}

/// <summary>How literally a query is taken.</summary>
public enum SearchMode
{
    /// <summary>Exactly, but loosely when it reads as a question or is found nowhere exactly.</summary>
    Auto,

    /// <summary>The text holds every term literally, after folding.</summary>
    Exact,

    /// <summary>Text, headings or title hold any part of it: two ideographs in a row, a word. The most telling come first.</summary>
    Loose,
}

/// <summary>What entries are counted and filtered by.</summary>
public enum Facet
{
    /// <summary>The id of the document.</summary>
    Document,

    /// <summary>The document's 发文字号.</summary>
    DocumentNumber,

    /// <summary>The document's 文种.</summary>
    Genre,

    /// <summary>The document's 发文机关.</summary>
    Issuer,

    /// <summary>The year of the document's date.</summary>
    Year,

    /// <summary>The clause's depth; 0 for documents.</summary>
    Level,

    /// <summary>document, clause, paragraph, item or row.</summary>
    Kind,

    /// <summary>The markup the document came in.</summary>
    SourceKind,
}

/// <summary>How many of the matches have each value of a facet.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Values">
/// Value and count, the most frequent first, equal counts in the order of the values; entries without a value are in none. Values that a
/// condition does not tell apart (国務院, 国务院) are counted together under the most frequent of them, or the first of equals.
/// </param>
public sealed record FacetCounts(Facet Facet, IReadOnlyList<KeyValuePair<string, int>> Values);

/// <summary>One hit.</summary>
/// <param name="Rank">Its place, from 1; it counts on from page to page.</param>
/// <param name="Score">Its score; higher is better.</param>
/// <param name="Entry">What was found.</param>
/// <param name="Highlights">The matches in <see cref="IndexEntry.Text"/>, flat, in UTF-16 code units of that text; none when time was up.</param>
/// <param name="Explanation">How the score came about, a line a part; null unless asked for, and when time was up.</param>
public sealed record SearchHit(
    int Rank, double Score, IndexEntry Entry, IReadOnlyList<TextSpan> Highlights, IReadOnlyList<string>? Explanation)
{
    /// <summary>The part of <see cref="IndexEntry.Text"/> that shows the most of what was sought; the whole of a short text.</summary>
    public TextSpan Snippet { get; init; } = new(0, Entry.Text.Length);
}

/// <summary>The answer to a request.</summary>
/// <param name="Query">The query as typed.</param>
/// <param name="Total">The exact number of entries that match; when <see cref="IsPartial"/>, of those found in time.</param>
/// <param name="Hits">The best of them, best first, equal scores in the order of their ids.</param>
/// <param name="Notes">How the query was read, where that may surprise.</param>
public sealed record SearchAnswer(string Query, int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyList<string> Notes)
{
    /// <summary>How the query was answered: <see cref="SearchMode.Exact"/> or <see cref="SearchMode.Loose"/>.</summary>
    public SearchMode Mode { get; init; } = SearchMode.Exact;

    /// <summary>True when the deadline came before the end: before everything was found, or before every long hit was marked, as a note says.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The counts of every facet; empty unless asked for.</summary>
    public IReadOnlyList<FacetCounts> Facets { get; init; } = [];

    /// <summary>What to ask for the next page with; null when there is none.</summary>
    public string? Next { get; init; }
}

/// <summary>An entry in a ranking.</summary>
/// <param name="Rank">Its place, from 1; it counts on from page to page.</param>
/// <param name="Score">Its score; higher is better.</param>
/// <param name="Id">Its <see cref="IndexEntry.Id"/>.</param>
public sealed record RankedEntry(int Rank, double Score, string Id);

/// <summary>The answer to a request that asks which entries are the best, and neither what they say nor how many match.</summary>
/// <param name="Entries">The best, in the order of <see cref="SearchAnswer.Hits"/>.</param>
/// <param name="Mode">As <see cref="SearchAnswer.Mode"/>.</param>
/// <param name="IsPartial">True when the deadline came before the best of all were found.</param>
public sealed record SearchRanking(IReadOnlyList<RankedEntry> Entries, SearchMode Mode, bool IsPartial);

/// <summary>Tells that <see cref="SearchRequest.After"/> comes from no answer of this index to this query.</summary>
/// <param name="message">What was wrong.</param>
public sealed class SearchCursorException(string message) : FormatException(message);

/// <summary>An opened, immutable index over clauses. Safe for use by several threads.</summary>
public interface ISearchIndex : IDisposable
{
    /// <summary>The number of entries.</summary>
    int Count { get; }

    /// <summary>Answers a request; any query is answered, never refused.</summary>
    /// <exception cref="SearchCursorException">The page asked for follows none of this index and query.</exception>
    SearchAnswer Search(SearchRequest request);

    /// <summary>
    /// Ranks what <see cref="Search"/> would show, without reading texts and marking them, and without counting what cannot be among the best: for runs over
    /// many queries, which write ids and scores. The request's <see cref="SearchRequest.Explain"/> and <see cref="SearchRequest.Facets"/> ask for nothing here.
    /// An engine that has no quicker way asks <see cref="Search"/>.
    /// </summary>
    /// <exception cref="SearchCursorException">The page asked for follows none of this index and query.</exception>
    SearchRanking Rank(SearchRequest request)
    {
        var answer = Search(request with { Explain = false, Facets = false });
        return new SearchRanking([.. answer.Hits.Select(hit => new RankedEntry(hit.Rank, hit.Score, hit.Entry.Id))], answer.Mode, answer.IsPartial);
    }
}

/// <summary>Writes an index.</summary>
public interface ISearchIndexBuilder : IDisposable
{
    /// <summary>Adds an entry; its id must be new, which <see cref="Complete"/> checks.</summary>
    void Add(IndexEntry entry);

    /// <summary>Writes what is left. The same entries in the same order give the same bytes.</summary>
    void Complete();
}
