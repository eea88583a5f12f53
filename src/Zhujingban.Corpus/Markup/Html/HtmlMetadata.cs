using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>Lines that state fields of the document's metadata, one group after another.</summary>
/// <param name="First">The first line.</param>
internal sealed record HtmlMetadataGroup(int First)
{
    /// <summary>The first line behind it.</summary>
    public int End { get; set; } = First;

    /// <summary>The names of its fields, those without a value too.</summary>
    public HashSet<string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>Its fields with a value.</summary>
    public List<RenderedField> Fields { get; } = [];
}

/// <summary>
/// Finds what a page states of its document in fields: label and value in cells side by side, in a definition list, on lines one
/// below the other, or several on one line, parted by white space.
/// </summary>
internal sealed class HtmlMetadata
{
    private const int LongestValueLine = 200;
    private const int LongestTitleLine = 80;

    private readonly RenderedPage _page;
    private readonly List<HtmlMetadataGroup> _groups = [];
    private HtmlMetadataGroup? _open;

    private HtmlMetadata(RenderedPage page) => _page = page;

    /// <summary>The groups of lines that may state metadata, in the page's order.</summary>
    public static IReadOnlyList<HtmlMetadataGroup> Find(RenderedPage page)
    {
        var metadata = new HtmlMetadata(page);
        for (var line = 0; line < page.Lines.Count;) line = metadata.Read(line);
        return metadata._groups;
    }

    /// <summary>
    /// Keeps the fields of the groups that state the document's metadata. A form inside the document is none: in its body, only
    /// what stands before the first sentence is.
    /// </summary>
    public static void Keep(RenderedPage page, IReadOnlyList<HtmlMetadataGroup> groups, HtmlBody body)
    {
        var opening = body.First;
        while (opening < body.End && (IsIn(groups, opening) || IsTitleLine(page, page.Lines[opening]))) opening++;
        foreach (var group in groups)
        {
            var inside = group.First >= body.First && group.First < body.End;
            var told = group.Labels.Count(label => PageMetadataLabels.PartOf(label) is not null);
            if (told == 0 || (group.Labels.Count < 2 && (inside || !group.Labels.All(PageMetadataLabels.IsDate)))) continue;
            if (inside && group.First > opening) continue;
            for (var line = group.First; line < group.End; line++) page.Lines[line].Reason = DropReason.Infobox;
            foreach (var field in group.Fields)
            {
                if (!page.Fields.Exists(known => known.Name == field.Name)) page.Fields.Add(field);
            }
        }

        KeepHead(page);
    }

    /// <summary>Of what the head states, only what the page does not show is a field of its own.</summary>
    private static void KeepHead(RenderedPage page)
    {
        var shown = page.HeadFields.Count == 0 ? 0 : page.HeadFields.Max(field => field.Parts[^1].Range.End);
        foreach (var field in page.HeadFields)
        {
            var isDate = PageMetadataLabels.IsDate(field.Name);
            var (line, range) = field.Parts[0];
            var isShown = isDate ? page.Fields.Exists(known => PageMetadataLabels.PartOf(known.Name) == PageMetadataLabels.PartOf(field.Name))
                : page.Text.AsSpan(shown).Contains(range.Of(page.Text), StringComparison.Ordinal);
            if (isShown) continue;
            page.Fields.Add(field);
            page.Lines[line].Reason = DropReason.Infobox;
        }
    }

    private static bool IsIn(IReadOnlyList<HtmlMetadataGroup> groups, int line)
    {
        foreach (var group in groups)
        {
            if (line >= group.First && line < group.End) return true;
            if (group.First > line) break;
        }

        return false;
    }

    private static bool IsTitleLine(RenderedPage page, RenderedLine line) =>
        line.Length <= LongestTitleLine && page.Of(line).IndexOfAny('。', '；') < 0;

    /// <summary>Reads the fields of a line, and gives the number of the next line to read.</summary>
    private int Read(int index)
    {
        var line = _page.Lines[index];
        if (line.Place.Cell == 0 && HtmlHeaderRow.Read(_page, index) is { } table)
        {
            _groups.Add(table);
            _open = null;
            return table.End;
        }

        var labels = PageMetadataLabels.Read(_page.Of(line), line.Place.Cell >= 0);
        if (labels.Count == 0 || line.Place.Hidden)
        {
            _open = null;
            return index + 1;
        }

        if (_open is null) _groups.Add(_open = new HtmlMetadataGroup(index));
        foreach (var label in labels)
        {
            _open.Labels.Add(label.Name);
            if (!label.Value.IsEmpty) Add(label.Name, [(index, new TextSpan(line.Start + label.Value.Start, line.Start + label.Value.End))]);
        }

        var next = labels[^1].Value.IsEmpty ? ReadValueBehind(index, labels[^1].Name) : index + 1;
        _open.End = next;
        return next;
    }

    /// <summary>The value of a label that stands alone: in the next cell of the row, or on the next line.</summary>
    private int ReadValueBehind(int index, string label)
    {
        var line = _page.Lines[index];
        var (first, end) = (index + 1, index + 1);
        if (line.Place.Cell >= 0)
        {
            var row = _page.Tables[line.Place.Table].Rows[line.Place.Row];
            if (line.Place.Cell + 1 < row.Count) (first, end) = (row[line.Place.Cell + 1].First, row[line.Place.Cell + 1].End);
        }
        else if (first < _page.Lines.Count && IsBeside(line, _page.Lines[first]))
        {
            end = first + 1;
        }

        if (first >= end || first <= index || _page.Lines[end - 1].End - _page.Lines[first].Start > LongestValueLine
            || PageMetadataLabels.Read(_page.Of(_page.Lines[first]), line.Place.Cell >= 0).Count > 0) return index + 1;
        Add(label, [.. Enumerable.Range(first, end - first).Select(value => (value, new TextSpan(_page.Lines[value].Start, _page.Lines[value].End)))]);
        return end;
    }

    private bool IsBeside(RenderedLine label, RenderedLine value)
    {
        if (value.Place.Cell >= 0 || value.Kind == BlockKind.Heading || value.Place.Hidden) return false;
        var (left, right) = (label.Place.Region, value.Place.Region);
        return left == right || _page.Regions[right].Parent == left
            || (_page.Regions[right].Parent == _page.Regions[left].Parent && _page.Regions[right].End - _page.Regions[right].First == 1);
    }

    private void Add(string label, IReadOnlyList<(int Line, TextSpan Range)> parts) => _open!.Fields.Add(new RenderedField(label, parts));
}
