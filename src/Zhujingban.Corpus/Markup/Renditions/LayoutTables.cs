namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>Tells the tables that only lay a page out from those that hold data.</summary>
internal static class LayoutTables
{
    private const int LongCell = 300;
    private const int ManyLines = 6;

    /// <summary>
    /// Marks tables for layout: those around other tables, of one column, or with a cell that holds most of the table in lines of
    /// its own, as a page's text does.
    /// </summary>
    public static void Mark(RenderedPage page)
    {
        foreach (var table in page.Tables)
        {
            if (table.Outer >= 0) page.Tables[table.Outer].IsLayout = true;
            table.IsLayout |= table.Rows.All(row => row.Count < 2) || HoldsText(page, table);
        }
    }

    private static bool HoldsText(RenderedPage page, RenderedTable table)
    {
        var (all, longest, lines) = (0, 0, 0);
        foreach (var cell in table.Rows.SelectMany(row => row))
        {
            if (cell.End <= cell.First) continue;
            var length = page.Lines[cell.End - 1].End - page.Lines[cell.First].Start;
            all += length;
            if (length <= longest) continue;
            (longest, lines) = (length, cell.End - cell.First);
        }

        return longest >= LongCell && lines >= ManyLines && longest * 2 > all;
    }
}
