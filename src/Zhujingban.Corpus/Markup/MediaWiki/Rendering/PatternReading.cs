using System.Text;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>A pattern filled in with a call's parameters: characters, or a value's node.</summary>
/// <param name="Items">Each its characters, or the node of a value.</param>
/// <param name="InSourceOrder">True when the values follow each other as in the source.</param>
internal readonly record struct PatternReading(List<(string Literal, int Value)> Items, bool InSourceOrder)
{
    public int Count => Items.Count;

    public static PatternReading Of(RenderContext context, TemplateCall call)
    {
        var items = new List<(string, int)>(call.Entry.Pattern.Length);
        var missing = MissingGroups(context, call);
        foreach (var part in call.Entry.Pattern)
        {
            if (part.Group < 0 || missing?.Contains(part.Group) != true) Fill(context, call, part, items);
        }

        var (inOrder, at) = (true, 0);
        foreach (var (_, value) in items)
        {
            if (value == 0) continue;
            inOrder &= context.Tree[value].Start >= at;
            at = context.Tree[value].End;
        }

        return new PatternReading(items, inOrder);
    }

    /// <summary>The whole as a string.</summary>
    public string Phrase(RenderContext context)
    {
        var phrase = new StringBuilder();
        foreach (var (literal, value) in Items) phrase.Append(value == 0 ? literal : context.Phrase(value));
        return phrase.ToString();
    }

    /// <summary>The optional groups with a parameter that has no value; null without one.</summary>
    private static HashSet<int>? MissingGroups(RenderContext context, TemplateCall call)
    {
        HashSet<int>? missing = null;
        foreach (var part in call.Entry.Pattern)
        {
            if (part.Group < 0 || part.Kind == PatternPartKind.Literal) continue;
            var filled = new List<(string, int)>();
            Fill(context, call, part, filled);
            if (filled.Count == 0) (missing ??= []).Add(part.Group);
        }

        return missing;
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
        else if (names is ["PAGENAME"])
        {
            if (context.Title is { Length: > 0 } title) items.Add((title, 0));
        }
        else if (call.FindAny(names) is > 0 and var value)
        {
            items.Add(("", value));
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
        var name = part.Kind == PatternPartKind.Country ? Places.CountryName(code) ?? code : Places.LanguageName(code);
        if (!string.IsNullOrEmpty(name)) items.Add((name, 0));
    }
}
