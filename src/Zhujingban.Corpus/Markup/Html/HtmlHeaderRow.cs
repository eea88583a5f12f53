using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>Metadata as a table of two rows: the labels in the one, the values below them in the other.</summary>
internal static class HtmlHeaderRow
{
    private const int FewestLabels = 3;

    /// <summary>One name in three may be one that no list holds.</summary>
    private const double KnownShare = 0.66;

    /// <summary>The fields of the table whose first row begins with a line; null when it is no such table.</summary>
    public static HtmlMetadataGroup? Read(RenderedPage page, int index)
    {
        var place = page.Lines[index].Place;
        var rows = page.Tables[place.Table].Rows;
        if (place.Row + 2 != rows.Count || rows[place.Row] is not { Count: >= FewestLabels } names || rows[place.Row + 1] is var values && values.Count != names.Count) return null;
        var group = new HtmlMetadataGroup(index);
        var known = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var (name, value) = (names[i], values[i]);
            if (name.End != name.First + 1) return null;
            group.End = Math.Max(group.End, Math.Max(name.End, value.End));
            var label = string.Concat(page.Of(page.Lines[name.First]).ToString().Where(c => !char.IsWhiteSpace(c)));
            if (PageMetadataLabels.NeedsNoColon(label)) known++;
            group.Labels.Add(label);
            if (value.End > value.First)
                group.Fields.Add(new RenderedField(label, [.. Enumerable.Range(value.First, value.End - value.First).Select(line => (line, new TextSpan(page.Lines[line].Start, page.Lines[line].End)))]));
        }

        return known >= KnownShare * names.Count ? group : null;
    }
}
