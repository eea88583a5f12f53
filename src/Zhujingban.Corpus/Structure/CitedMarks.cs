namespace Zhujingban.Corpus.Structure;

/// <summary>Tells words that speak of a unit from its mark by what stands before them: 依照本条（三）, 见附件（三）, 按照（一）.</summary>
internal static class CitedMarks
{
    private static readonly string[] Citing = ["本条", "本款", "本项", "前条", "前款", "前项", "按照", "依照", "遵照", "参照", "违反", "符合", "上述", "前述", "详见", "参见"];
    private static readonly string[] Attached = ["附件", "附表", "附录", "附图"];

    /// <summary>True when a text leads up to words that speak of a unit. 五、附件（一） and 材料及附件（一） are headings.</summary>
    /// <param name="before">What stands before them in their sentence, without the mark that it begins with.</param>
    public static bool AreAnnounced(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        foreach (var words in Citing)
        {
            if (before.EndsWith(words)) return true;
        }

        foreach (var words in Attached)
        {
            if (before.EndsWith(words)) return before.Length > words.Length && before[^(words.Length + 1)] is not ('及' or '和' or '与' or '、');
        }

        // 工作意见（一） and 会见（一） are headings.
        return before is ['见'] or [.., '详' or '参' or '另' or '附' or '请' or '可' or '并' or '均' or '（' or '，', '见'];
    }
}
