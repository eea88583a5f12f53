using System.Buffers;
using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>Finds the tags of a page, one after another, in one pass; comments and the content of scripts hold none.</summary>
/// <param name="page">The page.</param>
internal ref struct HtmlTagScanner(string page)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawText =
        HtmlTags.RawText.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("/> \t\n\r\f");

    private readonly ReadOnlySpan<char> _page = page;
    private int _at;

    /// <summary>The name of the tag.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>What stands between the brackets of the tag.</summary>
    public ReadOnlySpan<char> Tag { get; private set; }

    /// <summary>True for the end of an element.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Where text before the tag begins.</summary>
    public int TextStart { get; private set; }

    /// <summary>Where text before the tag ends.</summary>
    public int TextEnd { get; private set; }

    /// <summary>Where the content of a script or the like ends that the tag opens; else where the tag ends.</summary>
    public readonly int Position => _at;

    /// <summary>Finds the next tag; false behind the last one, where <see cref="TextStart"/> and <see cref="TextEnd"/> are the rest.</summary>
    public bool Next()
    {
        TextStart = _at;
        while (_at < _page.Length)
        {
            var open = _page[_at..].IndexOf('<');
            if (open < 0) break;
            TextEnd = _at + open;
            _at = TextEnd + 1;
            var isEnd = _at < _page.Length && _page[_at] == '/';
            var name = _at + (isEnd ? 1 : 0);
            if (name < _page.Length && char.IsAsciiLetter(_page[name])) return ReadTag(name, isEnd);
            if (name < _page.Length && (_page[name] is '!' or '?' || isEnd)) return ReadComment();
        }

        (_at, TextEnd) = (_page.Length, _page.Length);
        return false;
    }

    private bool ReadTag(int name, bool isEnd)
    {
        var length = _page[name..].IndexOfAny(EndOfName);
        var end = length < 0 ? _page.Length : name + length;
        Name = _page[name..end];
        IsEnd = isEnd;
        var close = EndOfTag(end);
        Tag = _page[name..close];
        _at = Math.Min(close + 1, _page.Length);
        if (!isEnd && MayBeRawText(Name) && RawText.Contains(Name)) _at = EndOfRawText();
        return true;
    }

    /// <summary>The elements that pages have most of, p, div, span, td, a, are none: their letters tell without a look into the set.</summary>
    private static bool MayBeRawText(ReadOnlySpan<char> name) => name.Length > 2 && name.Length != 4 && (name[0] | ' ') is not ('d' or 'p');

    /// <summary>At least as many as the tag has attributes.</summary>
    public readonly int CountAttributes()
    {
        var (count, before, quote) = (0, ' ', '\0');
        foreach (var c in Tag)
        {
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && before == '=') quote = c;
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '/' && !char.IsWhiteSpace(before)) count++;
            if (!char.IsWhiteSpace(c) || before != '=') before = c;
        }

        return count;
    }

    /// <summary>The bracket that closes a tag; quotes hide brackets where an equals sign stands before them.</summary>
    private readonly int EndOfTag(int at)
    {
        while (at < _page.Length)
        {
            var found = _page[at..].IndexOfAny('>', '"', '\'');
            if (found < 0) break;
            at += found;
            if (_page[at] == '>') return at;
            if (_page[at - 1] != '=' && !(char.IsWhiteSpace(_page[at - 1]) && _page[..at].TrimEnd().EndsWith("=")))
            {
                at++;
                continue;
            }

            var quote = _page[(at + 1)..].IndexOf(_page[at]);
            if (quote < 0) break;
            at += quote + 2;
        }

        return _page.Length;
    }

    private readonly int EndOfRawText()
    {
        for (var at = _at; at < _page.Length;)
        {
            var found = _page[at..].IndexOf("</");
            if (found < 0) return _page.Length;
            at += found + 2;
            if (_page[at..].StartsWith(Name, StringComparison.OrdinalIgnoreCase)) return at - 2;
        }

        return _page.Length;
    }

    /// <summary>Passes a comment, a declaration or what else stands in brackets and is no tag; it counts as a tag without a name.</summary>
    private bool ReadComment()
    {
        var isComment = _page[_at..].StartsWith("!--");
        var end = isComment ? _page[Math.Min(_at + 1, _page.Length)..].IndexOf("-->") : _page[_at..].IndexOf('>');
        _at = end < 0 ? _page.Length : _at + end + (isComment ? 4 : 1);
        Name = [];
        Tag = [];
        IsEnd = true;
        return true;
    }
}
