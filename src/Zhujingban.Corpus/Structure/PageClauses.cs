using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>The clauses of a page, a block each, with the items and tables that are open.</summary>
internal sealed class PageClauses(PageSections sections)
{
    private readonly List<Clause> _clauses = [];
    private readonly List<(int Level, string EId, IReadOnlyList<string> Path)> _items = [];
    private (int Number, string EId) _table = (-1, "");

    /// <summary>The clauses so far, in document order.</summary>
    public IReadOnlyList<Clause> Clauses => _clauses;

    /// <summary>Ends what a heading ends: lists and tables.</summary>
    public void EndLists()
    {
        _items.Clear();
        _table = (-1, "");
    }

    /// <summary>Adds the clause of a block that is no heading.</summary>
    public void Add(Block block)
    {
        CloseItems(block);
        if (block.Table != _table.Number) _table = (-1, "");
        switch (block.Kind)
        {
            case BlockKind.ListItem:
                AddItem(block);
                break;
            case BlockKind.TableRow:
                Add(block, ClauseKind.Row, sections.Ids.Next(TableOf(block), "row"));
                break;
            default:
                Add(block, ClauseKind.Paragraph, sections.Ids.Next(Parent, "p"));
                break;
        }
    }

    private string? Parent => _items.Count == 0 ? sections.EId : _items[^1].EId;

    private IReadOnlyList<string> Path => _items.Count == 0 ? [] : _items[^1].Path;

    /// <summary>An item ends the items that are not around it; another block stands in the item of its level.</summary>
    private void CloseItems(Block block)
    {
        var around = block.Kind == BlockKind.ListItem ? block.Level - 1 : block.Level;
        while (_items.Count > 0 && _items[^1].Level > around) _items.RemoveAt(_items.Count - 1);
    }

    private void AddItem(Block block)
    {
        var eId = NumberOf(block.Num) is { } number ? sections.Ids.Numbered(Parent, "item", number) : sections.Ids.Next(Parent, "item");
        IReadOnlyList<string> path = block.Num is null ? Path : [.. Path, block.Num];
        _items.Add((block.Level, eId, path));
        var kind = block.Num is null ? ClauseKind.Item : ClauseKind.Clause;
        _clauses.Add(new Clause(eId, kind, block.Num, block.Level, path, sections.Headings, block.Span));
    }

    private string TableOf(Block row)
    {
        if (_table.Number != row.Table || row.Table < 0) _table = (row.Table, sections.Ids.Next(Parent, "table"));
        return _table.EId;
    }

    private void Add(Block block, ClauseKind kind, string eId) =>
        _clauses.Add(new Clause(eId, kind, null, 0, Path, sections.Headings, block.Span));

    /// <summary>The number of a counted mark such as <c>2.</c>; null when it holds none.</summary>
    private static long? NumberOf(string? num) =>
        num is not null && long.TryParse(num.AsSpan().TrimEnd(".)"), out var number) ? number : null;
}
