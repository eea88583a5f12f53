using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>The attributes in a range of the source: of a tag, a cell or a row.</summary>
internal readonly ref struct TagAttributes(string source, int start, int end)
{
    private const int MostSpan = 1000;
    private readonly ReadOnlySpan<char> _text = start < end ? source.AsSpan(start, end - start) : [];

    /// <summary>Where the value of an attribute starts and ends in the source; null without the attribute.</summary>
    public (int Start, int End)? Find(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < _text.Length;)
        {
            var step = _text[at..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (step < 0) return null;
            var found = at + step;
            at = found + name.Length;
            if (found > 0 && IsNameCharacter(_text[found - 1])) continue;
            var value = at;
            while (value < _text.Length && char.IsWhiteSpace(_text[value])) value++;
            if (value >= _text.Length || _text[value] != '=') continue;
            return ReadValue(value + 1);
        }

        return null;
    }

    /// <summary>The value of an attribute, character references read; null without the attribute.</summary>
    public string? Value(ReadOnlySpan<char> name) =>
        Find(name) is var (from, to) ? Entities.DecodeAll(_text[(from - start)..(to - start)].ToString()).Trim() : null;

    public bool Has(string name) => _text.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A number of rows or columns, at least 1.</summary>
    public int Number(string name)
    {
        if (_text.Length < 6 || !Has("span") || Find(name) is not var (from, to)) return 1;
        var digits = _text[(from - start)..(to - start)].Trim();
        return int.TryParse(digits, out var number) ? Math.Clamp(number, 1, MostSpan) : 1;
    }

    private (int Start, int End) ReadValue(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        if (at >= _text.Length) return (start + at, start + at);
        if (_text[at] is '"' or '\'')
        {
            var close = _text[(at + 1)..].IndexOf(_text[at]);
            var last = close < 0 ? Math.Max(at + 1, _text.TrimEnd("/>").Length) : at + 1 + close;
            return (start + at + 1, start + last);
        }

        var to = at;
        while (to < _text.Length && !char.IsWhiteSpace(_text[to]) && _text[to] is not ('>' or '|')) to++;
        if (to > at && to < _text.Length && _text[to] == '>' && _text[to - 1] == '/') to--;
        return (start + at, start + to);
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}
