using System.Globalization;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Writes marks that stand nowhere as their document would.</summary>
internal static class NumberingMarkWriter
{
    /// <summary>The mark of a kind and number.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="value">The number.</param>
    /// <param name="model">A mark of the kind as the document writes it, or null.</param>
    public static string Write(NumberingKind kind, int value, string? model)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        model ??= kind switch
        {
            NumberingKind.Part => "第一编",
            NumberingKind.Subpart => "第一分编",
            NumberingKind.Chapter => "第一章",
            NumberingKind.ChapterSection => "第一节",
            NumberingKind.Article => "第一条",
            NumberingKind.First or NumberingKind.Division => "一、",
            NumberingKind.Second or NumberingKind.Subdivision => "（一）",
            NumberingKind.Third => "1.",
            NumberingKind.Fourth => "（1）",
            _ => "①",
        };
        if (model.Length == 1) return Single(model[0], value) ?? number;
        var start = model.AsSpan().IndexOfAnyExcept("（(第 \u3000");
        var end = start;
        while (end < model.Length && ChineseNumerals.IsNumeral(model[end])) end++;
        if (start < 0 || end == start) return number;
        return model[..start] + (ChineseNumerals.IsArabic(model[start]) ? number : ChineseNumerals.Write(value)) + model[end..];
    }

    /// <summary>①, ⑴, ⒈ and ㈠ run on in Unicode from 1.</summary>
    private static string? Single(char model, int value)
    {
        var (one, most) = model switch
        {
            >= '①' and <= '⑳' => ('①', 20),
            >= '⑴' and <= '⒇' => ('⑴', 20),
            >= '⒈' and <= '⒛' => ('⒈', 20),
            >= '㈠' and <= '㈩' => ('㈠', 10),
            _ => (model, 0),
        };
        return value <= most ? ((char)(one + value - 1)).ToString() : null;
    }
}
