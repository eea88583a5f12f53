using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// What is recognised in a query before anything else: a document number from its brackets on, 第 12 条, a full date, 《…》第十二条.
/// White space, parentheses and dashes inside one are its own.
/// </summary>
internal static class QueryReferences
{
    private const char FirstIdeograph = '\u4E00';
    private const char LastIdeograph = '\u9FFF';

    /// <summary>Where each reference starts and ends; none holds another.</summary>
    public static Dictionary<int, int> Find(string query)
    {
        var found = new Dictionary<int, int>();
        if (!MayHoldAny(query)) return found;
        var folded = TextFolding.Fold(query);
        for (var at = 0; at < folded.Text.Length; at++)
        {
            var end = EndOf(folded.Text, at);
            if (end <= at) continue;
            var spans = folded.SourceSpans(new TextSpan(at, end));
            found.TryAdd(spans[0].Start, spans[^1].End);
            at = end - 1;
        }

        return found;
    }

    /// <summary>A quick test, since most queries are a few ideographs.</summary>
    private static bool MayHoldAny(string query)
    {
        foreach (var c in query)
        {
            if (c is '第' or '年' or '月' or '号' or (>= '0' and <= '9') or (>= '\x80' and < FirstIdeograph and not '\u3000') or > LastIdeograph) return true;
        }

        return false;
    }

    private static int EndOf(ReadOnlySpan<char> folded, int at) => folded[at] switch
    {
        '第' => OrdinalNumbers.Match(folded, at + 1, out _, out _),
        '《' when CitedArticle.Match(folded, at) is { } cited => cited.End,
        _ when CharacterClasses.At(folded, at, out _, out _) == CharacterClass.Separator => DocumentNumbers.Match(folded, at, out _, out _),
        _ when at > 0 && CharacterClasses.At(folded, at - 1, out _, out _) == CharacterClass.Word => -1,
        _ => CalendarDates.Match(folded, at, out _),
    };
}
