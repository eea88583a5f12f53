using System.Text;
using System.Text.Unicode;
using Zhujingban.Corpus.Pipelines;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary>A line of a file of queries.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Id">The query's id.</param>
/// <param name="Query">The query.</param>
/// <param name="Error">Why it is no query; null where it is one.</param>
internal sealed record QueryLine(int Number, string Id, string Query, string? Error);

/// <summary>Reads a file of queries, <c>id&lt;TAB&gt;query</c> a line; blank lines are none.</summary>
internal static class QueryFile
{
    private const string Expected = "id<TAB>query is expected";
    private const int LongestLine = 1 << 20;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The lines, bad ones too.</summary>
    public static IEnumerable<QueryLine> Read(Stream stream)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reader = new LineReader(stream, LongestLine);
        while (reader.Read())
        {
            var bytes = reader.Number == 1 && reader.Line.Span.StartsWith(Mark) ? reader.Line[Mark.Length..] : reader.Line;
            if (!reader.IsTooLong && bytes.Span.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
            var line = Parse(reader, bytes.Span);
            yield return line.Error is not null || seen.Add(line.Id) ? line
                : line with { Error = $"the id {OneLine.Quote(line.Id)} stands on an earlier line already; one query an id is expected" };
        }
    }

    private static QueryLine Parse(LineReader reader, ReadOnlySpan<byte> bytes)
    {
        QueryLine Bad(string found) => new(reader.Number, "", "", $"{found} was found; {Expected}");
        if (reader.IsTooLong) return Bad($"a line of more than {LongestLine} bytes");
        if (!Utf8.IsValid(bytes)) return Bad("what is not UTF-8");
        var text = Encoding.UTF8.GetString(bytes).TrimEnd('\r');
        var tab = text.IndexOf('\t');
        if (tab < 0) return Bad("no tab");
        var (id, query) = (text[..tab], text[(tab + 1)..]);
        if (id.Length == 0) return Bad("no id");
        if (id.Any(char.IsWhiteSpace)) return Bad($"an id with white space, {OneLine.Quote(id)},");
        return string.IsNullOrWhiteSpace(query) ? Bad("no query") : new QueryLine(reader.Number, id, query, null);
    }
}
