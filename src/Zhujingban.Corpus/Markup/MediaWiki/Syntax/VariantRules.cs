using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>The rules in a <c>-{ … }-</c>: <c>zh-cn:value; zh-tw:value</c>, <c>from=&gt;zh-cn:value</c>.</summary>
internal static class VariantRules
{
    /// <summary>A rule's variant, and the word before its arrow, end within so many characters.</summary>
    private const int LongestHead = 256;

    /// <summary>True when flags say that the body is text even where it looks like rules.</summary>
    public static bool AreLiteral(ReadOnlySpan<char> flags)
    {
        foreach (var range in flags.Split(';'))
        {
            var flag = flags[range].Trim();
            if (flag is "R" or "N" || ChineseVariants.TryParse(flag, out _)) return true;
        }

        return false;
    }

    /// <summary>
    /// Gives a variant's body its rules as children, and their values to be read. False when the body is text: its flags say so,
    /// or a part of it names no variant.
    /// </summary>
    public static bool Split(WikiTree tree, int body, WorkList work)
    {
        if (tree[body].Data != 0) return false;
        var rules = FindRules(tree.Source, FindSemicolons(tree, body), tree[body].Start, tree[body].End);
        if (rules.Count == 0 || !HeadsAreOpen(tree, body, rules)) return false;
        var children = default(ChildList);
        var hidden = tree[body].FirstChild;
        foreach (var rule in rules)
        {
            var node = tree.Add(NodeKind.VariantRule, rule.Start, rule.End);
            tree[node].Data = (ushort)rule.Variant;
            tree[node].Mark = rule.Colon;
            tree.Append(ref children, node);
            var inside = default(ChildList);
            if (rule.Arrow >= 0) tree.Append(ref inside, AddPart(tree, NodeKind.VariantFrom, rule.Start, rule.Arrow, ref hidden));
            var value = AddPart(tree, NodeKind.VariantValue, rule.Colon + 1, rule.End, ref hidden);
            tree.Append(ref inside, value);
            tree[node].FirstChild = inside.First;
            work.Push(value);
        }

        tree[body].Kind = NodeKind.VariantRules;
        tree[body].FirstChild = children.First;
        return true;
    }

    /// <summary>True when no arrow, code or colon of the rules stands inside a hidden node.</summary>
    private static bool HeadsAreOpen(WikiTree tree, int body, List<Rule> rules)
    {
        var child = tree[body].FirstChild;
        foreach (var rule in rules)
        {
            for (; child != 0 && tree[child].Start < rule.End; child = tree[child].NextSibling)
            {
                if (tree[child].Start < rule.Start || (tree[child].End > rule.Arrow && tree[child].Start <= rule.Colon)) return false;
            }
        }

        return true;
    }

    private static int AddPart(WikiTree tree, NodeKind kind, int start, int end, ref int hidden)
    {
        var part = tree.Add(kind, start, end);
        var inside = default(ChildList);
        while (hidden != 0 && tree[hidden].Start < end)
        {
            var next = tree[hidden].NextSibling;
            tree.Append(ref inside, hidden);
            hidden = next;
        }

        tree[part].FirstChild = inside.First;
        return part;
    }

    private readonly record struct Rule(int Start, int Arrow, int Colon, int End, ChineseVariant Variant);

    /// <summary>The rules in a text that stands outside of <c>-{ … }-</c>; none when a part of it names no variant.</summary>
    public static IEnumerable<(ChineseVariant Variant, string? From, string To)> Read(string text)
    {
        var semicolons = new List<int>();
        AddSemicolons(text, 0, text.Length, semicolons);
        semicolons.Add(text.Length);
        foreach (var rule in FindRules(text, semicolons, 0, text.Length))
        {
            var to = Entities.DecodeAll(text[(rule.Colon + 1)..rule.End].Trim());
            yield return (rule.Variant, rule.Arrow < 0 ? null : text[rule.Start..rule.Arrow].Trim(), to);
        }
    }

    private static List<Rule> FindRules(string source, List<int> semicolons, int start, int end)
    {
        var rules = new List<Rule>();
        for (var i = 0; i < semicolons.Count; i++)
        {
            if (i + 1 < semicolons.Count && !StartsRule(source, semicolons[i] + 1, semicolons[i + 1])) continue;
            if (!source.AsSpan(start, semicolons[i] - start).IsWhiteSpace())
            {
                if (ReadRule(source, start, semicolons[i]) is not { } rule) return [];
                rules.Add(rule);
            }

            start = Math.Min(semicolons[i] + 1, end);
        }

        return rules;
    }

    /// <summary>The semicolons outside of hidden nodes, and the end.</summary>
    private static List<int> FindSemicolons(WikiTree tree, int body)
    {
        var found = new List<int>();
        var from = tree[body].Start;
        for (var child = tree[body].FirstChild; child != 0; child = tree[child].NextSibling)
        {
            AddSemicolons(tree.Source, from, tree[child].Start, found);
            from = tree[child].End;
        }

        AddSemicolons(tree.Source, from, tree[body].End, found);
        found.Add(tree[body].End);
        return found;
    }

    private static void AddSemicolons(string source, int from, int to, List<int> found)
    {
        while (from < to && source.AsSpan(from, to - from).IndexOf(';') is >= 0 and var step)
        {
            found.Add(from + step);
            from += step + 1;
        }
    }

    /// <summary>True when what stands behind a semicolon is a rule or nothing; else the semicolon belongs to the value before it.</summary>
    private static bool StartsRule(string source, int start, int end) =>
        source.AsSpan(start, end - start).IsWhiteSpace() || ReadRule(source, start, end) is not null;

    private static Rule? ReadRule(string source, int start, int end)
    {
        var text = source.AsSpan(start, Math.Min(end - start, LongestHead));
        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        var colon = text[Math.Max(arrow, 0)..].IndexOf(':');
        if (colon < 0) return null;
        if (arrow >= 0) colon += arrow;
        var before = text.IndexOf(':');
        if (arrow > before) (arrow, colon) = (-1, before);
        var name = text[(arrow < 0 ? 0 : arrow + 2)..colon].Trim();
        return ChineseVariants.TryParse(name, out var variant) ? new Rule(start, arrow < 0 ? -1 : start + arrow, start + colon, end, variant) : null;
    }
}
