using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>A line of a rendition, or a line of one of its cells.</summary>
/// <param name="Start">Where its characters begin among <see cref="RenderedPage.Characters"/>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed class RenderedLine(int Start, RenderedPlace Place)
{
    /// <summary>Where its characters begin among <see cref="RenderedPage.Characters"/>.</summary>
    public int Start { get; } = Start;

    /// <summary>Where they end.</summary>
    public int End { get; set; }

    /// <summary>Where it stands.</summary>
    public RenderedPlace Place { get; } = Place;

    /// <summary>What it is to a reader.</summary>
    public BlockKind Kind { get; set; } = BlockKind.Paragraph;

    /// <summary>How many of its characters belong to links.</summary>
    public int LinkLength { get; set; }

    /// <summary>Whether it reads like what pages put around documents; null until that is asked.</summary>
    public bool? IsBoilerplate { get; set; }

    /// <summary>Why it is no part of the text; null when it is.</summary>
    public DropReason? Reason { get; set; }

    /// <summary>Its number of characters.</summary>
    public int Length => End - Start;
}

/// <summary>Where a line stands: what is around it.</summary>
internal readonly record struct RenderedPlace
{
    /// <summary>Nowhere in particular.</summary>
    public static RenderedPlace Root { get; } = new() { Table = -1, Row = -1, Cell = -1, Kind = BlockKind.Paragraph };

    /// <summary>The innermost region, by its number.</summary>
    public int Region { get; init; }

    /// <summary>The innermost table, by its number; -1 outside tables.</summary>
    public int Table { get; init; }

    /// <summary>The row of the table; -1 in its caption.</summary>
    public int Row { get; init; }

    /// <summary>The cell of the row.</summary>
    public int Cell { get; init; }

    /// <summary>What a line is here.</summary>
    public BlockKind Kind { get; init; }

    /// <summary>The level of a heading, or the depth of an item.</summary>
    public int Level { get; init; }

    /// <summary>The item around it; null outside lists.</summary>
    public RenderedItem? Item { get; init; }

    /// <summary>True where the page shows nothing.</summary>
    public bool Hidden { get; init; }

    /// <summary>True inside a link.</summary>
    public bool Linked { get; init; }

    /// <summary>True where white space is as written.</summary>
    public bool Preformatted { get; init; }
}

/// <summary>An item of a list.</summary>
/// <param name="num">Its counted number, or null.</param>
internal sealed class RenderedItem(string? num)
{
    private bool _taken;

    /// <summary>Its counted number, or null.</summary>
    public string? Num { get; } = num;

    /// <summary>True for the first line of the item, which is its own.</summary>
    public bool Take()
    {
        var first = !_taken;
        _taken = true;
        return first;
    }
}

/// <summary>An element that holds whole lines.</summary>
/// <param name="parent">The region around it; -1 for the page.</param>
/// <param name="first">Its first line.</param>
/// <param name="mark">What its names say of it.</param>
internal sealed class RenderedRegion(int parent, int first, RegionMark mark)
{
    /// <summary>The region around it; -1 for the page.</summary>
    public int Parent { get; } = parent;

    /// <summary>Its first line.</summary>
    public int First { get; } = first;

    /// <summary>The first line behind it.</summary>
    public int End { get; set; }

    /// <summary>What its names say of it.</summary>
    public RegionMark Mark { get; } = mark;
}

/// <summary>What the name of an element says of what it holds.</summary>
internal enum RegionMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The page's own text.</summary>
    Content,

    /// <summary>Something around it.</summary>
    Boilerplate,
}

/// <summary>A table of a rendition.</summary>
/// <param name="outer">The table around it; -1 when there is none.</param>
internal sealed class RenderedTable(int outer)
{
    /// <summary>The table around it; -1 when there is none.</summary>
    public int Outer { get; } = outer;

    /// <summary>Its rows.</summary>
    public List<List<RenderedCell>> Rows { get; } = [];

    /// <summary>True when it only lays a page out: its lines stand for themselves.</summary>
    public bool IsLayout { get; set; }
}

/// <summary>A cell of a table.</summary>
/// <param name="header">True for a heading cell.</param>
/// <param name="rowspan">The rows it takes.</param>
/// <param name="colspan">The columns it takes.</param>
/// <param name="first">Its first line.</param>
internal sealed class RenderedCell(bool header, int rowspan, int colspan, int first)
{
    public bool Header { get; } = header;

    public int Rowspan { get; set; } = rowspan;

    public int Colspan { get; set; } = colspan;

    /// <summary>Its first line.</summary>
    public int First { get; } = first;

    /// <summary>The first line behind it.</summary>
    public int End { get; set; } = first;
}

/// <summary>A note at the foot of a page or at the end of the text, whose lines are no part of it.</summary>
/// <param name="Group">The kind of note: <c>footnote</c>, <c>endnote</c>.</param>
/// <param name="Id">Its id among its kind.</param>
/// <param name="First">Its first line.</param>
/// <param name="End">The first line behind it.</param>
internal readonly record struct RenderedNote(string Group, string Id, int First, int End);

/// <summary>A place that a note belongs to.</summary>
/// <param name="Group">The kind of note.</param>
/// <param name="Id">Its id among its kind.</param>
/// <param name="Line">The line that is being written, or comes next.</param>
/// <param name="At">The place among the characters.</param>
internal readonly record struct RenderedNoteUse(string Group, string Id, int Line, int At);

/// <summary>A link of a rendition.</summary>
/// <param name="Line">The line that holds it.</param>
/// <param name="Start">Where it begins among the characters.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Target">Where it leads.</param>
internal readonly record struct RenderedLink(int Line, int Start, int End, string Target);

/// <summary>A value that a page states in a field of its own.</summary>
/// <param name="Name">The field.</param>
/// <param name="Parts">Where the value stands, line by line: the line and a range of the characters.</param>
internal sealed record RenderedField(string Name, IReadOnlyList<(int Line, TextSpan Range)> Parts);
