using AngleSharp.Dom;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>The attributes of an element that say what it is to a reader, looked for once: most elements have none.</summary>
internal readonly ref struct HtmlAttributes
{
    /// <summary>Reads the attributes of an element.</summary>
    public HtmlAttributes(IElement element)
    {
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is not { } attribute) continue;
            switch (attribute.LocalName)
            {
                case "hidden": IsHidden = true; break;
                case "style": IsHidden |= HidesText(attribute.Value); break;
                case "id": Id = attribute.Value; break;
                case "class": Classes = attribute.Value; break;
                case "role": Role = attribute.Value; break;
                case "itemprop": Property = attribute.Value; break;
                case "href": Target = attribute.Value; break;
                default: break;
            }
        }
    }

    /// <summary>True when a browser shows nothing of the element.</summary>
    public bool IsHidden { get; }

    public string? Id { get; }

    public string? Classes { get; }

    public string? Role { get; }

    /// <summary>What the element is to programs: <c>articleBody</c>.</summary>
    public string? Property { get; }

    /// <summary>Where a link leads.</summary>
    public string? Target { get; }

    private static bool HidesText(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + "display".Length).TrimStart(" \t\n:").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
