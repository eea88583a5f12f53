using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Marks what matched, in the text as it was written.</summary>
internal static class Highlighter
{
    /// <summary>The matches of the patterns in a text, flat.</summary>
    public static IReadOnlyList<TextSpan> Mark(string text, IReadOnlyList<TermPattern> patterns)
    {
        var finder = new PatternFinder(new ClauseAnalyzer().Analyze(text));
        var folded = TextFolding.Fold(text);
        return TextSpans.Flatten(patterns.SelectMany(finder.Find).SelectMany(folded.SourceSpans));
    }
}
