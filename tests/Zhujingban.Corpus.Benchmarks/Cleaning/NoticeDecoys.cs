using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Plants sentences that look like another one of the notice and say something else, or say it in another place.</summary>
internal static class NoticeDecoys
{
    private static readonly (string From, string To, string Kind)[] Swaps =
    [
        ("省级", "市级", "level"), ("全省", "全市", "level"), ("县级", "市级", "level"), ("上级", "本级", "level"), ("乡镇", "区县", "level"),
        ("应当", "不应当", "negation"), ("要", "不要", "negation"), ("符合条件", "不符合条件", "negation"), ("不得", "可以", "negation"), ("由", "不由", "negation"),
        ("人民政府", "财政部门", "name"), ("审计机关", "公安机关", "name"), ("主管部门", "监管部门", "name"), ("各地区", "各部门", "name"),
    ];

    /// <summary>Puts decoys in place of the last sentence of some units; answers with the units that must both stay.</summary>
    public static List<(int Unit, int Other, string Kind)> Plant(List<NoticeUnit> units, SeededRandom random, int percent)
    {
        var planted = new List<(int, int, string)>();
        var used = new HashSet<int>();
        if (random.Percent(percent * 4)) PlantTwins(units, random, planted, used);
        var clauses = Enumerable.Range(0, units.Count)
            .Where(i => units[i].Kind == CleanUnitKind.Clause && units[i].Sentences is [{ Length: >= 24 }, ..] && !used.Contains(i)).ToList();
        foreach (var i in clauses)
        {
            if (used.Contains(i) || !random.Percent(percent)) continue;
            var others = clauses.Where(j => j > i && !used.Contains(j)).Take(8).ToList();
            if (others.Count == 0 || Changed(TextOf(units[i]), random) is not { } change) continue;
            var other = random.Pick(others);
            units[other] = units[other] with { Sentences = [MarkOf(units[other]) + change.Text, .. units[other].Sentences.Skip(1)] };
            planted.Add((i, other, change.Kind));
            used.Add(i);
            used.Add(other);
        }

        return planted;
    }

    /// <summary>The same sentence as the last clause under two headings, with its own mark each or, by chance, the same one.</summary>
    private static void PlantTwins(List<NoticeUnit> units, SeededRandom random, List<(int, int, string)> planted, HashSet<int> used)
    {
        var last = Enumerable.Range(0, units.Count).Where(i => units[i] is { Kind: CleanUnitKind.Clause, Path.Count: 2, Sentences.Count: 1 }
            && (i + 1 == units.Count || units[i + 1].Path.Count < 2)).ToList();
        if (last.Count < 2) return;
        var at = random.Next(last.Count - 1);
        var text = NoticeGrammar.Alternatives("last-duty")[random.Next(3)];
        foreach (var i in (int[])[last[at], last[at + 1]])
        {
            units[i] = units[i] with { Sentences = [MarkOf(units[i]) + text] };
            used.Add(i);
        }

        planted.Add((last[at], last[at + 1], "same"));
    }

    private static (string Text, string Kind)? Changed(string text, SeededRandom random)
    {
        var digits = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1]))).ToList();
        if (digits.Count > 0 && random.Percent(60))
        {
            var i = random.Pick(digits);
            var digit = (char)('1' + ((text[i] - '1' + random.Between(1, 8)) % 9));
            return (text[..i] + digit + text[(i + 1)..], "number");
        }

        var places = NoticeGrammar.Alternatives("place");
        var names = places.Where(name => text.Contains(name, StringComparison.Ordinal)).ToList();
        if (names.Count > 0 && random.Percent(50))
            return (text.Replace(names[0], random.Pick([.. places.Where(name => !names.Contains(name))]), StringComparison.Ordinal), "name");

        var fitting = Swaps.Where(swap => text.Contains(swap.From, StringComparison.Ordinal)
            && !text.Contains(swap.To, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 0) return null;
        var (from, to, kind) = random.Pick(fitting);
        var found = text.IndexOf(from, StringComparison.Ordinal);
        return (text[..found] + to + text[(found + from.Length)..], kind);
    }

    private static string MarkOf(NoticeUnit unit)
    {
        var first = unit.Sentences[0];
        var length = unit.Num?.Length ?? 0;
        while (length < first.Length && first[length] is ' ' or '　') length++;
        return first[..length];
    }

    private static string TextOf(NoticeUnit unit) => unit.Sentences[0][MarkOf(unit).Length..];
}
