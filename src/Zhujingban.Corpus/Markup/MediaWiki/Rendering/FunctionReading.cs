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
            "#ifeq:" => Argument(call, new Comparand(context.Subject(call)).Is(Text(context, call, 0)) ? 1 : 2),
            "#switch:" => Switch(context, call),
            "#ifexist:" => Argument(call, context.Subject(call).Length > 0 ? 0 : 1),
            "#ifexpr:" => Argument(call, ExpressionReading.Of(context.Subject(call)) is null or 0 ? 1 : 0),
            "#expr:" => Characters(ExpressionReading.Of(context.Subject(call)) is { } value ? ExpressionReading.Format(value) : ""),
            "#iferror:" => call.Arguments.Count > 1 ? Argument(call, 1) : Characters(context.Subject(call)),
            "plural:" => Argument(call, ExpressionReading.Of(context.Subject(call)) == 1 ? 0 : Math.Min(1, call.Arguments.Count - 1)),
            "formatnum:" => Characters(FormatNumber(context.Subject(call), Text(context, call, 0))),
            "lc:" => Characters(context.Subject(call).ToLowerInvariant()),
            "uc:" => Characters(context.Subject(call).ToUpperInvariant()),
            "lcfirst:" => Characters(First(context.Subject(call), char.ToLowerInvariant)),
            "ucfirst:" => Characters(First(context.Subject(call), char.ToUpperInvariant)),
            "padleft:" => Characters(context.Subject(call) is var subject ? Padding(context, call, subject) + subject : ""),
            "padright:" => Characters(context.Subject(call) is var subject ? subject + Padding(context, call, subject) : ""),
            _ => null,
        };
    }

    private static FunctionReading Characters(string characters) => new(0, characters);

    private static FunctionReading Argument(TemplateCall call, int index) =>
        new(call.Arguments.ValueAt(index), "");

    private static string Text(RenderContext context, TemplateCall call, int index) =>
        call.Arguments.ValueAt(index) is > 0 and var value ? context.UnconvertedPhrase(value) : "";

    /// <summary>The value of the first case that is equal; a case without one shares that of the next; the last without one is the default.</summary>
    private static FunctionReading Switch(RenderContext context, TemplateCall call)
    {
        var subject = new Comparand(context.Subject(call));
        var (found, standard) = (false, 0);
        var last = call.Arguments.Count;
        foreach (var argument in call.Arguments)
        {
            last--;
            if (!argument.Named)
            {
                if (last == 0) return new FunctionReading(argument.Value, "");
                var text = context.UnconvertedPhrase(argument.Value);
                found |= subject.Is(text);
                if (text == "#default") standard = -1;
                continue;
            }

            var name = context.NameOf(argument);
            if (found || subject.Is(name)) return new FunctionReading(argument.Value, "");
            if (standard == -1 || name is "#default" or "#默认" or "#預設") standard = argument.Value;
        }

        return new FunctionReading(Math.Max(standard, 0), "");
    }

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

    private static string Padding(RenderContext context, TemplateCall call, string subject)
    {
        var missing = (int.TryParse(Text(context, call, 0), out var width) ? Math.Min(width, LongestPadding) : 0) - subject.Length;
        var pad = call.Arguments.Count > 1 ? Text(context, call, 1) : "0";
        if (missing <= 0 || pad.Length == 0) return "";
        return string.Create(missing, pad, (span, with) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = with[i % with.Length];
        });
    }
}
