using System.Globalization;
using System.Text;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>A pattern filled in with a call's parameters: characters, or a value's node.</summary>
/// <param name="Items">Each its characters, or the node of a value.</param>
/// <param name="InSourceOrder">True when the values follow each other as in the source.</param>
internal readonly record struct PatternReading(List<(string Literal, int Value)> Items, bool InSourceOrder)
{
    public int Count => Items.Count;

    /// <summary>A series ends after so many.</summary>
    private const int LongestSeries = 200;

    public static PatternReading Of(RenderContext context, TemplateCall call)
    {
        var pattern = call.Entry.Pattern;
        var items = new List<(string, int)>(pattern.Length);
        for (var i = 0; i < pattern.Length;)
        {
            var end = i + 1;
            while (end < pattern.Length && pattern[end].Series == pattern[i].Series) end++;
            if (pattern[i].Series < 0) FillParts(context, call, pattern, i, end, items);
            else FillSeries(context, call, pattern, i, end, items);
            i = end;
        }

        LeaveOutRepeats(context, items);
        if (items.Count > 1) Trim(items);
        return new PatternReading(items, AreInOrder(context, items));
    }

    private static bool AreInOrder(RenderContext context, List<(string Literal, int Value)> items)
    {
        var at = 0;
        foreach (var (_, value) in items)
        {
            if (value == 0) continue;
            if (context.Tree[value].Start < at) return false;
            at = context.Tree[value].End;
        }

        return true;
    }

    /// <summary>Characters that follow a value leave out the first where the value ends with it.</summary>
    private static void LeaveOutRepeats(RenderContext context, List<(string Literal, int Value)> items)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i].Literal.Length == 0 || items[i - 1].Value == 0 || char.IsWhiteSpace(items[i].Literal[0])) continue;
            var value = context.Tree.TextOf(items[i - 1].Value).TrimEnd();
            if (value.Length > 0 && value[^1] == items[i].Literal[0]) items[i] = (items[i].Literal[1..], 0);
        }
    }

    /// <summary>Spaces between parts separate nothing where the first or the last part is missing.</summary>
    private static void Trim(List<(string Literal, int Value)> items)
    {
        if (items[0].Value == 0) items[0] = (items[0].Literal.TrimStart(' '), 0);
        if (items[^1].Value == 0) items[^1] = (items[^1].Literal.TrimEnd(' '), 0);
    }

    /// <summary>
    /// Fills in some parts of a pattern, without the groups that miss a value; true when one has a value. Each part is read once:
    /// a value that is read twice at each level would make nested templates take exponential time.
    /// </summary>
    private static bool FillParts(RenderContext context, TemplateCall call, PatternPart[] pattern, int from, int to, List<(string Literal, int Value)> items, string number = "")
    {
        var any = false;
        for (var i = from; i < to;)
        {
            var (start, missing, filled) = (items.Count, false, false);
            for (var group = pattern[i].Group; i < to && pattern[i].Group == group; i++)
            {
                var before = items.Count;
                Fill(context, call, Numbered(pattern[i], number), items);
                if (pattern[i].Kind == PatternPartKind.Literal) continue;
                missing |= group >= 0 && items.Count == before;
                filled |= items.Count > before && pattern[i].Names is not ["#"];
            }

            if (missing) items.RemoveRange(start, items.Count - start);
            else any |= filled;
        }

        return any;
    }

    private static void FillSeries(RenderContext context, TemplateCall call, PatternPart[] pattern, int from, int to, List<(string Literal, int Value)> items)
    {
        for (var n = 1; n <= LongestSeries; n++)
        {
            var filled = new List<(string, int)>();
            if (!FillParts(context, call, pattern, from, to, filled, n.ToString(CultureInfo.InvariantCulture))) return;
            items.AddRange(filled);
        }
    }

    private static PatternPart Numbered(PatternPart part, string number)
    {
        if (number.Length == 0 || part.Names.Length == 0) return part;
        if (part.Names is ["#"]) return part with { Kind = PatternPartKind.Literal, Text = number };
        return part with { Names = [.. part.Names.Select(name => name.Replace("#", number, StringComparison.Ordinal))] };
    }

    /// <summary>The whole as a string.</summary>
    public string Phrase(RenderContext context)
    {
        var phrase = new StringBuilder();
        foreach (var (literal, value) in Items) phrase.Append(value == 0 ? context.Worded(literal) : context.Phrase(value));
        return phrase.ToString();
    }

    private static void Fill(RenderContext context, TemplateCall call, PatternPart part, List<(string Literal, int Value)> items)
    {
        switch (part.Kind)
        {
            case PatternPartKind.Literal:
                items.Add((part.Text, 0));
                break;
            case PatternPartKind.Parameter:
                FillParameter(context, call, part.Names, items);
                break;
            case PatternPartKind.Rest:
                FillRest(call, int.Parse(part.Names[0]), part.Text, items);
                break;
            default:
                FillName(context, call, part, items);
                break;
        }
    }

    private static void FillParameter(RenderContext context, TemplateCall call, string[] names, List<(string, int)> items)
    {
        if (names is ["0"])
        {
            if (call.FunctionArgument.Length > 0) items.Add((call.FunctionArgument, 0));
        }
        else if (call.FindAny(names) is > 0 and var value)
        {
            items.Add(("", value));
        }
        else if (names[^1] == "PAGENAME")
        {
            if (context.Title is { Length: > 0 } title) items.Add((title, 0));
        }
        else if (names[^1].StartsWith('='))
        {
            items.Add((names[^1][1..], 0));
        }
    }

    private static void FillRest(TemplateCall call, int first, string separator, List<(string, int)> items)
    {
        var any = false;
        foreach (var argument in call.Arguments)
        {
            if (argument.Named || argument.Number < first || call.IsBlank(argument.Value)) continue;
            if (any && separator.Length > 0) items.Add((separator, 0));
            items.Add(("", argument.Value));
            any = true;
        }
    }

    private static void FillName(RenderContext context, TemplateCall call, PatternPart part, List<(string, int)> items)
    {
        var value = call.FindAny(part.Names);
        var code = part.Names.Length == 0 ? call.Name[(call.Name.IndexOf('-') + 1)..] : value == 0 ? "" : context.Tree.TextOf(value).Trim().ToString();
        var name = part.Kind switch
        {
            PatternPartKind.Country => Places.CountryName(code) ?? (value == 0 ? code : context.Phrase(value)),
            PatternPartKind.Number => FunctionReading.FormatNumber(value == 0 ? "" : context.Phrase(value), ""),
            PatternPartKind.Coordinates => CoordinateReading.Of(context, call),
            PatternPartKind.Measure => UnitReading.Of(context, call),
            _ => Places.LanguageName(code),
        };
        if (!string.IsNullOrEmpty(name)) items.Add((name, 0));
    }
}
