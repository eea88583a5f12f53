using System.Text.RegularExpressions;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>A character of a copy with its offset in the sentence.</summary>
internal readonly record struct WrittenCharacter(char Character, int Offset, bool IsTypo = false);

/// <summary>How a copy is written differently: other brackets, widths, zeros, dates.</summary>
internal sealed partial class CopyStyle
{
    private readonly Dictionary<char, char> _swaps = [];
    private readonly bool _dates;

    public CopyStyle(SeededRandom random)
    {
        if (random.Percent(60)) Swap("〔〕", random.Pick(["[]", "【】", "［］"]));
        if (random.Percent(40)) Swap("；", ";");
        if (random.Percent(25)) Swap("，：", ",:");
        if (random.Percent(35)) Swap("（）", "()");
        if (random.Percent(20)) Swap("0123456789", "０１２３４５６７８９");
        if (random.Percent(50)) Swap("○〇零", random.Pick(["〇〇〇", "○○○", "零零零"]));
        if (random.Percent(20)) Swap("“”", "\"\"");
        _dates = random.Percent(40);
    }

    private CopyStyle()
    {
    }

    /// <summary>As it was.</summary>
    public static CopyStyle Plain { get; } = new();

    /// <summary>A part of a sentence as this copy writes it, each character with its offset in the sentence.</summary>
    public List<WrittenCharacter> Write(string sentence, int start, int end)
    {
        var written = new List<WrittenCharacter>(end - start);
        var at = start;
        var dates = _dates ? Dates().Matches(sentence) : Enumerable.Empty<Match>();
        foreach (var date in dates.Where(date => date.Index >= start && date.Index + date.Length <= end))
        {
            Copy(date.Index);
            var other = Rewritten(date);
            for (var i = 0; i < other.Length; i++)
                written.Add(new WrittenCharacter(Swapped(other[i]), date.Index + Math.Max(0, ((i + 1) * date.Length / other.Length) - 1)));
            at = date.Index + date.Length;
        }

        Copy(end);
        return written;

        void Copy(int to)
        {
            for (; at < to; at++) written.Add(new WrittenCharacter(Swapped(sentence[at]), at));
        }
    }

    private char Swapped(char c) => _swaps.TryGetValue(c, out var other) ? other : c;

    private void Swap(string from, string to)
    {
        for (var i = 0; i < from.Length; i++) _swaps[from[i]] = to[i];
    }

    private static string Rewritten(Match date)
    {
        if (date.Groups["y"].Success)
        {
            var (year, month, day) = (int.Parse(date.Groups["y"].Value), int.Parse(date.Groups["m"].Value), int.Parse(date.Groups["d"].Value));
            return date.Value.Contains('年') ? WrittenNumbers.Date(year, month, day, '○') : WrittenNumbers.Date(year, month, day, null);
        }

        var digits = string.Concat(date.Groups["cy"].Value.Select(c => "○一二三四五六七八九".IndexOf(c is '〇' or '零' ? '○' : c)));
        return $"{digits}年{BaseNumbering.ValueOf(date.Groups["cm"].Value)}月{BaseNumbering.ValueOf(date.Groups["cd"].Value)}日";
    }

    [GeneratedRegex("(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日|(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})"
        + "|(?<cy>[○〇零一二三四五六七八九]{4})年(?<cm>[一二三四五六七八九十]{1,2})月(?<cd>[一二三四五六七八九十]{1,3})日")]
    private static partial Regex Dates();
}

/// <summary>Typos: about one in twenty characters, never in what makes a difference in meaning.</summary>
internal static class Typos
{
    private const string Ordinary = "之其于有在这中上来到时会可出也后自以然面发成理民部度家电力里如起小现实量都两体";
    private static readonly string[] Pairs = [.. CleaningResources.Lines("typo-pairs.txt")];

    /// <summary>Characters that decide what a sentence says: numbers, negations, levels, names.</summary>
    private static readonly HashSet<char> Guarded =
    [
        .. "不未无非勿莫免没可应须省市县区乡镇村州级厅局委办处科国全上下本年月日第条款项章、，。；：,:;\"（）()《》〈〉“”〔〕[]［］【】 \u3000%-",
        .. NoticeGrammar.Alternatives("place").Concat(NoticeGrammar.Alternatives("province")).SelectMany(name => name),
    ];

    /// <summary>Makes typos in what a copy wrote.</summary>
    public static void Make(List<WrittenCharacter> written, int protectedUntil, SeededRandom random)
    {
        for (var left = random.Between(8, 22); left < written.Count; left += random.Between(18, 40))
        {
            var at = random.Between(left - 7, left - 1);
            var (c, offset, _) = written[at];
            if (Guarded.Contains(c) || WrittenNumbers.IsNumeral(c) || offset < protectedUntil || at == 0 || at == written.Count - 1) continue;
            var kind = random.Next(100);
            var pair = Pairs.FirstOrDefault(set => set.Contains(c));
            if (kind < 12) written.RemoveAt(at);
            else if (kind < 22) written.Insert(at, new WrittenCharacter(c, offset, IsTypo: true));
            else written[at] = new WrittenCharacter(pair is null ? random.Pick([.. Ordinary]) : pair.First(other => other != c), offset, IsTypo: true);
        }
    }
}
