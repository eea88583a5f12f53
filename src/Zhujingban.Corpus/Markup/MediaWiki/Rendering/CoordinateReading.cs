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
        var parts = new List<string>(MostParts);
        foreach (var argument in call.Arguments)
        {
            if (argument.Named || parts.Count == MostParts) continue;
            var part = context.UnconvertedPhrase(argument.Value);
            parts.Add(part);
            if (sides == 2) continue;
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

        return sides == 2 ? text.ToString() : Signed(parts);
    }

    /// <summary>Two numbers without directions: the sign says them.</summary>
    private static string Signed(List<string> parts)
    {
        if (parts.Count < 2 || Degrees(parts[0]) is not { } latitude || Degrees(parts[1]) is not { } longitude) return "";
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(latitude)}°{(latitude < 0 ? 'S' : 'N')} {Math.Abs(longitude)}°{(longitude < 0 ? 'W' : 'E')}");
    }

    private static double? Degrees(string part) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
