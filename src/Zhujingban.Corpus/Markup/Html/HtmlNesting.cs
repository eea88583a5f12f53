using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// Tells, in one pass over the tags, whether a page nests deeper than the parser can read in time: it looks through the open
/// elements at each tag, so its time is length times depth. The count follows the parser's own rules closely enough that a page
/// which only forgets to close its cells or paragraphs is not taken for a deep one.
/// </summary>
internal sealed class HtmlNesting
{
    private const int Deepest = 400;
    private const int MostAttributes = 400;

    /// <summary>Unclosed formatting elements are opened anew in every block; the parser keeps three that are alike.</summary>
    private const int MostAlike = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Lookup(HtmlTags.Void);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Lookup(HtmlTags.Formatting);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SelfClosing = Lookup(HtmlTags.SelfClosing);

    private readonly List<(int Name, int Tag, Kind Kind)> _open = [];
    private readonly Dictionary<int, int> _counts = [];

    private enum Kind
    {
        Plain,
        Formatting,
        Boundary,
        Cell,
    }

    /// <summary>Why the page cannot be parsed in time, to stand before "than": <c>nests deeper</c>; null when it can.</summary>
    public static string? Limit(string page)
    {
        var nesting = new HtmlNesting();
        var tags = new HtmlTagScanner(page);
        while (tags.Next())
        {
            if (tags.Attributes > MostAttributes) return "has a tag with more attributes";
            if (tags.IsEnd) nesting.Close(tags.Name);
            else nesting.Open(tags.Name, tags.Tag);
            if (nesting._open.Count > Deepest) return "nests deeper";
        }

        return null;
    }

    private void Open(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        if (Void.Contains(name) || SelfClosing.Contains(name)) return;
        if (Is(name, "tr") || Is(name, "tbody") || Is(name, "thead") || Is(name, "tfoot"))
        {
            CloseCell();
            return;
        }

        var isCell = Is(name, "td") || Is(name, "th") || Is(name, "caption");
        if (isCell)
        {
            if (CountOf("table") == 0) return;
            CloseCell();
        }

        if (tag is [.., '/'] && (CountOf("svg") > 0 || CountOf("math") > 0)) return;
        var kind = isCell ? Kind.Cell : IsBoundary(name) ? Kind.Boundary : Formatting.Contains(name) ? Kind.Formatting : Kind.Plain;
        var key = Hash(name);
        _open.Add((key, kind == Kind.Formatting ? string.GetHashCode(tag) : 0, kind));
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    private void Close(ReadOnlySpan<char> name)
    {
        if (Is(name, "tr") || Is(name, "tbody") || Is(name, "thead") || Is(name, "tfoot"))
        {
            CloseCell();
            return;
        }

        var key = Hash(name);
        if (_counts.GetValueOrDefault(key) == 0) return;
        var isTable = Is(name, "table");
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == key)
            {
                if (_open[i].Kind == Kind.Formatting) Remove(i);
                else PopTo(i, keepFormatting: _open[i].Kind == Kind.Plain);
                return;
            }

            if (_open[i].Kind == Kind.Boundary || (_open[i].Kind == Kind.Cell && !isTable)) return;
        }
    }

    /// <summary>Closes the cell that is open in the innermost table.</summary>
    private void CloseCell()
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Kind != Kind.Boundary; i--)
        {
            if (_open[i].Kind != Kind.Cell) continue;
            PopTo(i, keepFormatting: false);
            return;
        }
    }

    private void PopTo(int index, bool keepFormatting)
    {
        if (index == _open.Count - 1)
        {
            Remove(index);
            return;
        }

        var kept = new List<(int Name, int Tag, Kind Kind)>();
        for (var i = index; i < _open.Count; i++)
        {
            var element = _open[i];
            if (keepFormatting && element.Kind == Kind.Formatting && kept.Count(other => other.Tag == element.Tag) < MostAlike) kept.Add(element);
            else _counts[element.Name]--;
        }

        _open.RemoveRange(index, _open.Count - index);
        _open.AddRange(kept);
    }

    private void Remove(int index)
    {
        _counts[_open[index].Name]--;
        _open.RemoveAt(index);
    }

    private int CountOf(string name) => _counts.GetValueOrDefault(Hash(name));

    private static bool IsBoundary(ReadOnlySpan<char> name) =>
        Is(name, "table") || Is(name, "object") || Is(name, "applet") || Is(name, "marquee") || Is(name, "template") || Is(name, "button") || Is(name, "foreignobject");

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static int Hash(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(FrozenSet<string> names) => names.GetAlternateLookup<ReadOnlySpan<char>>();
}
