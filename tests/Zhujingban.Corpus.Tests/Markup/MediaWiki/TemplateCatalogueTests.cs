using Zhujingban.Corpus.Markup.MediaWiki;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

/// <summary>The catalogue of templates is data: what a person writes into it is checked here.</summary>
public class TemplateCatalogueTests
{
    private static readonly List<string[]> Rows = [.. EmbeddedTable.Read("mediawiki-templates.tsv")];

    [Fact]
    public void Names_OfAllRows_StandOnce() => Assert.Empty(Rows.SelectMany(row => row[1].Split('|', StringSplitOptions.TrimEntries))
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Find_EveryName_GivesItsRow() => Assert.All(Rows, row => Assert.All(
        row[1].Split('|', StringSplitOptions.TrimEntries).Where(name => !name.StartsWith('*')),
        name => Assert.Equal(Enum.Parse<TemplateRole>(row[0]), TemplateCatalogue.Find(name.Replace("*", "x", StringComparison.Ordinal)).Role)));
}
