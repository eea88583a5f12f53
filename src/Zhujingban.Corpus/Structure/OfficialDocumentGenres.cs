using System.Collections.Frozen;

namespace Zhujingban.Corpus.Structure;

/// <summary>文种: what kind of document a title says it is.</summary>
internal static class OfficialDocumentGenres
{
    /// <summary>By their last character: titles are looked for at every place of a line, and few characters end a genre.</summary>
    private static readonly FrozenDictionary<char, string[]> Genres = WordList.Load("document-genres.txt").GroupBy(genre => genre[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    private static readonly string[] NoLaws = WordList.Load("no-law-endings.txt");

    /// <summary>The genre that a title ends with (（试行） and the like aside), or null.</summary>
    public static string? Of(ReadOnlySpan<char> title)
    {
        var end = WithoutAside(title);
        if (end.IsEmpty || !Genres.TryGetValue(end[^1], out var genres)) return null;
        foreach (var genre in genres)
        {
            if (end.EndsWith(genre) && !(genre == "法" && IsNoLaw(end))) return genre == "实施细则" ? "细则" : genre == "命令" ? "令" : genre;
        }

        return null;
    }

    /// <summary>True when a text can stand as a whole title: it ends with a genre and leaves no quotation open.</summary>
    public static bool IsComplete(string title) =>
        Of(title) is not null && title.Count(c => c is '《' or '〈' or '“') == title.Count(c => c is '》' or '〉' or '”');

    /// <summary>做法, 方法 and 想法 are no laws.</summary>
    private static bool IsNoLaw(ReadOnlySpan<char> title) => title.Length < 3 || NoLaws.EndOf(title[..^1]) is not null;

    /// <summary>The title without 》, （试行） and （2010年修订） at its end.</summary>
    private static ReadOnlySpan<char> WithoutAside(ReadOnlySpan<char> title)
    {
        title = title.TrimEnd();
        if (!title.IsEmpty && title[^1] is '）' or ')' && title.LastIndexOfAny('（', '(') is var open and > 0) title = title[..open];
        return title.TrimEnd("》 \u3000");
    }
}
