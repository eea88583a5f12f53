using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli;

/// <summary>An answer as JSON; with the generation's id it can be cited and repeated.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Generation">The generation that answered.</param>
/// <param name="Query">The query as typed.</param>
/// <param name="Mode">How it was matched.</param>
/// <param name="Partial">True when time was up before the end.</param>
/// <param name="Total">The exact number of matches; of those found in time when partial.</param>
/// <param name="Hits">The best of them, or all; read as they are written.</param>
/// <param name="Next">What to give <c>--after</c> for the next hits, or null.</param>
/// <param name="Facets">How many of the matches have each value; empty unless asked for.</param>
/// <param name="Notes">How the query was read.</param>
internal sealed record SearchAnswerRecord(
    int SchemaVersion, string Generation, string Query, string Mode, bool Partial, int Total, IEnumerable<SearchHitRecord> Hits, string? Next,
    IReadOnlyList<FacetRecord> Facets, IReadOnlyList<string> Notes)
{
    public static SearchAnswerRecord Of(SearchPages pages, string generation)
    {
        var answer = pages.First;
        return new SearchAnswerRecord(1, generation, answer.Query, NameOf(answer.Mode), answer.IsPartial, answer.Total,
            pages.Hits().Select(SearchHitRecord.Of), pages.Next, [.. answer.Facets.Select(FacetRecord.Of)], answer.Notes);
    }

    public static string NameOf(SearchMode mode) => mode.ToString().ToLowerInvariant();
}

/// <summary>The counts of a facet as JSON.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Values">Its values, the most frequent first.</param>
internal sealed record FacetRecord(Facet Facet, IReadOnlyList<FacetValueRecord> Values)
{
    public static FacetRecord Of(FacetCounts counts) =>
        new(counts.Facet, [.. counts.Values.Select(value => new FacetValueRecord(value.Key, value.Value))]);
}

/// <summary>How many of the matches have a value, as JSON.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many.</param>
internal sealed record FacetValueRecord(string Value, int Count);

/// <summary>One hit as JSON.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Score">Its score.</param>
/// <param name="Id">The clause's or document's id.</param>
/// <param name="DocumentId">The document's id.</param>
/// <param name="Title">The document's title.</param>
/// <param name="DocumentNumber">The document's 发文字号, or null.</param>
/// <param name="Kind">document, clause, paragraph, item or row.</param>
/// <param name="Path">The number path.</param>
/// <param name="Headings">The headings above.</param>
/// <param name="Text">The text.</param>
/// <param name="Highlights">The matches in <paramref name="Text"/>, <c>[start,end]</c> in UTF-16 code units.</param>
/// <param name="Snippet">The part of <paramref name="Text"/> that shows the most of what was sought, likewise.</param>
/// <param name="Explanation">How the score came about, or null.</param>
internal sealed record SearchHitRecord(
    int Rank, double Score, string Id, string DocumentId, string Title, string? DocumentNumber, string Kind, IReadOnlyList<string> Path,
    IReadOnlyList<string> Headings, string Text, IReadOnlyList<TextSpan> Highlights, TextSpan Snippet, IReadOnlyList<string>? Explanation)
{
    public static SearchHitRecord Of(SearchHit hit) => new(hit.Rank, hit.Score, hit.Entry.Id, hit.Entry.DocumentId, hit.Entry.Title,
        hit.Entry.DocumentNumber, hit.Entry.Kind, hit.Entry.Path, hit.Entry.Headings, hit.Entry.Text, hit.Highlights, hit.Snippet, hit.Explanation);
}
