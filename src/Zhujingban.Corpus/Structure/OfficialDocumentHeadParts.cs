using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>The parts that stand beside the title in a document's head: the number, labelled values, the addressees.</summary>
internal static class OfficialDocumentHeadParts
{
    private const int LongestAddressees = 800;
    private const int LongestAddressee = 40;

    private static readonly SearchValues<char> NoNames = SearchValues.Create("。；！？《》\n");

    private static readonly string[] Labels =
    [
        "发布日期", "发布时间", "公开日期", "发文日期", "成文日期", "印发日期", "发文字号", "文号", "发文机关", "发布机构", "索引号", "主题分类",
        "主题词", "标题", "签发人", "来源", "有效性", "信息来源", "体裁分类", "生成日期",
    ];

    private static readonly string[] NoAddressees =
    [
        "如下", "以下", "现将", "现就", "为了", "根据", "按照", "同意", "通知", "要求", "意见", "批复", "决定", "规定", "组成", "名单",
    ];

    private static readonly string[] Openings = ["一、", "（一）", "(一)", "为", "根据", "现将", "现就", "目录", "序言"];

    /// <summary>True when a number, a label, the addressees, the preamble or the first unit of the body stand at the start of a range.</summary>
    public static bool StartsAt(string text, TextSpan range)
    {
        var characters = text.AsSpan(range.Start, range.Length);
        return OfficialDocumentNumbers.Read(characters) > 0 || ReadLabel(characters, out _) > 0 || ReadAddressees(text, range) > 0
            || IsHistory(characters) || Array.Exists(Openings, words => text.AsSpan(range.Start, range.Length).StartsWith(words));
    }

    /// <summary>What a title says of its document behind it: （1995年10月30日…通过）.</summary>
    public static bool IsHistory(ReadOnlySpan<char> text) =>
        text is ['（' or '(', var year, _, _, _, '年', ..] && ChineseNumerals.IsArabic(year);

    /// <summary>The length of a label with its colon, and the label; 0 when the text begins with none.</summary>
    public static int ReadLabel(ReadOnlySpan<char> text, out string label)
    {
        foreach (var known in Labels)
        {
            if (!text.StartsWith(known)) continue;
            var at = known.Length;
            while (at < text.Length && text[at] is ' ' or '\u3000') at++;
            label = known;
            if (at < text.Length && text[at] is '：' or ':') return at + 1;
        }

        label = "";
        return 0;
    }

    /// <summary>The length of the addressees at the start of a range, their colon included; 0 when there are none.</summary>
    public static int ReadAddressees(string text, TextSpan range)
    {
        var window = text.AsSpan(range.Start, Math.Min(range.Length, LongestAddressees));
        var colon = window.IndexOfAny('：', ':');
        if (colon < 2 || window[..colon].ContainsAny(NoNames) || IsNumbered(window)) return 0;
        var names = window[..colon];
        foreach (var word in NoAddressees)
        {
            if (names.IndexOf(word) >= 0) return 0;
        }

        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            if (i < names.Length && names[i] is not ('、' or '，' or ',')) continue;
            if (i - start > LongestAddressee) return 0;
            start = i + 1;
        }

        return colon + 1;
    }

    /// <summary>一、将第三条修改为： is a unit of the body.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text) => text[0] is '（' or '('
        ? NumberingMarkReader.TryReadBracketed(text, 0, true, out _)
        : text.IndexOf('、') is var at and > 0 and < 5 && NumberingMarkReader.TryReadClosed(text, at, 0, out var mark) && mark.Span.Start == 0;

    /// <summary>The groups of addressees as written, without the colon: ， divides groups, 、 only their members.</summary>
    public static IReadOnlyList<string> Groups(string addressees)
    {
        var groups = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= addressees.Length; i++)
        {
            if (i < addressees.Length)
            {
                if (addressees[i] is '（' or '(') depth++;
                else if (addressees[i] is '）' or ')') depth--;
                if (depth > 0 || addressees[i] is not ('，' or ',' or '：' or ':')) continue;
            }

            var group = LetterSpacing.Close(addressees[start..i].Trim());
            if (group.Length > 0) groups.Add(group);
            start = i + 1;
        }

        return groups;
    }
}
