using System.Globalization;
using System.Text;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Coordinates in running text: <c>{{coord|39|54|N|116|23|E}}</c> reads 39°54′N 116°23′E.</summary>
internal static class CoordinateReading
{
    private const int MostParts = 8;
    private static readonly string[] Units = ["°", "′", "″"];

    /// <summary>The coordinates as a reader sees them; empty where they stand beside the title, or are none.</summary>
    public static string Of(RenderContext context, TemplateCall call)
    {
        var display = call.FindAny(["display", "显示", "顯示"]) is > 0 and var value ? context.Phrase(value) : "inline";
        if (!display.Contains("inline", StringComparison.OrdinalIgnoreCase) && display is not ("i" or "it" or "ti")) return "";
        var text = new StringBuilder();
        var (unit, sides) = (0, 0);
        foreach (var (name, node, named) in call.Parameters)
        {
            if (named || sides == 2 || int.Parse(name, CultureInfo.InvariantCulture) > MostParts) continue;
            var part = context.UnconvertedPhrase(node);
            if (part is "N" or "S" or "E" or "W")
            {
                text.Append(part).Append(sides++ == 0 ? " " : "");
                unit = 0;
            }
            else if (unit < Units.Length && double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            {
                text.Append(unit > 0 && part.Length == 1 ? "0" : "").Append(part).Append(Units[unit++]);
            }
        }

        return sides == 2 ? text.ToString() : Signed(context, call);
    }

    /// <summary>Two numbers without directions: the sign says them.</summary>
    private static string Signed(RenderContext context, TemplateCall call)
    {
        if (Degrees(context, call, "1") is not { } latitude || Degrees(context, call, "2") is not { } longitude) return "";
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(latitude)}°{(latitude < 0 ? 'S' : 'N')} {Math.Abs(longitude)}°{(longitude < 0 ? 'W' : 'E')}");
    }

    private static double? Degrees(RenderContext context, TemplateCall call, string name) =>
        call.Find(name) is > 0 and var node && double.TryParse(context.UnconvertedPhrase(node), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
