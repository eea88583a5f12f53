using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>Wikitext templates that a conversion to Markdown left behind: <c>{{-}}</c>, <c>{{clear}}</c>, <c>{{lang|en|…}}</c>.</summary>
internal static class LeftoverTemplates
{
    /// <summary>The longest template that is believed; a lone <c>{{</c> is not to take half a page with it.</summary>
    private const int MaximumLength = 10_000;

    /// <summary>The outermost templates of a text, in order, without those in code.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fences">The ranges of fenced code, in order.</param>
    public static IReadOnlyList<TextSpan> Find(string text, IReadOnlyList<TextSpan> fences)
    {
        var found = new List<TextSpan>();
        var open = new Stack<int>();
        var fence = 0;
        for (var i = text.AsSpan().IndexOf("{{"); i >= 0 && i + 1 < text.Length; i = NextBrace(text, i))
        {
            while (fence < fences.Count && fences[fence].End <= i) fence++;
            var inFence = fence < fences.Count && fences[fence].Start <= i;
            if (inFence)
            {
                i = Math.Max(i, fences[fence].End - 1);
                open.Clear();
            }
            else if (text[i] == '{' && text[i + 1] == '{')
            {
                open.Push(i++);
            }
            else if (text[i] == '}' && text[i + 1] == '}' && open.TryPop(out var start))
            {
                i++;
                if (i + 1 < text.Length && text[i + 1] == '}' && text[start + 2] == '{') i++; // a parameter: {{{1}}}
                Add(found, new TextSpan(start, i + 1));
            }
        }

        return found;
    }

    /// <summary>The record of one template.</summary>
    public static TemplateUse Read(string text, TextSpan span)
    {
        var parts = text[(span.Start + 2)..(span.End - 2)].Split('|');
        var parameters = new List<TemplateParameter>();
        var position = 0;
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(equals < 0
                ? new TemplateParameter($"{++position}", part.Trim())
                : new TemplateParameter(part[..equals].Trim(), part[(equals + 1)..].Trim()));
        }

        return new TemplateUse(parts[0].Trim(' ', '\n', '\r', '\t', '{', '}'), "unknown", parameters, [span]);
    }

    private static int NextBrace(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny('{', '}');
        return next < 0 ? -1 : at + 1 + next;
    }

    private static void Add(List<TextSpan> found, TextSpan span)
    {
        if (span.Length > MaximumLength) return;
        while (found.Count > 0 && found[^1].Start > span.Start) found.RemoveAt(found.Count - 1);
        found.Add(span);
    }
}
