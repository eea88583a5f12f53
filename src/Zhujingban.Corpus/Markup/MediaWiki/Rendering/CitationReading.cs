using System.Collections.Frozen;
using System.Text;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Citation templates: their fields under English names, and the sentence that a reader sees.</summary>
internal static class CitationReading
{
    /// <summary>The fields that a reader sees, in their order.</summary>
    private static readonly string[] Shown = ["author", "last", "first", "title", "work", "series", "volume", "issue", "location", "publisher", "date", "year", "pages", "page", "isbn", "accessDate"];

    private static readonly FrozenDictionary<string, string> EnglishNames = EmbeddedTable.Read("mediawiki-citation-fields.tsv")
        .SelectMany(row => row.Select(alias => (Alias: alias, Name: row[0])))
        .DistinctBy(pair => pair.Alias, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.Alias, pair => pair.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every field with a value; a name that is not known stays as written.</summary>
    public static IReadOnlyDictionary<string, string> Fields(RenderContext context, TemplateCall call)
    {
        if (context.Citations.TryGetValue(call.Node, out var known)) return known;
        var fields = new Dictionary<string, string>(call.Arguments.Count, StringComparer.Ordinal);
        foreach (var argument in call.Arguments)
        {
            if (call.IsBlank(argument.Value)) continue;
            var text = context.Phrase(argument.Value);
            var name = context.NameOf(argument);
            var field = EnglishNames.GetValueOrDefault(name, name);
            if (text.Length > 0) fields.TryAdd(field, IsDate(field) ? ChineseDates.Parse(text) ?? text : text);
        }

        return context.Citations[call.Node] = fields;
    }

    /// <summary>Dates are ISO 8601 where they are whole; others (<c>2015年春</c>) stay as written.</summary>
    private static bool IsDate(string field) => field == "date" || field.EndsWith("Date", StringComparison.Ordinal);

    /// <summary>The citation as a sentence.</summary>
    public static string Text(RenderContext context, TemplateCall call)
    {
        var fields = Fields(context, call);
        var sentence = new StringBuilder();
        foreach (var field in Shown)
        {
            if (!fields.TryGetValue(field, out var value)) continue;
            if (sentence.Length > 0) sentence.Append(". ");
            sentence.Append(value);
        }

        return sentence.ToString();
    }
}
