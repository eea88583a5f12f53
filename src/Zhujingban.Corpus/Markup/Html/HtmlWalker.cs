using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>Walks a parsed page in its order, without recursion, and writes what it shows.</summary>
internal sealed class HtmlWalker
{
    private const int MostSpan = 1000;

    private readonly RenderedPage _page;
    private readonly PageWriter _writer;
    private readonly Stack<Frame> _frames = new();

    private HtmlWalker(RenderedPage page)
    {
        _page = page;
        _writer = new PageWriter(page);
    }

    /// <summary>An element on the way.</summary>
    /// <param name="element">The element.</param>
    /// <param name="outside">Where its parent's text stands.</param>
    /// <param name="isBlock">True when it begins and ends a line.</param>
    private sealed class Frame(INode element, RenderedPlace outside, bool isBlock)
    {
        public INode Element { get; } = element;

        public RenderedPlace Outside { get; } = outside;

        public bool IsBlock { get; } = isBlock;

        /// <summary>The child that comes next.</summary>
        public int Next { get; set; }

        /// <summary>The region that it is, or -1.</summary>
        public int Region { get; set; } = -1;

        /// <summary>The cell that it is, or null.</summary>
        public RenderedCell? Cell { get; set; }

        /// <summary>Where its text begins, and where it leads, when it is a link.</summary>
        public (int Start, string Target)? Link { get; set; }

        /// <summary>The number of the list's next item; 0 for a list without numbers.</summary>
        public int NextItem { get; set; }
    }

    /// <summary>Writes the lines of a page.</summary>
    public static void Read(IHtmlDocument tree, RenderedPage page)
    {
        var walker = new HtmlWalker(page);
        if (tree.Title is { Length: > 0 } title) walker.WriteHidden(title);
        if (tree.Body is { } body) walker.Walk(body);
        walker._writer.EndLine();
    }

    /// <summary>The title of the window is text of the page, but no line of it.</summary>
    private void WriteHidden(string title)
    {
        _writer.Place = RenderedPlace.Root with { Hidden = true };
        _writer.Write(title);
        _writer.EndLine();
        _writer.Place = RenderedPlace.Root;
        _page.Title = title.Trim();
    }

    private void Walk(INode body)
    {
        _frames.Push(new Frame(body, _writer.Place, isBlock: true));
        while (_frames.TryPeek(out var frame))
        {
            var children = frame.Element.ChildNodes;
            if (frame.Next == children.Length) Leave(_frames.Pop());
            else if (children[frame.Next++] is var child && child is IText text) _writer.Write(text.Data);
            else if (child is IElement element) Enter(element);
        }
    }

    private void Enter(IElement element)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            _writer.EndLine();
            return;
        }

        if (HtmlTags.Unseen.Contains(name)) return;
        var isBlock = HtmlTags.Blocks.Contains(name);
        if (isBlock) _writer.EndLine();
        if (!element.HasChildNodes && !(name is "td" or "th")) return;
        var place = _writer.Place;
        var frame = new Frame(element, place, isBlock);
        if (!place.Hidden && IsHidden(element)) place = place with { Hidden = true };
        if (isBlock) place = PlaceOf(element, name, frame, place);
        else if (name == "a") place = LinkOf(element, frame, place);
        _writer.Place = place;
        _frames.Push(frame);
    }

    private void Leave(Frame frame)
    {
        if (frame.Link is { } link) _writer.AddLink(link.Start, link.Target);
        if (frame.IsBlock) _writer.EndLine();
        if (frame.Region >= 0) _page.Regions[frame.Region].End = _page.Lines.Count;
        if (frame.Cell is { } cell) cell.End = _page.Lines.Count;
        _writer.Place = frame.Outside;
    }

    private RenderedPlace LinkOf(IElement element, Frame frame, RenderedPlace place)
    {
        if (element.GetAttribute("href") is not { Length: > 0 } target) return place;
        var isAddress = target[0] != '#' && !target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
        if (isAddress) frame.Link = (_writer.Length, target.Trim());
        return place with { Linked = true };
    }

    private RenderedPlace PlaceOf(IElement element, string name, Frame frame, RenderedPlace place)
    {
        var mark = HtmlNames.MarkOf(element, name);
        if (mark != RegionMark.None || !HtmlTags.Leaves.Contains(name))
        {
            frame.Region = _page.Regions.Count;
            _page.Regions.Add(new RenderedRegion(place.Region, _page.Lines.Count, mark));
            place = place with { Region = frame.Region };
        }

        return name switch
        {
            "table" => TableOf(place),
            "tr" => RowOf(place),
            "td" or "th" => CellOf(element, frame, place),
            "caption" => place with { Kind = BlockKind.Caption, Row = -1, Cell = -1 },
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => place with { Kind = BlockKind.Heading, Level = name[1] - '0', Item = null },
            "ul" or "menu" or "dir" => ListOf(frame, place, 0),
            "ol" => ListOf(frame, place, Math.Max(1, NumberOf(element, "start", 1, int.MaxValue / 2))),
            "li" => ItemOf(place),
            "pre" or "xmp" or "listing" or "plaintext" => place with { Kind = BlockKind.Preformatted, Preformatted = true },
            _ => place,
        };
    }

    private RenderedPlace TableOf(RenderedPlace place)
    {
        _page.Tables.Add(new RenderedTable(place.Table));
        return place with { Table = _page.Tables.Count - 1, Row = -1, Cell = -1, Kind = BlockKind.Paragraph, Level = 0, Item = null };
    }

    private RenderedPlace RowOf(RenderedPlace place)
    {
        if (place.Table < 0) return place;
        _page.Tables[place.Table].Rows.Add([]);
        return place with { Row = _page.Tables[place.Table].Rows.Count - 1 };
    }

    private RenderedPlace CellOf(IElement element, Frame frame, RenderedPlace place)
    {
        if (place.Row < 0) return place;
        var row = _page.Tables[place.Table].Rows[place.Row];
        frame.Cell = new RenderedCell(element.LocalName == "th",
            NumberOf(element, "rowspan", 1, MostSpan), NumberOf(element, "colspan", 1, MostSpan), _page.Lines.Count);
        row.Add(frame.Cell);
        return place with { Cell = row.Count - 1 };
    }

    private static RenderedPlace ListOf(Frame frame, RenderedPlace place, int first)
    {
        frame.NextItem = first;
        return place with { Level = (place.Item is null ? 0 : place.Level) + 1 };
    }

    private RenderedPlace ItemOf(RenderedPlace place)
    {
        var list = _frames.Peek();
        var num = list.NextItem > 0 ? $"{list.NextItem++}." : null;
        return place with { Kind = BlockKind.ListItem, Item = new RenderedItem(num), Level = Math.Max(1, place.Level) };
    }

    private static int NumberOf(IElement element, string attribute, int least, int most) =>
        int.TryParse(element.GetAttribute(attribute), out var number) ? Math.Clamp(number, least, most) : least;

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("style") is not { } style || !style.Contains("none", StringComparison.OrdinalIgnoreCase)) return false;
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + "display".Length).TrimStart(" \t\n:").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
