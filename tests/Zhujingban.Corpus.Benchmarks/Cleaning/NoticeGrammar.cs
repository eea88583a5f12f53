using System.Text;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>The wording of made-up notices, from the resource <c>notice-grammar.txt</c>, with what is drawn once a notice.</summary>
internal sealed class NoticeGrammar
{
    private static readonly Dictionary<string, List<string>> Rules = ReadRules();

    private readonly SeededRandom _random;
    private readonly Dictionary<string, string> _bound = [];
    private readonly List<HashSet<int>> _said = [];

    public NoticeGrammar(SeededRandom random)
    {
        _random = random;
        foreach (var name in (string[])["province", "topic", "organ", "leader"]) _bound[name] = random.Pick(Rules[name]);
    }

    public static IReadOnlyList<string> Alternatives(string name) => Rules[name];

    /// <summary>Says what a name stands for from now on.</summary>
    public void Bind(string name, string value) => _bound[name] = value;

    /// <summary>A text for a name of the grammar.</summary>
    public string Say(string name) => Expand(Value(name));

    /// <summary>A text that is not nearly what this notice said already: likeness is for decoys, which are written down as such.</summary>
    public string SayNew(string name)
    {
        for (var attempt = 0; ; attempt++)
        {
            var text = Say(name);
            var grams = Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(i => (text[i] << 20) ^ (text[i + 1] << 10) ^ text[i + 2]).ToHashSet();
            if (attempt < 30 && _said.Any(other => other.Count(grams.Contains) > 0.45 * Math.Min(grams.Count, other.Count))) continue;
            _said.Add(grams);
            return text;
        }
    }

    /// <summary>A template with its names filled in.</summary>
    public string Expand(string template)
    {
        var written = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0) open = template.Length;
            written.Append(template, at, open - at);
            if (open == template.Length) break;
            var close = template.IndexOf('}', open);
            written.Append(Expand(Value(template[(open + 1)..close])));
            at = close + 1;
        }

        return written.ToString();
    }

    private string Value(string name) => _bound.TryGetValue(name, out var bound) ? bound : name switch
    {
        "n" => $"{_random.Between(2, 30)}",
        "ten" => $"{_random.Between(1, 9) * 10}",
        "year" => $"{_random.Between(2008, 2022)}",
        "month" => $"{_random.Between(1, 12)}",
        "day" => $"{_random.Between(1, 28)}",
        "plan" => _random.Pick(["二", "三", "四"]),
        _ => _random.Pick(Rules[name]),
    };

    private static Dictionary<string, List<string>> ReadRules()
    {
        var rules = new Dictionary<string, List<string>>();
        foreach (var line in CleaningResources.Lines("notice-grammar.txt"))
        {
            var name = line[..line.IndexOf('=')].Trim();
            if (!rules.TryGetValue(name, out var alternatives)) rules[name] = alternatives = [];
            alternatives.AddRange(line[(line.IndexOf('=') + 1)..].Split('|', StringSplitOptions.TrimEntries));
        }

        return rules;
    }
}

/// <summary>Numbers as marks write them.</summary>
internal static class WrittenNumbers
{
    private static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>A number below one hundred in Chinese numerals.</summary>
    public static string Chinese(int value) => value < 10
        ? Digits[value]
        : (value < 20 ? "十" : Digits[value / 10] + "十") + Digits[value % 10];

    /// <summary>A date as official documents write it, with digits or with numerals.</summary>
    public static string Date(int year, int month, int day, char? zero) => zero is not { } z
        ? $"{year}年{month}月{day}日"
        : string.Concat($"{year}".Select(c => c == '0' ? z.ToString() : Digits[c - '0'])) + $"年{Chinese(month)}月{Chinese(day)}日";

    /// <summary>True for a character that a number is written with.</summary>
    public static bool IsNumeral(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９' || c is '○' or '〇' || ChineseNumerals.IsNumeral(c);
}
