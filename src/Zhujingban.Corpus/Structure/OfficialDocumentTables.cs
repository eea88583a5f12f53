using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads an official document that has tables: its outline is that of its lines, and the rows stand under the unit before them, as
/// <c>sec_2__table_1__row_3</c>.
/// </summary>
internal sealed class OfficialDocumentTables
{
    private readonly Document _read;
    private readonly List<Clause> _clauses = [];
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ends = new(StringComparer.Ordinal);

    private OfficialDocumentTables(Document read) => _read = read;

    /// <summary>Fills title, metadata, sections and clauses.</summary>
    public static Document Read(Document document)
    {
        var rows = document.Blocks.Where(block => block.Kind == BlockKind.TableRow).ToList();
        if (rows.Count == 0) return OfficialDocumentStructure.Read(document);
        var lines = document with { Blocks = [.. document.Blocks.Where(block => block.Kind != BlockKind.TableRow)] };
        var tables = new OfficialDocumentTables(OfficialDocumentStructure.Read(lines));
        tables.Add(rows);
        return tables._read with
        {
            Blocks = document.Blocks,
            Clauses = tables._clauses,
            Sections = [.. tables._read.Sections.Select(section => section with
            {
                Span = section.Span with { End = Math.Max(section.Span.End, tables._ends.GetValueOrDefault(section.EId)) },
            })],
        };
    }

    private void Add(List<Block> rows)
    {
        var (next, table, eId, row) = (0, -1, "", 0);
        Clause? before = null;
        foreach (var block in rows)
        {
            while (next < _read.Clauses.Count && _read.Clauses[next].Span.Start < block.Span.Start) _clauses.Add(before = _read.Clauses[next++]);
            var around = Around(before);
            if (block.Table != table)
            {
                var prefix = around is null ? "table" : around + "__table";
                (table, eId, row) = (block.Table, $"{prefix}_{++CollectionsMarshal.GetValueRefOrAddDefault(_tables, prefix, out _)}", 0);
            }

            _clauses.Add(new Clause($"{eId}__row_{++row}", ClauseKind.Row, null, 0, before?.Path ?? [], before?.Headings ?? [], block.Span));
            if (around is not null) Extend(around, block.Span.End);
        }

        _clauses.AddRange(_read.Clauses.Skip(next));
    }

    /// <summary>The id of the numbered unit that a clause is, or stands in; null when it stands in none.</summary>
    private static string? Around(Clause? clause)
    {
        if (clause is null || clause.Kind == ClauseKind.Clause) return clause?.EId;
        var end = clause.EId.LastIndexOf("__", StringComparison.Ordinal);
        return end < 0 ? null : clause.EId[..end];
    }

    /// <summary>Every section around a row holds it, also when it stands behind the section's last line.</summary>
    private void Extend(string around, int end)
    {
        for (var at = around.Length; at > 0; at = around.LastIndexOf("__", at - 1, StringComparison.Ordinal)) _ends[around[..at]] = end;
    }
}
