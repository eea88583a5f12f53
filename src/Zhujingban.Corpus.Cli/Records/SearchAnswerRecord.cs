using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli;

/// <summary>An answer as JSON; with the generation's id it can be cited and repeated.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Generation">The generation that answered.</param>
/// <param name="Query">The query as typed.</param>
/// <param name="Mode">How it was matched.</param>
/// <param name="Total">The exact number of matches.</param>
/// <param name="Hits">The best of them.</param>
/// <param name="Notes">How the query was read.</param>
internal sealed record SearchAnswerRecord(
    int SchemaVersion, string Generation, string Query, string Mode, int Total, IReadOnlyList<SearchHitRecord> Hits, IReadOnlyList<string> Notes)
{
    public static SearchAnswerRecord Of(SearchAnswer answer, string generation) => new(1, generation, answer.Query,
        answer.Mode.ToString().ToLowerInvariant(), answer.Total, [.. answer.Hits.Select(SearchHitRecord.Of)], answer.Notes);
}

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
/// <param name="Explanation">How the score came about, or null.</param>
internal sealed record SearchHitRecord(
    int Rank, double Score, string Id, string DocumentId, string Title, string? DocumentNumber, string Kind, IReadOnlyList<string> Path,
    IReadOnlyList<string> Headings, string Text, IReadOnlyList<TextSpan> Highlights, IReadOnlyList<string>? Explanation)
{
    public static SearchHitRecord Of(SearchHit hit) => new(hit.Rank, hit.Score, hit.Entry.Id, hit.Entry.DocumentId, hit.Entry.Title,
        hit.Entry.DocumentNumber, hit.Entry.Kind, hit.Entry.Path, hit.Entry.Headings, hit.Entry.Text, hit.Highlights, hit.Explanation);
}
