using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>Tells an official document from any other page by the parts that only official documents have.</summary>
internal static class OfficialDocumentEvidence
{
    private const int FewestArticles = 3;

    /// <summary>What speaks for an official document, as the end of an English sentence; null when nothing does.</summary>
    public static string? Of(Document document) => Of(document, articlesSpeak: true);

    /// <summary>The same without articles: prose in Markdown quotes laws.</summary>
    public static string? OfHead(Document document) => Of(document, articlesSpeak: false);

    private static string? Of(Document document, bool articlesSpeak)
    {
        var fields = document.Infoboxes.Where(infobox => infobox.Template == Infobox.PageMetadata).SelectMany(infobox => infobox.Fields);
        if (fields.FirstOrDefault(field => PageMetadataLabels.PartOf(field.Name) == "number" && PageMetadata.NumberOf(field.Value) is not null) is { } number)
            return $"its page states the {number.Name} {number.Value}";
        var written = new WrittenText(document.Text.Text);
        var text = written.Rules;
        var lines = document.Blocks.Where(block => !block.Span.IsEmpty && block.Kind != BlockKind.TableRow).Select(block => block.Span).ToList();
        var head = new OfficialDocumentHeadReader(text, lines, RegulationMarks.Read(text, lines)).Read();
        var range = new TextSpan(0, head.End);
        if (head.DocumentNumber is not null) return $"its head has the number {written.AsWritten(head.DocumentNumber, range)}";
        if (head.Title is { } title && OfficialDocumentGenres.Of(title) is { } read)
        {
            var genre = written.AsWritten(read, head.TitleSpan ?? range);
            if (head.Addressees.Count > 0) return $"its title is that of a {genre}, and it names addressees";
            if (new OfficialDocumentFootReader(text, [.. lines.Where(line => line.Start >= head.End)], _ => false, _ => false).Read().Signature.Count > 0)
                return $"its title is that of a {genre}, and it is signed";
        }

        return articlesSpeak && HasArticles(text, lines) ? "it has articles" : null;
    }

    /// <summary>True for 第一条, 第二条, 第三条 at the start of lines.</summary>
    private static bool HasArticles(string text, List<TextSpan> lines)
    {
        var articles = 0;
        foreach (var line in lines)
        {
            var start = text.AsSpan(line.Start, Math.Min(line.Length, 10));
            if (start is not ['第', ..] || start.IndexOf('条') is not (> 1 and var end)) continue;
            if (Text.ChineseNumerals.TryParse(start[1..end], out _) && ++articles >= FewestArticles) return true;
        }

        return false;
    }
}
