using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Marks what matched, in the text as it was written. For one reader.</summary>
internal sealed class Highlighter(IReadOnlyList<TermPattern> patterns)
{
    private readonly ClauseAnalyzer _analyzer = new();

    /// <summary>The matches of the patterns in a text, flat.</summary>
    public IReadOnlyList<TextSpan> Mark(string text)
    {
        var folded = TextFolding.Fold(text);
        var finder = new PatternFinder(_analyzer.AnalyzeFolded(folded.Text));
        var marked = new List<TextSpan>();
        foreach (var pattern in patterns)
        {
            foreach (var match in finder.Find(pattern)) marked.AddRange(folded.SourceSpans(match));
        }

        return TextSpans.Flatten(marked);
    }
}
