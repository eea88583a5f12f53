using System.Globalization;
using System.Text;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>What a parser function gives: the node of one of its arguments, or characters.</summary>
/// <param name="Value">The node of the argument that is shown; 0 for none.</param>
/// <param name="Written">The characters that are shown where no argument is; may be empty.</param>
internal readonly record struct FunctionReading(int Value, string Written)
{
    private const int LongestPadding = 500;

    /// <summary>The reading of a function whose result depends on the page alone; null for others.</summary>
    public static FunctionReading? Of(RenderContext context, TemplateCall call)
    {
        var name = call.Function!.ToLowerInvariant();
        return name switch
        {
            "#if:" => Argument(call, context.Subject(call).Length > 0 ? 0 : 1),
            "#ifeq:" => Argument(call, AreEqual(context.Subject(call), Text(context, call, 0)) ? 1 : 2),
            "#switch:" => Switch(context, call),
            "#ifexist:" => Argument(call, context.Subject(call).Length > 0 ? 0 : 1),
            "#ifexpr:" => Argument(call, ExpressionReading.Of(context.Subject(call)) is null or 0 ? 1 : 0),
            "#expr:" => Characters(ExpressionReading.Of(context.Subject(call)) is { } value ? ExpressionReading.Format(value) : ""),
            "#iferror:" => call.Parameters.Count > 1 ? Argument(call, 1) : Characters(context.Subject(call)),
            "plural:" => Argument(call, ExpressionReading.Of(context.Subject(call)) == 1 ? 0 : Math.Min(1, call.Parameters.Count - 1)),
            "formatnum:" => Characters(FormatNumber(context.Subject(call), Text(context, call, 0))),
            "lc:" => Characters(context.Subject(call).ToLowerInvariant()),
            "uc:" => Characters(context.Subject(call).ToUpperInvariant()),
            "lcfirst:" => Characters(First(context.Subject(call), char.ToLowerInvariant)),
            "ucfirst:" => Characters(First(context.Subject(call), char.ToUpperInvariant)),
            "padleft:" => Characters(Padding(context, call) is var left ? left + context.Subject(call) : ""),
            "padright:" => Characters(context.Subject(call) + Padding(context, call)),
            _ => null,
        };
    }

    private static FunctionReading Characters(string characters) => new(0, characters);

    private static FunctionReading Argument(TemplateCall call, int index) =>
        new(index >= 0 && index < call.Parameters.Count ? call.Parameters[index].Value : 0, "");

    private static string Text(RenderContext context, TemplateCall call, int index) =>
        index < call.Parameters.Count ? context.UnconvertedPhrase(call.Parameters[index].Value) : "";

    /// <summary>The value of the first case that is equal; a case without one shares that of the next; the last without one is the default.</summary>
    private static FunctionReading Switch(RenderContext context, TemplateCall call)
    {
        var subject = context.Subject(call);
        var (found, standard) = (false, 0);
        for (var i = 0; i < call.Parameters.Count; i++)
        {
            var (name, value, named) = call.Parameters[i];
            if (!named)
            {
                if (i == call.Parameters.Count - 1) return new FunctionReading(value, "");
                var text = Text(context, call, i);
                found |= AreEqual(subject, text);
                if (text == "#default") standard = -1;
                continue;
            }

            if (found || AreEqual(subject, name)) return new FunctionReading(value, "");
            if (standard == -1 || name is "#default" or "#默认" or "#預設") standard = value;
        }

        return new FunctionReading(Math.Max(standard, 0), "");
    }

    /// <summary>Numbers are equal by their value, other words by their characters.</summary>
    private static bool AreEqual(string a, string b) => a == b
        || (double.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && x == y);

    private static string First(string text, Func<char, char> change) => text.Length == 0 ? text : change(text[0]) + text[1..];

    /// <summary>A number with its thousands apart, or without (<c>R</c>); what is no number stays.</summary>
    public static string FormatNumber(string number, string how)
    {
        if (how is "R" or "原始") return number.Replace(",", "", StringComparison.Ordinal);
        if (how.Length > 0 || number.Length == 0) return number;
        var start = number[0] is '-' or '−' or '+' ? 1 : 0;
        var end = start;
        while (end < number.Length && char.IsAsciiDigit(number[end])) end++;
        if (number.AsSpan(end) is [not '.', ..] || number.AsSpan(end).LastIndexOf('.') > 0) return number;
        var grouped = new StringBuilder(number.Length + 8).Append(number, 0, start);
        for (var i = start; i < end; i++)
        {
            if (i > start && (end - i) % 3 == 0) grouped.Append(',');
            grouped.Append(number[i]);
        }

        return grouped.Append(number, end, number.Length - end).ToString();
    }

    private static string Padding(RenderContext context, TemplateCall call)
    {
        var missing = (int.TryParse(Text(context, call, 0), out var width) ? Math.Min(width, LongestPadding) : 0) - context.Subject(call).Length;
        var pad = call.Parameters.Count > 1 ? Text(context, call, 1) : "0";
        if (missing <= 0 || pad.Length == 0) return "";
        return string.Create(missing, pad, (span, with) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = with[i % with.Length];
        });
    }
}
