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
    private Frame[] _frames = new Frame[32];
    private int _depth;

    private HtmlWalker(RenderedPage page)
    {
        _page = page;
        _writer = new PageWriter(page);
    }

    /// <summary>An element on the way.</summary>
    private struct Frame
    {
        public INodeList Children;

        /// <summary>The child that comes next.</summary>
        public int Next;

        /// <summary>Where its parent's text stands.</summary>
        public RenderedPlace Outside;

        /// <summary>True when it begins and ends a line.</summary>
        public bool IsBlock;

        /// <summary>The region that it is; 0, which is the page's, when it is none.</summary>
        public int Region;

        /// <summary>The cell that it is, or null.</summary>
        public RenderedCell? Cell;

        /// <summary>Where it leads when it is a link, else null; and where its text begins.</summary>
        public string? Target;
        public int LinkStart;

        /// <summary>The number of the list's next item; 0 for a list without numbers.</summary>
        public int NextItem;
    }

    /// <summary>Writes the lines of a page.</summary>
    public static void Read(IHtmlDocument tree, RenderedPage page)
    {
        var walker = new HtmlWalker(page);
        HtmlHead.Write(tree, page, walker._writer);
        if (tree.Body is { } body) walker.Walk(body);
        walker._writer.EndLine();
    }

    private void Walk(INode body)
    {
        Push(new Frame { Children = body.ChildNodes, Outside = _writer.Place, IsBlock = true });
        while (_depth > 0)
        {
            ref var frame = ref _frames[_depth - 1];
            if (frame.Next == frame.Children.Length)
            {
                Leave(frame);
                _depth--;
            }
            else if (frame.Children[frame.Next++] is var child && child is IText text)
            {
                _writer.Write(text.Data);
            }
            else if (child is IElement element)
            {
                Enter(element);
            }
        }
    }

    private void Push(in Frame frame)
    {
        if (_depth == _frames.Length) Array.Resize(ref _frames, _depth * 2);
        _frames[_depth++] = frame;
    }

    private void Enter(IElement element)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            _writer.EndLine();
            return;
        }

        var traits = HtmlTags.TraitsOf(name);
        if (traits.HasFlag(HtmlTraits.Unseen)) return;
        if (name == "img") _page.Pictures.Add(_page.Lines.Count);
        var isBlock = traits.HasFlag(HtmlTraits.Block);
        if (isBlock) _writer.EndLine();
        if (!element.HasChildNodes && !(name is "td" or "th")) return;
        var place = _writer.Place;
        var frame = new Frame { Children = element.ChildNodes, Outside = place, IsBlock = isBlock };
        var attributes = new HtmlAttributes(element);
        if (attributes.IsHidden) place = place with { Hidden = true };
        if (isBlock) place = PlaceOf(element, name, traits, attributes, ref frame, place);
        else if (name == "a") place = LinkOf(attributes.Target, ref frame, place);
        _writer.Place = place;
        Push(frame);
    }

    private void Leave(in Frame frame)
    {
        if (frame.Target is { } target) _writer.AddLink(frame.LinkStart, target);
        if (frame.IsBlock) _writer.EndLine();
        if (frame.Region > 0) _page.Regions[frame.Region].End = _page.Lines.Count;
        if (frame.Cell is { } cell) cell.End = _page.Lines.Count;
        _writer.Place = frame.Outside;
    }

    private RenderedPlace LinkOf(string? target, ref Frame frame, RenderedPlace place)
    {
        if (string.IsNullOrEmpty(target)) return place;
        var isAddress = target[0] != '#' && !target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
        if (isAddress) (frame.Target, frame.LinkStart) = (target.Trim(), _writer.Length);
        return place with { Linked = true };
    }

    private RenderedPlace PlaceOf(IElement element, string name, HtmlTraits traits, HtmlAttributes attributes, ref Frame frame, RenderedPlace place)
    {
        var mark = HtmlNames.MarkOf(name, attributes);
        if (mark != RegionMark.None || !traits.HasFlag(HtmlTraits.Leaf))
        {
            frame.Region = _page.Regions.Count;
            _page.Regions.Add(new RenderedRegion(place.Region, _page.Lines.Count, mark));
            place = place with { Region = frame.Region };
        }

        return name switch
        {
            "table" => TableOf(place),
            "tr" => RowOf(place),
            "td" or "th" => CellOf(element, ref frame, place),
            "caption" => place with { Kind = BlockKind.Caption, Row = -1, Cell = -1 },
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => place with { Kind = BlockKind.Heading, Level = name[1] - '0', Item = null },
            "ul" or "menu" or "dir" => ListOf(ref frame, place, 0),
            "ol" => ListOf(ref frame, place, Math.Max(1, NumberOf(element, "start", 1, int.MaxValue / 2))),
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

    private RenderedPlace CellOf(IElement element, ref Frame frame, RenderedPlace place)
    {
        if (place.Row < 0) return place;
        var row = _page.Tables[place.Table].Rows[place.Row];
        frame.Cell = new RenderedCell(element.LocalName == "th",
            NumberOf(element, "rowspan", 1, MostSpan), NumberOf(element, "colspan", 1, MostSpan), _page.Lines.Count);
        row.Add(frame.Cell);
        return place with { Cell = row.Count - 1 };
    }

    private static RenderedPlace ListOf(ref Frame frame, RenderedPlace place, int first)
    {
        frame.NextItem = first;
        return place with { Level = (place.Item is null ? 0 : place.Level) + 1 };
    }

    private RenderedPlace ItemOf(RenderedPlace place)
    {
        ref var list = ref _frames[_depth - 1];
        var num = list.NextItem > 0 ? $"{list.NextItem++}." : null;
        return place with { Kind = BlockKind.ListItem, Item = new RenderedItem(num), Level = Math.Max(1, place.Level) };
    }

    private static int NumberOf(IElement element, string attribute, int least, int most) =>
        int.TryParse(element.GetAttribute(attribute), out var number) ? Math.Clamp(number, least, most) : least;
}
