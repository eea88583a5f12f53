using System.Globalization;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search.Ranking;

/// <summary>Says how a score came about. It counts in the entry itself, not in the index, so that it also proves the score.</summary>
internal static class Explanation
{
    /// <summary>A line for every part of a score, and their sum.</summary>
    public static IReadOnlyList<string> Of(IndexEntry entry, Segment segment, Bm25F ranking, IReadOnlyList<TermPattern> patterns, double score)
    {
        var fields = Enumerable.Range(0, Fields.Count).Select(field => new ClauseAnalyzer().Analyze(Fields.Of(entry, (Field)field))).ToArray();
        var finders = fields.Select(field => new PatternFinder(field)).ToArray();
        var lengths = fields.Select(field => LengthCode.Encode(field.Units.Count)).ToArray();
        var lines = new List<string>();
        var sum = 0d;
        foreach (var pattern in patterns)
        {
            var counts = finders.Select(finder => finder.Find(pattern).Count).ToArray();
            if (counts.All(count => count == 0) || PatternCursor.Create(SearchContext.Of(segment, ranking), pattern) is not { } cursor) continue;
            var idf = ranking.Idf(cursor.Holders);
            var frequency = ranking.Frequency(new FieldCounts(counts[0], counts[1], counts[2]), lengths);
            sum += Bm25F.Score(idf, frequency);
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{Bm25F.Score(idf, frequency):F4} = idf {idf:F4} × {frequency:F4} / ({Bm25F.K1} + {frequency:F4}): “{pattern.Text}” held by at most {cursor.Holders} of {segment.Count}; text {counts[0]}, headings {counts[1]}, title {counts[2]} times in {fields[0].Units.Count}, {fields[1].Units.Count}, {fields[2].Units.Count} units"));
        }

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{sum:F4} is the sum of the parts; the score is {score:F4}"));
        return lines;
    }
}
