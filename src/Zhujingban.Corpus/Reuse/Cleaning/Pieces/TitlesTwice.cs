namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Tells titles and names that stand twice in one: …办法…办法, or a title with its own end once more behind it.</summary>
internal static class TitlesTwice
{
    /// <summary>So many letters in common are no chance.</summary>
    private const int FewestInCommon = 6;

    /// <summary>One letter in so many may be another one.</summary>
    private const int SlipShare = 10;

    /// <summary>Where a title begins again inside a longer one, or its end stands once more behind it; 0 when neither does.</summary>
    public static int AgainAt(ReadOnlySpan<char> title)
    {
        if (title.Length < 2 * FewestInCommon) return 0;
        var begins = title[1..].IndexOf(title[..FewestInCommon]) + 1;
        if (begins >= FewestInCommon && title[begins..].StartsWith(title[..begins].TrimEnd())) return begins;
        if (IsTwiceWithSlips(title)) return title.Length / 2;
        var end = title[..^1].LastIndexOf(title[^FewestInCommon..]) + FewestInCommon;
        if (end < FewestInCommon) return 0;
        return title[..end].EndsWith(title[end..]) ? end : 0;
    }

    /// <summary>True for a name and the same name again.</summary>
    public static bool IsTwice(string name) => name.Length % 2 == 0 && name.AsSpan(name.Length / 2).SequenceEqual(name.AsSpan(0, name.Length / 2));

    /// <summary>True for a title and the same with one letter in ten another one.</summary>
    private static bool IsTwiceWithSlips(ReadOnlySpan<char> title)
    {
        var (half, slips) = (title.Length / 2, 0);
        if (title.Length % 2 > 0) return false;
        for (var i = 0; i < half; i++)
        {
            if (title[i] == title[half + i]) continue;
            if (char.IsDigit(title[i]) || char.IsDigit(title[half + i])) return false;
            slips++;
        }

        return slips * SlipShare <= half;
    }
}
