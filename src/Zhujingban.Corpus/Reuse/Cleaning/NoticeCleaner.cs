using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Puts a notice together again that was scraped twice over, cut up and shuffled.</summary>
public static class NoticeCleaner
{
    /// <summary>Cleans a document as its markup gives it: blocks, without repeats left out and without structure.</summary>
    public static CleanedNotice Clean(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var units = new List<CleanUnit>();
        foreach (var block in document.Blocks)
        {
            var text = block.Span.Of(document.Text.Text);
            units.Add(new CleanUnit($"u{units.Count + 1}", CleanUnitKind.Paragraph, null, [], text, document.Text.SourceSpans(block.Span), []));
        }

        var boilerplate = TextSpans.Complement(TextSpans.Flatten(units.SelectMany(unit => unit.Spans)), document.Source.Text.Length);
        return new CleanedNotice(document, units) { Boilerplate = boilerplate };
    }
}
