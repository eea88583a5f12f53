namespace Zhujingban.Corpus.Structure;

/// <summary>文种: what kind of document a title says it is.</summary>
internal static class OfficialDocumentGenres
{
    /// <summary>Longer names first, so that 办法 is not taken for 法.</summary>
    private static readonly string[] Genres =
    [
        "实施细则", "修正案", "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "纪要",
        "答复", "规定", "办法", "条例", "细则", "规则", "规程", "规范", "规划", "计划", "纲要", "要点", "方案", "预案", "章程", "制度", "准则",
        "守则", "标准", "措施", "目录", "名单", "清单", "指南", "解释", "说明", "函", "令", "法",
    ];

    /// <summary>The genre that a title ends with (（试行） and the like aside), or null.</summary>
    public static string? Of(string title)
    {
        var end = WithoutAside(title);
        foreach (var genre in Genres)
        {
            if (end.EndsWith(genre) && !(genre == "法" && IsNoLaw(end))) return genre == "实施细则" ? "细则" : genre == "命令" ? "令" : genre;
        }

        return null;
    }

    /// <summary>True when a text can stand as a whole title: it ends with a genre and leaves no quotation open.</summary>
    public static bool IsComplete(string title) =>
        Of(title) is not null && title.Count(c => c is '《' or '〈' or '“') == title.Count(c => c is '》' or '〉' or '”');

    /// <summary>做法, 方法 and 想法 are no laws.</summary>
    private static bool IsNoLaw(ReadOnlySpan<char> title) =>
        title.Length < 3 || title[^2] is '做' or '方' or '想' or '看' or '说' or '语' or '书' or '用' or '算' or '司' or '执' or '守' or '违' or '立';

    /// <summary>The title without 》, （试行） and （2010年修订） at its end.</summary>
    private static ReadOnlySpan<char> WithoutAside(ReadOnlySpan<char> title)
    {
        title = title.TrimEnd();
        if (!title.IsEmpty && title[^1] is '）' or ')' && title.LastIndexOfAny('（', '(') is var open and > 0) title = title[..open];
        return title.TrimEnd("》 \u3000");
    }
}
