namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Counts the items of a list of wikitext, level by level.</summary>
internal sealed class ListCounter
{
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 100).Select(number => $"{number}.")];
    private readonly List<(char Mark, int Count)> _levels = [];

    /// <summary>The number of an item as a reader sees it.</summary>
    public static string NumberOf(int number) => number < Numbers.Length ? Numbers[number] : $"{number}.";

    /// <summary>Takes the next item; gives its number on its innermost level.</summary>
    public int Next(ReadOnlySpan<char> marks, bool continues)
    {
        if (!continues) _levels.Clear();
        var common = 0;
        while (common < _levels.Count && common < marks.Length && IsSame(_levels[common].Mark, marks[common])) common++;
        _levels.RemoveRange(common, _levels.Count - common);
        if (common == marks.Length)
        {
            var last = _levels[^1];
            _levels[^1] = (last.Mark, last.Count + 1);
        }

        for (; common < marks.Length; common++) _levels.Add((marks[common] == ';' ? ':' : marks[common], 1));
        return _levels[^1].Count;
    }

    private static bool IsSame(char open, char mark) => open == (mark == ';' ? ':' : mark);
}
