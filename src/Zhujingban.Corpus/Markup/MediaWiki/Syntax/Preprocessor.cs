using System.Buffers;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// The first pass over a flow: finds comments, extension elements, templates, parameters and variants, which hide their
/// content from every later pass. It matches brackets as MediaWiki's preprocessor does: the rightmost opening bracket is
/// closed first, and one that is never closed is text. One pass from left to right with a stack of its own.
/// </summary>
internal sealed partial class Preprocessor
{
    private static readonly SearchValues<char> Outside = SearchValues.Create("<[{\n");
    private static readonly SearchValues<char> InBrackets = SearchValues.Create("<[{]");
    private static readonly SearchValues<char> InBraces = SearchValues.Create("<[{}|\n");
    private static readonly SearchValues<char> InArgument = SearchValues.Create("<[{}|\n=");

    private readonly WikiTree _tree;
    private readonly string _source;
    private readonly WorkList _work;
    private readonly GivenUp _givenUp;
    private PendingBracket[] _stack = new PendingBracket[16];
    private int _depth;
    private ChildList _outer;
    private int _at;
    private int _end;

    /// <summary>Where the last token ended: a hyphen before it does not open a variant.</summary>
    private int _taken;

    public Preprocessor(WikiTree tree, WorkList work, GivenUp givenUp)
    {
        _tree = tree;
        _source = tree.Source;
        _work = work;
        _givenUp = givenUp;
    }

    /// <summary>Gives a node the hidden parts of its span as children.</summary>
    public void Run(int node)
    {
        (_at, _end, _depth, _outer, _taken) = (_tree[node].Start, _tree[node].End, 0, default, _tree[node].Start);
        ResetTags();
        OpenHeading(_at);
        while (_at < _end)
        {
            var step = _source.AsSpan(_at, _end - _at).IndexOfAny(Wanted());
            if (step < 0) break;
            _at += step;
            Take(_source[_at]);
        }

        while (_depth > 0) GiveUp();
        _tree[node].FirstChild = _outer.First;
    }

    private SearchValues<char> Wanted()
    {
        if (_depth == 0) return Outside;
        ref var top = ref _stack[_depth - 1];
        return top.Open switch
        {
            '[' => InBrackets,
            PendingBracket.Heading => Outside,
            _ => top.TakesEquals ? InArgument : InBraces,
        };
    }

    private void Take(char c)
    {
        switch (c)
        {
            case '<':
                TakeTag();
                break;
            case '[' or '{':
                TakeOpening(c);
                break;
            case '\n':
                TakeNewline();
                break;
            case '|':
                EndPart();
                break;
            case '=':
                _stack[_depth - 1].EqualsSign = _at++;
                break;
            default:
                TakeClosing(c);
                break;
        }
    }

    private void TakeNewline()
    {
        _at++;
        if (_depth > 0 && _stack[_depth - 1].Open == PendingBracket.Heading) GiveUp();
        OpenHeading(_at);
    }

    /// <summary>A line that starts with an equals sign hides pipes and closing braces, unless it looks like an argument's name and value.</summary>
    private void OpenHeading(int lineStart)
    {
        if (lineStart >= _end || _source[lineStart] != '=') return;
        var count = RunLength('=', lineStart);
        if (count == 1 && _depth > 0 && _stack[_depth - 1].TakesEquals) return;
        Push(new PendingBracket { Open = PendingBracket.Heading, Start = lineStart, Count = count, PartStart = lineStart, EqualsSign = -1 });
        _at = lineStart + count;
    }

    private void TakeOpening(char c)
    {
        var count = RunLength(c, _at);
        var hyphen = c == '{' && _at > _taken && _source[_at - 1] == '-';
        if (hyphen && count == 1)
            Push(new PendingBracket { Open = PendingBracket.Variant, Start = _at - 1, Count = 2, PartStart = _at + 1, EqualsSign = -1 });
        else if (count >= 2)
            Push(new PendingBracket { Open = c, HyphenBefore = hyphen, Start = _at, Count = count, PartStart = _at + count, EqualsSign = -1 });
        _at += count;
        _taken = _at;
    }

    private void EndPart()
    {
        ref var top = ref _stack[_depth - 1];
        AddPart(ref top);
        _at++;
        top.PartStart = _at;
        top.Current = default;
        top.EqualsSign = -1;
    }

    /// <summary>Makes a node of what stands since the last pipe; an argument's node starts at its pipe.</summary>
    private void AddPart(ref PendingBracket top)
    {
        var first = top.Parts.First == 0;
        var part = _tree.Add(first ? NodeKind.TemplateName : NodeKind.Argument, first ? top.PartStart : top.PartStart - 1, _at);
        _tree[part].FirstChild = top.Current.First;
        _tree[part].Mark = top.EqualsSign;
        _tree.Append(ref top.Parts, part);
    }

    private void Push(PendingBracket piece)
    {
        if (_depth == _stack.Length) Array.Resize(ref _stack, _depth * 2);
        _stack[_depth++] = piece;
    }

    /// <summary>The list that found nodes go to.</summary>
    private ref ChildList Current() => ref _depth == 0 ? ref _outer : ref _stack[_depth - 1].Current;

    /// <summary>Takes the innermost bracket as text: what was found inside belongs to the bracket around it.</summary>
    private void GiveUp()
    {
        var piece = _stack[--_depth];
        if (piece.Open == '{') _givenUp.Template(TextSpan.At(piece.Start, piece.Count));
        else if (piece.Open == PendingBracket.Variant) _givenUp.Variant(TextSpan.At(piece.Start, piece.Count));
        ref var outer = ref Current();
        for (var part = piece.Parts.First; part != 0; part = _tree[part].NextSibling)
        {
            var found = new ChildList { First = _tree[part].FirstChild };
            for (var child = found.First; child != 0; child = _tree[child].NextSibling) found.Last = child;
            _tree.Join(ref outer, found);
        }

        _tree.Join(ref outer, piece.Current);
    }

    private int RunLength(char c, int at)
    {
        var rest = _source.AsSpan(at, _end - at);
        var other = rest.IndexOfAnyExcept(c);
        return other < 0 ? rest.Length : other;
    }
}
