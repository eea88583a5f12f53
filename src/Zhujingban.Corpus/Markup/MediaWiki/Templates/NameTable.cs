namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>Strings for names that a page uses again and again.</summary>
internal sealed class NameTable
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> name)
    {
        if (_names.TryGetValue(name, out var known)) return known;
        _names.Add(name);
        return _names.TryGetValue(name, out known) ? known : name.ToString();
    }
}
