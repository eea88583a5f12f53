namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>
/// One string for the names and short values that a page repeats. It remembers the last text of each hash, so that a page of
/// ever new texts costs no more than its strings.
/// </summary>
internal sealed class NameTable
{
    private const int Longest = 24;
    private readonly string[] _known = new string[512];
    private readonly List<string> _counted = [];

    public string Get(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > Longest) return name.ToString();
        ref var known = ref _known[string.GetHashCode(name) & (_known.Length - 1)];
        if (!name.SequenceEqual(known)) known = name.ToString();
        return known;
    }

    /// <summary>The name of the unnamed argument with a number, from 1.</summary>
    public string Counted(int number)
    {
        while (_counted.Count < number) _counted.Add((_counted.Count + 1).ToString());
        return _counted[number - 1];
    }
}
