namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Closing brackets, and the nodes they make.</summary>
internal sealed partial class Preprocessor
{
    /// <summary>Two braces close a template, three a parameter.</summary>
    private const int MostBraces = 3;

    private void TakeClosing(char c)
    {
        ref var top = ref _stack[_depth - 1];
        if (top.Open == PendingBracket.Variant)
        {
            if (_at + 1 < _end && _source[_at + 1] == '-') CloseVariant();
            else _at++;
            return;
        }

        var count = 1;
        while (count < Math.Min(MostBraces, top.Count) && _at + count < _end && _source[_at + count] == c) count++;
        if (count < 2) _at++;
        else if (top.Open == '[') CloseBrackets();
        else CloseBraces(count);
    }

    /// <summary><c>]]</c>: links are made later; here they only hide pipes and closing braces.</summary>
    private void CloseBrackets()
    {
        GiveUpMatched(2);
        _at += 2;
        _taken = _at;
    }

    private void GiveUpMatched(int matched)
    {
        var piece = _stack[_depth - 1];
        GiveUp();
        Reopen(piece, matched);
    }

    private void CloseBraces(int matched)
    {
        ref var top = ref _stack[_depth - 1];
        AddPart(ref top);
        var piece = top;
        _depth--;
        _at += matched;
        _taken = _at;
        var node = _tree.Add(matched == 3 ? NodeKind.Parameter : NodeKind.Template, piece.Start + piece.Count - matched, _at);
        _tree[node].FirstChild = piece.Parts.First;
        if (_tree[piece.Parts.First].NextSibling is > 0 and var first)
        {
            var counted = TakesCountedArguments(_tree.TextOf(piece.Parts.First));
            for (var part = first; part != 0; part = _tree[part].NextSibling) FinishArgument(part, counted);
        }

        Reopen(piece, matched);
        _tree.Append(ref Current(), node);
    }

    /// <summary>Opens again what is left of a run of brackets when a part of it was closed.</summary>
    private void Reopen(PendingBracket piece, int matched)
    {
        piece.Count -= matched;
        piece.PartStart = piece.Start + piece.Count;
        piece.Current = piece.Parts = default;
        piece.EqualsSign = -1;
        if (piece.Count >= 2)
        {
            Push(piece);
        }
        else if (piece is { Count: 1, Open: '{', HyphenBefore: true })
        {
            Push(piece with { Open = PendingBracket.Variant, HyphenBefore = false, Start = piece.Start - 1, Count = 2 });
        }
    }

    /// <summary>Parser functions count their arguments, and an equals sign is text there; only some take names.</summary>
    private static bool TakesCountedArguments(ReadOnlySpan<char> name)
    {
        name = name.TrimStart();
        if (name.Length == 0 || name[0] is not ('#' or '＃')) return false;
        foreach (var named in (ReadOnlySpan<string>)["switch", "tag", "invoke"])
        {
            if (name[1..].StartsWith(named, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    /// <summary>Splits an argument's children at its equals sign.</summary>
    private void FinishArgument(int argument, bool counted)
    {
        var (start, end, equals) = (_tree[argument].Start + 1, _tree[argument].End, counted ? -1 : _tree[argument].Mark);
        var children = default(ChildList);
        var child = _tree[argument].FirstChild;
        if (equals >= 0)
        {
            var name = _tree.Add(NodeKind.ArgumentName, start, equals);
            var inside = default(ChildList);
            while (child != 0 && _tree[child].Start < equals)
            {
                var next = _tree[child].NextSibling;
                _tree.Append(ref inside, child);
                child = next;
            }

            _tree[name].FirstChild = inside.First;
            _tree.Append(ref children, name);
            start = equals + 1;
        }

        var value = _tree.Add(NodeKind.ArgumentValue, start, end);
        _tree[value].FirstChild = child;
        _tree.Append(ref children, value);
        _tree[argument].FirstChild = children.First;
        _work.Push(value);
    }

    private void CloseVariant()
    {
        ref var top = ref _stack[_depth - 1];
        AddPart(ref top);
        var piece = top;
        _depth--;
        _at += 2;
        _taken = _at;
        var node = _tree.Add(NodeKind.Variant, piece.Start, _at);
        var children = default(ChildList);
        var flags = piece.Parts.First;
        var body = flags;
        if (_tree[flags].NextSibling != 0)
        {
            body = _tree[flags].NextSibling;
            _tree[flags].Kind = NodeKind.VariantFlags;
            _tree.Append(ref children, flags);
        }

        var literal = body != flags && VariantRules.AreLiteral(_tree.OwnTextOf(flags));

        var text = _tree.Add(NodeKind.VariantText, _tree[body].Start + (body == flags ? 0 : 1), _at - 2);
        var found = default(ChildList);
        while (body != 0)
        {
            var next = _tree[body].NextSibling;
            for (var child = _tree[body].FirstChild; child != 0;)
            {
                var after = _tree[child].NextSibling;
                _tree.Append(ref found, child);
                child = after;
            }

            body = next;
        }

        _tree[text].FirstChild = found.First;
        _tree[text].Data = (ushort)(literal ? 1 : 0);
        _tree.Append(ref children, text);
        _tree[node].FirstChild = children.First;
        _work.Push(text);
        _tree.Append(ref Current(), node);
    }
}
