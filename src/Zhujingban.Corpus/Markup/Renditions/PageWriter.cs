using System.Buffers;
using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>
/// Writes a page from front to back, as a browser sets it: white space collapses, blocks stand on lines of their own. A line break
/// of the markup between two characters of Chinese is none to a reader.
/// </summary>
internal sealed class PageWriter(RenderedPage page)
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\n\r\f");

    private readonly StringBuilder _text = page.Characters;
    private RenderedLine? _line;
    private bool _space;
    private bool _break;

    /// <summary>Where what comes next stands.</summary>
    public RenderedPlace Place { get; set; } = RenderedPlace.Root;

    /// <summary>The number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Writes text of the source.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        if (Place.Preformatted)
        {
            WritePreformatted(text);
            return;
        }

        while (!text.IsEmpty)
        {
            var blank = text.IndexOfAnyExcept(WhiteSpace);
            if (blank != 0)
            {
                var gap = blank < 0 ? text : text[..blank];
                _space = true;
                _break |= gap.ContainsAny('\n', '\r');
                if (blank < 0) return;
                text = text[blank..];
            }

            var end = text.IndexOfAny(WhiteSpace);
            var word = end < 0 ? text : text[..end];
            Append(word);
            text = text[word.Length..];
        }
    }

    /// <summary>Writes text as it is, white space too.</summary>
    public void WritePreformatted(ReadOnlySpan<char> text)
    {
        var isFirst = true;
        foreach (var part in text.EnumerateLines())
        {
            if (!isFirst) EndLine();
            isFirst = false;
            if (part.IsEmpty) continue;
            if (_line is null && part.IsWhiteSpace()) continue;
            _space = false;
            Append(part);
        }
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        (_space, _break) = (false, false);
        if (_line is null) return;
        _line.End = _text.Length;
        page.Lines.Add(_line);
        _line = null;
    }

    /// <summary>Takes note of a link that has just ended.</summary>
    /// <param name="start">The length of the text when it began.</param>
    /// <param name="target">Where it leads.</param>
    public void AddLink(int start, string target)
    {
        if (_line is null || _text.Length <= start) return;
        page.Links.Add(new RenderedLink(page.Lines.Count, Math.Max(start, _line.Start), _text.Length, target));
    }

    private void Append(ReadOnlySpan<char> word)
    {
        if (_line is null)
        {
            Begin();
        }
        else if (_space && !(_break && IsWide(_text[^1]) && IsWide(word[0])))
        {
            _text.Append(' ');
        }

        (_space, _break) = (false, false);
        _text.Append(word);
        if (Place.Linked) _line!.LinkLength += word.Length;
    }

    private void Begin()
    {
        _line = new RenderedLine(_text.Length, Place) { Kind = Place.Kind };
        if (Place is { Kind: BlockKind.ListItem, Item: { } item }) _line.Kind = item.Take() ? BlockKind.ListItem : BlockKind.Paragraph;
        if (Place.Hidden) _line.Reason = DropReason.Boilerplate;
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60' or '“' or '”';
}
