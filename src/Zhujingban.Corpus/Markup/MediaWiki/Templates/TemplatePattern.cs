using System.Buffers;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>What a part of a pattern gives.</summary>
internal enum PatternPartKind : byte
{
    /// <summary>Its own characters.</summary>
    Literal,

    /// <summary>The value of the first of its parameters that has one.</summary>
    Parameter,

    /// <summary>All unnamed parameters from a number on.</summary>
    Rest,

    /// <summary>The name of the language whose code is the parameter, or the end of the template's name.</summary>
    Language,

    /// <summary>The name of the country whose code or name is the parameter.</summary>
    Country,

    /// <summary>A number with its thousands apart.</summary>
    Number,

    /// <summary>The coordinates that its numbers and directions are.</summary>
    Coordinates,

    /// <summary>A measure with its conversion.</summary>
    Measure,
}

/// <summary>A part of a pattern.</summary>
/// <param name="Kind">What it gives.</param>
/// <param name="Names">The parameters, first choice first.</param>
/// <param name="Text">Literals: the characters; rests: what stands between them.</param>
/// <param name="Group">The number of the optional group that it is in; -1 in none.</param>
/// <param name="Series">The number of the series that it is in; -1 in none.</param>
internal sealed record PatternPart(PatternPartKind Kind, string[] Names, string Text, int Group, int Series);

/// <summary>
/// How a template's text is made: characters, <c>{1}</c>, <c>{text|1}</c> (the first that has a value), <c>{1|=否}</c>
/// (characters where none has), <c>{2*、}</c> (all unnamed
/// parameters from the second on, with 、 between), <c>{@lang:1}</c> and <c>{@country:1}</c> (a name for a code), <c>{@number:1}</c>
/// (its thousands apart), <c>{@coord}</c>, <c>{@measure}</c>, <c>{PAGENAME}</c>;
/// what is in <c>[ … ]</c> is left out when a parameter in it has no value; what is in <c>&lt; … &gt;</c> is repeated with 1, 2, 3 …
/// for <c>#</c> in its names while there are values. A character that a value already ends with is not written again behind it:
/// <c>{1}年</c> gives 1990年 for 1990 and for 1990年.
/// </summary>
internal static class TemplatePattern
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("[]<>");
    private static readonly SearchValues<char> Marks = SearchValues.Create("{[]<>");

    public static PatternPart[] Parse(string pattern)
    {
        var parts = new List<PatternPart>();
        var (group, groups, series, manySeries, at) = (-1, 0, -1, 0, 0);
        while (at < pattern.Length)
        {
            var c = pattern[at];
            if (c is '[' or ']') group = c == '[' ? groups++ : -1;
            if (c is '<' or '>') series = c == '<' ? manySeries++ : -1;
            if (Brackets.Contains(c))
            {
                at++;
                continue;
            }

            var end = c == '{' ? pattern.IndexOf('}', at) : pattern.AsSpan(at).IndexOfAny(Marks) is >= 0 and var step ? at + step : pattern.Length;
            if (end < 0) throw new FormatException($"The pattern {pattern} has a brace without end.");
            var part = c == '{' ? ReadBrace(pattern[(at + 1)..end], group) : new PatternPart(PatternPartKind.Literal, [], pattern[at..end], group, -1);
            parts.Add(part with { Series = series });
            at = c == '{' ? end + 1 : end;
        }

        return [.. parts];
    }

    private static PatternPart ReadBrace(string text, int group)
    {
        if (text.StartsWith('@'))
        {
            var colon = text.IndexOf(':');
            var kind = text.AsSpan(1, (colon < 0 ? text.Length : colon) - 1) switch
            {
                "country" => PatternPartKind.Country,
                "number" => PatternPartKind.Number,
                "coord" => PatternPartKind.Coordinates,
                "measure" => PatternPartKind.Measure,
                _ => PatternPartKind.Language,
            };
            return new PatternPart(kind, colon < 0 ? [] : text[(colon + 1)..].Split('|'), "", group, -1);
        }

        var star = text.IndexOf('*');
        return star < 0
            ? new PatternPart(PatternPartKind.Parameter, text.Split('|'), "", group, -1)
            : new PatternPart(PatternPartKind.Rest, [star == 0 ? "1" : text[..star]], text[(star + 1)..], group, -1);
    }
}
