namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Galleries: each line a file with its options.</summary>
internal sealed partial class FlowBuilder
{
    private void BuildGallery()
    {
        for (var from = 0; from < _tokens.Count;)
        {
            var end = _tokens.LineEnd(from, _tokens.Count);
            BuildGalleryLine(from, end);
            if (end < _tokens.Count) Append(NodeKind.Newline, end++);
            from = end;
        }
    }

    private void BuildGalleryLine(int from, int to)
    {
        var lead = from;
        while (lead < to && (_tokens[lead].Kind == TokenKind.Transparent || _tokens.IsBlank(lead))) lead++;
        BuildInline(from, lead);
        if (lead == to) return;
        Open(_tree.Add(NodeKind.GalleryItem, _tokens[lead].Start, _tokens[lead].Start), -1);
        var part = NodeKind.LinkTarget;
        for (var i = lead; i <= to; i++)
        {
            if (i < to && SkipLink(ref i, to)) continue;
            if (i < to && _tokens[i].Kind != TokenKind.Pipe) continue;
            Open(_tree.Add(part, _tokens[lead].Start, _tokens[lead].Start), -1);
            if (lead < i) BuildInline(lead, i);
            Close(i > lead ? _tokens[i - 1].End : _tokens[lead].Start);
            (lead, part) = (i + 1, NodeKind.FileOption);
            if (lead >= to) break;
        }

        Close(_tokens[to - 1].End);
    }

    private bool SkipLink(ref int i, int to)
    {
        if (_tokens[i].Kind != TokenKind.OpenBracket || _tokens[i].Match <= i || !_tokens.IsPair(i, TokenKind.OpenBracket)) return false;
        i = Math.Min(_tokens[i].Match + 1, to - 1);
        return true;
    }
}
