using System.Text.RegularExpressions;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Search.Tests;

/// <summary>Entries cut by hand out of the founding documents: a clause a line. The readers cut them better; search needs no more.</summary>
internal static partial class FoundingEntries
{
    public static IReadOnlyList<IndexEntry> All { get; } =
    [
        .. Notice(),
        .. Page("zhujing-banshichu", "驻北京办事处"),
        .. Page("hong-kong-beijing-office", "香港特別行政區政府駐北京辦事處"),
    ];

    /// <summary>The clause of the notice with a number: <c>(六)</c>.</summary>
    public static string ClauseId(string number) => All.Single(entry => entry.Path.Count > 0 && entry.Path[^1] == number).Id;

    private static IEnumerable<IndexEntry> Notice()
    {
        var lines = RepositoryFiles.ReadAllText("corpus", "sources", "notices", "guobanfa-2010-8.txt").Split('\n', StringSplitOptions.TrimEntries);
        var document = new IndexEntry
        {
            Id = "guobanfa-2010-8", DocumentId = "guobanfa-2010-8", Title = lines[1], DocumentNumber = lines[2], Issuer = "国务院办公厅",
            Date = "2010-01-19", Genre = "意见", Format = "notice", Kind = "document", Text = $"{lines[1]}\n{lines[2]}",
        };
        yield return document;
        var heading = "";
        var number = 0;
        foreach (var line in lines.Skip(3).Where(line => line.Length > 0))
        {
            if (Heading().IsMatch(line)) heading = line;
            var mark = Mark().Match(line).Value;
            yield return document with
            {
                Id = $"{document.Id}#{number++}", Kind = mark.Length > 0 ? "clause" : "paragraph", Text = line,
                Headings = heading.Length > 0 ? [heading] : [], Path = mark.Length > 0 ? [heading[..2], mark] : [],
            };
        }
    }

    private static IEnumerable<IndexEntry> Page(string name, string title)
    {
        yield return new IndexEntry { Id = name, DocumentId = name, Title = title, Format = "mediawiki", Kind = "document", Text = title };
        var number = 0;
        foreach (var line in RepositoryFiles.ReadAllText("corpus", "sources", "mediawiki", $"{name}.wikitext").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new IndexEntry
            {
                Id = $"{name}#{number++}", DocumentId = name, Title = title, Format = "mediawiki", Kind = "paragraph", Text = Markup().Replace(line, ""),
            };
        }
    }

    [GeneratedRegex(@"^[一二三四五]、")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\([一二三四五六七八九十]+\)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[\[[^\]|]*\||[\[\]']|<ref.*?(/>|</ref>)|<[^>]*>|\{\{[^}]*\}\}")]
    private static partial Regex Markup();
}
