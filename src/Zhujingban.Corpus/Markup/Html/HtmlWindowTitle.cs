namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// The title of a window, in which the document's own title stands among the names of the site and of the column: behind them or before
/// them, parted by lines or white space.
/// </summary>
internal sealed class HtmlWindowTitle
{
    private readonly string _letters;
    private readonly HashSet<int> _edges = [0];
    private readonly (int Start, int End) _longest;

    /// <summary>Takes a title apart.</summary>
    public HtmlWindowTitle(string? title)
    {
        var letters = new System.Text.StringBuilder();
        foreach (var c in title ?? "")
        {
            if (char.IsWhiteSpace(c) || IsLine(c)) _edges.Add(letters.Length);
            if (char.IsWhiteSpace(c)) continue;
            letters.Append(c);
            if (IsLine(c)) _edges.Add(letters.Length);
            else if (c is '(' or '（') _edges.Add(letters.Length - 1);
        }

        _letters = letters.ToString();
        _edges.Add(_letters.Length);
        var edges = _edges.Order().ToList();
        for (var i = 1; i < edges.Count; i++)
        {
            // What stands in brackets is a number or a year behind the title.
            if (_letters[edges[i - 1]] is '(' or '（') continue;
            if (edges[i] - edges[i - 1] > _longest.End - _longest.Start) _longest = (edges[i - 1], edges[i]);
        }
    }

    /// <summary>True when a line is the title's own part: whole, and with the longest of its parts, which the name of a site is not.</summary>
    /// <param name="line">A line without white space.</param>
    public bool Shows(string line)
    {
        var start = _letters.IndexOf(line, StringComparison.Ordinal);
        return start >= 0 && start <= _longest.Start && start + line.Length >= _longest.End && _edges.Contains(start) && _edges.Contains(start + line.Length);
    }

    private static bool IsLine(char c) => c is '_' or '|' or '｜' or '-' or '—' or '–' or '>' or '·';
}
