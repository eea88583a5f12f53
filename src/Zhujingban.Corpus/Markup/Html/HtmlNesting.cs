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

    private static readonly FrozenDictionary<string, (Kind Kind, int Key)>.AlternateLookup<ReadOnlySpan<char>> Kinds = KindsOf();

    private readonly List<(int Name, int Tag, Kind Kind)> _open = [];
    private int _tables;

    /// <summary>How many elements are open whose own elements may close themselves with a slash: <c>svg</c>, <c>math</c>.</summary>
    private int _foreign;

    /// <summary>What the parser does with an element.</summary>
    private enum Kind
    {
        Plain,

        /// <summary>Never open for long: it is void, or the next of its kind closes it.</summary>
        Flat,
        Formatting,
        Boundary,
        Table,
        Foreign,
        Cell,

        /// <summary>Rows and groups of rows: they close the cell before them.</summary>
        Row,
    }

    /// <summary>Why the page cannot be parsed in time, to stand before "than": <c>nests deeper</c>; null when it can.</summary>
    public static string? Limit(string page)
    {
        if (IsShort(page)) return null;
        var nesting = new HtmlNesting();
        var tags = new HtmlTagScanner(page);
        while (tags.Next())
        {
            if (tags.Tag.Length > 2 * MostAttributes && tags.CountAttributes() > MostAttributes) return "has a tag with more attributes";
            if (tags.IsEnd) nesting.Close(tags.Name);
            else nesting.Open(tags.Name, tags.Tag);
            if (nesting._open.Count > Deepest) return "nests deeper";
        }

        return null;
    }

    /// <summary>True for a page with too few brackets to nest deep, and too close ones to hold a tag of many attributes: most pages of the web.</summary>
    private static bool IsShort(ReadOnlySpan<char> page)
    {
        for (var opened = 0; opened <= Deepest; opened++)
        {
            int next;
            do
            {
                next = page.IndexOf('<');
                if ((next < 0 ? page.Length : next) > 2 * MostAttributes) return false;
                if (next < 0) return true;
                page = page[(next + 1)..];
            }
            while (page is ['/', ..]);
        }

        return false;
    }

    private void Open(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        var (kind, key) = Lookup(name);
        if (kind == Kind.Flat || (kind == Kind.Cell && _tables == 0)) return;
        if (kind is Kind.Row or Kind.Cell) CloseCell();
        if (kind == Kind.Row || (_foreign > 0 && tag is [.., '/'])) return;
        _open.Add((key, kind == Kind.Formatting ? string.GetHashCode(tag) : 0, kind));
        Count(kind, 1);
    }

    private void Close(ReadOnlySpan<char> name)
    {
        var (kind, key) = Lookup(name);
        if (kind == Kind.Flat) return;
        if (kind == Kind.Row)
        {
            CloseCell();
            return;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (open.Name == key)
            {
                if (open.Kind == Kind.Formatting) _open.RemoveAt(i);
                else PopTo(i, keepFormatting: open.Kind is Kind.Plain or Kind.Foreign);
                return;
            }

            if (open.Kind is Kind.Boundary or Kind.Table || (open.Kind == Kind.Cell && kind != Kind.Table)) return;
        }
    }

    /// <summary>Closes the cell that is open in the innermost table.</summary>
    private void CloseCell()
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Kind is not (Kind.Boundary or Kind.Table); i--)
        {
            if (_open[i].Kind != Kind.Cell) continue;
            PopTo(i, keepFormatting: false);
            return;
        }
    }

    private void PopTo(int index, bool keepFormatting)
    {
        Count(_open[index].Kind, -1);
        if (index == _open.Count - 1)
        {
            _open.RemoveAt(index);
            return;
        }

        var kept = new List<(int Name, int Tag, Kind Kind)>(0);
        for (var i = index + 1; i < _open.Count; i++)
        {
            var element = _open[i];
            if (keepFormatting && element.Kind == Kind.Formatting && kept.Count(other => other.Tag == element.Tag) < MostAlike) kept.Add(element);
            Count(element.Kind, -1);
        }

        _open.RemoveRange(index, _open.Count - index);
        _open.AddRange(kept);
    }

    private void Count(Kind kind, int change)
    {
        if (kind == Kind.Table) _tables += change;
        else if (kind == Kind.Foreign) _foreign += change;
    }

    /// <summary>What the parser does with an element, and a number for its name: small for names of HTML, else a hash.</summary>
    private static (Kind Kind, int Key) Lookup(ReadOnlySpan<char> name) =>
        Kinds.TryGetValue(name, out var known) ? known : (Kind.Plain, string.GetHashCode(name, StringComparison.OrdinalIgnoreCase));

    private static FrozenDictionary<string, (Kind Kind, int Key)>.AlternateLookup<ReadOnlySpan<char>> KindsOf()
    {
        var kinds = new Dictionary<string, Kind>(StringComparer.OrdinalIgnoreCase) { ["table"] = Kind.Table, ["svg"] = Kind.Foreign, ["math"] = Kind.Foreign };
        foreach (var name in HtmlTags.Void.Concat(HtmlTags.SelfClosing)) kinds.Add(name, Kind.Flat);
        foreach (var name in HtmlTags.Formatting) kinds.Add(name, Kind.Formatting);
        foreach (var name in (string[])["object", "applet", "marquee", "template", "button", "foreignobject"]) kinds.Add(name, Kind.Boundary);
        foreach (var name in (string[])["td", "th", "caption"]) kinds.Add(name, Kind.Cell);
        foreach (var name in (string[])["tr", "tbody", "thead", "tfoot"]) kinds.Add(name, Kind.Row);
        foreach (var name in HtmlTags.Blocks.Append("span")) kinds.TryAdd(name, Kind.Plain);
        return kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select((kind, number) => (kind.Key, Value: (kind.Value, number)))
            .ToFrozenDictionary(kind => kind.Key, kind => kind.Value, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
