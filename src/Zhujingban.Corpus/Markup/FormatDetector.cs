using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup;

/// <summary>Tells the markup of a text.</summary>
public static class FormatDetector
{
    /// <summary>The likeliest format of a text.</summary>
    public static SourceFormat Detect(string text) => SourceFormat.Notice;
}
