using System.Xml;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>A numbering that a paragraph takes part in.</summary>
/// <param name="Id">The numbering's id; null when only the level is said.</param>
/// <param name="Level">The level, from 0.</param>
internal readonly record struct DocxNumber(string? Id, int Level);

/// <summary>What styles say of the paragraphs that have them: <c>word/styles.xml</c>.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    private sealed class Style
    {
        public string? Base { get; set; }

        public int Heading { get; set; }

        public string? Numbering { get; set; }

        public int Level { get; set; }
    }

    /// <summary>Reads the part.</summary>
    public void Read(XmlReader reader)
    {
        Style? style = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            var value = DocxXml.Value(reader);
            switch (reader.LocalName)
            {
                case "style":
                    style = new Style();
                    _styles[DocxXml.Attribute(reader, "styleId") ?? ""] = style;
                    break;
                case "name" when style is not null && value is not null && value.StartsWith("heading ", StringComparison.OrdinalIgnoreCase):
                    style.Heading = int.TryParse(value.AsSpan("heading ".Length), out var heading) ? Math.Clamp(heading, 1, 6) : 0;
                    break;
                case "basedOn" when style is not null:
                    style.Base = value;
                    break;
                case "outlineLvl" when style is not null && int.TryParse(value, out var outline) && outline is >= 0 and < 9:
                    style.Heading = Math.Min(outline + 1, 6);
                    break;
                case "numId" when style is not null:
                    style.Numbering = value;
                    break;
                case "ilvl" when style is not null && int.TryParse(value, out var level):
                    style.Level = level;
                    break;
            }
        }
    }

    /// <summary>The level of the heading that a style makes; 0 for none.</summary>
    public int HeadingOf(string? id) => Chain(id).Select(style => style.Heading).FirstOrDefault(heading => heading > 0);

    /// <summary>The numbering that a style brings; null for none.</summary>
    public DocxNumber? NumberingOf(string? id) =>
        Chain(id).FirstOrDefault(style => style.Numbering is not null) is { } style ? new DocxNumber(style.Numbering, style.Level) : null;

    private IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.Base;
        }
    }
}

/// <summary>Attributes of WordprocessingML, by their local names.</summary>
internal static class DocxXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The attribute <c>w:val</c>; null without one.</summary>
    public static string? Value(XmlReader reader) => Attribute(reader, "val");

    /// <summary>An attribute in the namespace of either edition; null without one.</summary>
    public static string? Attribute(XmlReader reader, string name) =>
        reader.HasAttributes ? reader.GetAttribute(name, Transitional) ?? reader.GetAttribute(name, Strict) : null;
}
