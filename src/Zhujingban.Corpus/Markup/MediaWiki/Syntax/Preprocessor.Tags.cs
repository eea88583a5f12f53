namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Comments, extension elements and the tags that steer transclusion.</summary>
internal sealed partial class Preprocessor
{
    /// <summary>Extension elements whose end tag does not come any more, as bits.</summary>
    private ulong _noMoreEnds;
    private bool _noMoreIncludeOnlyEnds;
    private bool _noMoreGreaterThan;

    private void ResetTags()
    {
        (_noMoreEnds, _noMoreIncludeOnlyEnds, _noMoreGreaterThan) = (0, false, false);
    }

    private void TakeTag()
    {
        var rest = _source.AsSpan(_at, _end - _at);
        if (rest.StartsWith("<!--"))
        {
            TakeComment(rest);
            return;
        }

        var closing = rest.Length > 1 && rest[1] == '/';
        var name = TagName(rest[(closing ? 2 : 1)..]);
        if (name.Length == 0) _at++;
        else if (name.Equals("noinclude", StringComparison.OrdinalIgnoreCase) || name.Equals("onlyinclude", StringComparison.OrdinalIgnoreCase)) TakeTransclusion(false);
        else if (closing) _at++;
        else if (name.Equals("includeonly", StringComparison.OrdinalIgnoreCase)) TakeTransclusion(true);
        else if (ExtensionTag.Find(name) is >= 0 and var number) TakeExtension(number, name.Length);
        else _at++;
    }

    /// <summary>The letters before white space, a slash or the tag's end; none when something else follows.</summary>
    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length])) length++;
        if (length == 0 || length == text.Length) return [];
        var ends = text[length] is '>' or ' ' or '\t' or '\n' or '\r' || (text[length] == '/' && length + 1 < text.Length && text[length + 1] == '>');
        return ends ? text[..length] : [];
    }

    private void TakeComment(ReadOnlySpan<char> rest)
    {
        var length = rest.Length > 4 ? rest[4..].IndexOf("-->", StringComparison.Ordinal) : -1;
        Found(NodeKind.Comment, length < 0 ? _end : _at + length + 7, length < 0 ? NodeFlags.Unclosed : NodeFlags.None);
        if (length < 0) _givenUp.Comment(_tree[Current().Last].Span);
    }

    private void TakeTransclusion(bool wholeElement)
    {
        var tagEnd = FindTagEnd();
        if (tagEnd < 0)
        {
            _at++;
            return;
        }

        var end = tagEnd;
        if (wholeElement && _source[tagEnd - 2] != '/')
        {
            end = _noMoreIncludeOnlyEnds ? -1 : FindEndTag("includeonly", tagEnd, out end) >= 0 ? end : -1;
            if (end < 0) (_noMoreIncludeOnlyEnds, end) = (true, _end);
        }

        Found(NodeKind.Transclusion, end);
    }

    private void TakeExtension(int number, int nameLength)
    {
        var tagEnd = FindTagEnd();
        if (tagEnd < 0)
        {
            _at++;
            return;
        }

        var (start, bodyEnd, end) = (_at, -1, tagEnd);
        if (_source[tagEnd - 2] != '/')
        {
            bodyEnd = (_noMoreEnds >> number & 1) != 0 ? -1 : FindEndTag(_source.AsSpan(start + 1, nameLength), tagEnd, out end);
            if (bodyEnd < 0)
            {
                _noMoreEnds |= 1UL << number;
                _givenUp.Tag(ExtensionTag.Of(number).Name, new(start, tagEnd));
                _at = _taken = tagEnd;
                return;
            }
        }

        var node = Found(NodeKind.Extension, end);
        _tree[node].Data = (ushort)number;
        _tree[node].Mark = tagEnd;
        if (bodyEnd >= 0) AddBody(node, tagEnd, bodyEnd);
    }

    private void AddBody(int extension, int start, int end)
    {
        var body = _tree.Add(NodeKind.ExtensionBody, start, end);
        _tree[body].Data = _tree[extension].Data;
        _tree[extension].FirstChild = body;
        if (ExtensionTag.Of(_tree[extension].Data).Body != ExtensionBodyKind.Raw) _work.Push(body);
    }

    private int Found(NodeKind kind, int end, NodeFlags flags = NodeFlags.None)
    {
        var node = _tree.Add(kind, _at, end);
        _tree[node].Flags = flags;
        _tree.Append(ref Current(), node);
        _at = _taken = end;
        return node;
    }

    /// <summary>The position behind the next <c>&gt;</c>, or -1.</summary>
    private int FindTagEnd()
    {
        if (_noMoreGreaterThan) return -1;
        var length = _source.AsSpan(_at, _end - _at).IndexOf('>');
        _noMoreGreaterThan = length < 0;
        return length < 0 ? -1 : _at + length + 1;
    }

    /// <summary>Where the next end tag of a name starts and ends, or -1.</summary>
    private int FindEndTag(ReadOnlySpan<char> name, int from, out int end)
    {
        while (true)
        {
            var step = _source.AsSpan(from, _end - from).IndexOf("</", StringComparison.Ordinal);
            if (step < 0) break;
            from += step + 2;
            var rest = _source.AsSpan(from, _end - from);
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var after = rest[name.Length..];
            var spaces = after.Length - after.TrimStart(" \t\r\n").Length;
            if (spaces >= after.Length || after[spaces] != '>') continue;
            end = from + name.Length + spaces + 1;
            return from - 2;
        }

        end = _end;
        return -1;
    }
}
