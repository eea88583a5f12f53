namespace Zhujingban.Corpus.Structure;

/// <summary>The titles of what a document issues, as far as it names them: there another text begins, whatever has run together with it.</summary>
internal sealed class IssuedTitles
{
    private const int PreambleLength = 2000;
    private const int MostNamed = 20;
    private const int MostIssued = 256;

    private static readonly string[] Verbs = ["印发", "转发", "批转", "公布"];

    private readonly List<string> _names = [];

    /// <summary>The titles, in the order in which they were found.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>What the document says that it issues: 《…》 in its preamble, and what stands between 印发 and 的通知 in its title.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the head ends.</param>
    /// <param name="title">The document's title, or null.</param>
    public static IssuedTitles Of(string text, int start, string? title)
    {
        var issued = new IssuedTitles();
        if (title is not null) issued.ReadTitle(title);
        issued.ReadPreamble(text.AsSpan(start, Math.Min(PreambleLength, text.Length - start)));
        return issued;
    }

    /// <summary>True for the title of a document that issues another: 关于印发…的通知.</summary>
    public static bool IsIssuing(string title) => Array.Exists(Verbs, verb => title.Contains(verb, StringComparison.Ordinal));

    /// <summary>Takes down a title that the document names at another place; of more than a few hundred the first.</summary>
    public void Add(string title)
    {
        if (_names.Count < MostIssued && !_names.Contains(title)) _names.Add(title);
    }

    /// <summary>The length of the longest of the titles that a text begins with; 0 when it begins with none.</summary>
    public int LengthAt(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var title in _names)
        {
            longest = Math.Max(longest, LetterSpacing.LengthAt(text, title));
        }

        return longest;
    }

    private void ReadTitle(string title)
    {
        var end = title.LastIndexOf('的');
        foreach (var verb in Verbs)
        {
            var at = title.IndexOf(verb, StringComparison.Ordinal);
            if (at >= 0 && end > at + 6) _names.Add(title[(at + 2)..end].Trim('《', '》'));
        }
    }

    private void ReadPreamble(ReadOnlySpan<char> preamble)
    {
        for (var open = preamble.IndexOf('《'); open >= 0 && _names.Count < MostNamed;)
        {
            var close = preamble[open..].IndexOf('》');
            if (close < 0) break;
            if (close > 5)
            {
                // 《…关于修改〈…法〉的决定》: what stands inside in 〈〉 is in 《》 in the title itself.
                var name = preamble.Slice(open + 1, close - 1).ToString();
                _names.Add(name);
                if (name.Contains('〈', StringComparison.Ordinal)) _names.Add(name.Replace('〈', '《').Replace('〉', '》'));
            }

            var next = preamble[(open + close)..].IndexOf('《');
            open = next < 0 ? -1 : open + close + next;
        }
    }
}
