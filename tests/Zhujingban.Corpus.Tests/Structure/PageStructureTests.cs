using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Structure;

public sealed class PageStructureTests
{
    [Fact]
    public void Read_Headings_NestByTheirLevels()
    {
        var page = Page("H2:甲", "H4:子", "H3:丑", "P:文", "H2:乙", "H1:丙");

        Assert.Equal(
            ["sec_1 1 甲", "sec_1__subsec_1 2 子", "sec_1__subsec_2 2 丑", "sec_2 1 乙", "sec_3 1 丙"],
            page.Sections.Select(section => $"{section.EId} {section.Level} {section.Heading}"));
        Assert.Equal("甲\n子\n丑\n文", page.Sections[0].Span.Of(page.Text.Text));
        Assert.Equal("丑\n文", page.Sections[2].Span.Of(page.Text.Text));
        Assert.Equal("乙", page.Sections[3].HeadingSpan.Of(page.Text.Text));
    }

    [Fact]
    public void Read_DeepHeadings_KeepTheirChain()
    {
        var page = Page("H2:甲", "H3:子", "H4:寅", "P:文");

        Assert.Equal("sec_1__subsec_1__subsec_1__p_1", Assert.Single(page.Clauses).EId);
        Assert.Equal(["甲", "子", "寅"], page.Clauses[0].Headings);
    }

    [Fact]
    public void Read_Paragraphs_CountWithinTheirSection() => Assert.Equal(
        ["p_1", "p_2", "sec_1__p_1", "sec_2__p_1", "sec_2__p_2"],
        Ids(Page("P:一", "P:二", "H2:甲", "P:三", "H2:乙", "C:四", "F:五")));

    [Fact]
    public void Read_ChangeInOneSection_LeavesTheIdsOfOthersAlone()
    {
        var before = Ids(Page("H2:甲", "P:一", "H2:乙", "U1:二", "P:三"));
        var after = Ids(Page("H2:甲", "P:一", "P:新", "U1:新", "H2:乙", "U1:二", "P:三"));

        Assert.Equal(before.Where(id => id.StartsWith("sec_2", StringComparison.Ordinal)), after.Where(id => id.StartsWith("sec_2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_Lists_NestInTheirItems()
    {
        var page = Page("H2:甲", "U1:一", "U2:一之一", "U2:一之二", "U1:二", "U2:二之一", "P:文", "U1:三");

        Assert.Equal(
            ["sec_1__item_1", "sec_1__item_1__item_1", "sec_1__item_1__item_2", "sec_1__item_2", "sec_1__item_2__item_1", "sec_1__p_1", "sec_1__item_3"],
            Ids(page));
        Assert.Equal([1, 2, 2, 1, 2, 0, 1], page.Clauses.Select(clause => clause.Level));
    }

    [Fact]
    public void Read_OrderedItems_AreClausesWithTheirNumbers()
    {
        var page = Page("H2:职责", "O1 1.:一", "O2 1.:甲", "O2 2.:乙", "U3:子", "O1 2.:二", "P:文", "O1 1.:又一");

        Assert.Equal(
            ["Clause 1. [1.]", "Clause 1. [1. 1.]", "Clause 2. [1. 2.]", "Item  [1. 2.]", "Clause 2. [2.]", "Paragraph  []", "Clause 1. [1.]"],
            page.Clauses.Select(clause => $"{clause.Kind} {clause.Num} [{string.Join(' ', clause.Path)}]"));
        Assert.Equal(
            ["sec_1__item_1", "sec_1__item_1__item_1", "sec_1__item_1__item_2", "sec_1__item_1__item_2__item_1", "sec_1__item_2", "sec_1__p_1", "sec_1__item_1-2"],
            Ids(page));
    }

    [Fact]
    public void Read_ParagraphInAnItem_StandsUnderItsNumber()
    {
        var page = Page("O1 1.:一", "P1:又一段", "U2:子", "P1:末段", "P:外");

        Assert.Equal(["item_1", "item_1__p_1", "item_1__item_1", "item_1__p_2", "p_1"], Ids(page));
        Assert.Equal(["1.", "1.", "1.", "1.", ""], page.Clauses.Select(clause => string.Join(' ', clause.Path)));
    }

    [Fact]
    public void Read_ItemWithoutItsOuterOne_StandsUnderTheSection() => Assert.Equal(["sec_1__item_1", "sec_1__item_2"], Ids(Page("H2:甲", "U3:一", "U2:二")));

    [Fact]
    public void Read_Tables_CountWithinTheirSection()
    {
        var page = Page("T0:甲\t乙", "H2:表", "T1:一", "T1:二", "T2:三", "P:文", "H2:又", "T3:四");

        Assert.Equal(
            ["table_1__row_1", "sec_1__table_1__row_1", "sec_1__table_1__row_2", "sec_1__table_2__row_1", "sec_1__p_1", "sec_2__table_1__row_1"],
            Ids(page));
        Assert.All(page.Clauses.Where(clause => clause.EId.Contains("row", StringComparison.Ordinal)), row => Assert.Equal(ClauseKind.Row, row.Kind));
    }

    [Fact]
    public void Read_CaptionBetweenRows_DoesNotPartTheTable() => Assert.Equal(
        ["p_1", "table_1__row_1", "table_1__row_2", "p_2"],
        Ids(Page("C0:标题", "T0:一", "T0:二", "C0:注")));

    [Fact]
    public void Read_HeadingThatIsTheTitle_MakesNoSection()
    {
        var page = Page("H1:标题", "P:文", "H2:甲");
        page = PageStructure.Read(page with { Title = "标题", TitleSpan = page.Blocks[0].Span });

        Assert.Equal(["sec_1 1 甲"], page.Sections.Select(section => $"{section.EId} {section.Level} {section.Heading}"));
        Assert.Empty(Assert.Single(page.Clauses).Headings);
    }

    [Fact]
    public void Read_NoBlocks_GivesNothing()
    {
        var page = Page();

        Assert.Empty(page.Sections);
        Assert.Empty(page.Clauses);
    }

    [Fact]
    public void Read_DeepLists_TakesBoundedTime()
    {
        var blocks = Enumerable.Range(1, 2000).Select(level => $"U{level}:文").ToArray();

        Assert.Equal(2000, Page(blocks).Clauses.Count);
    }

    private static IEnumerable<string> Ids(Document page) => page.Clauses.Select(clause => clause.EId);

    /// <summary>A page from blocks such as <c>H2:heading</c>, <c>P:paragraph</c>, <c>U1:item</c>, <c>O1 2.:ordered item</c>, <c>T0:row</c>, <c>C:caption</c>, <c>F:preformatted</c>.</summary>
    private static Document Page(params string[] blocks)
    {
        var text = new MappedTextBuilder();
        var made = new List<Block>();
        foreach (var block in blocks)
        {
            var colon = block.IndexOf(':', StringComparison.Ordinal);
            if (text.Length > 0) text.Insert(0, "\n");
            var span = TextSpan.At(text.Length, block.Length - colon - 1);
            text.Insert(0, block.AsSpan(colon + 1));
            made.Add(Block(block[..colon], span));
        }

        return PageStructure.Read(new Document("page", SourceText.FromString(""), SourceFormat.Markdown, text.Build()) { Blocks = made });
    }

    private static Block Block(string shape, TextSpan span)
    {
        var words = shape.Split(' ');
        _ = int.TryParse(words[0].AsSpan(1), out var number);
        return words[0][0] switch
        {
            'H' => new Block(BlockKind.Heading, span) { Level = number },
            'U' => new Block(BlockKind.ListItem, span) { Level = number },
            'O' => new Block(BlockKind.ListItem, span) { Level = number, Num = words[1] },
            'T' => new Block(BlockKind.TableRow, span) { Table = number },
            'C' => new Block(BlockKind.Caption, span) { Table = words[0].Length > 1 ? number : -1 },
            'F' => new Block(BlockKind.Preformatted, span),
            _ => new Block(BlockKind.Paragraph, span) { Level = number },
        };
    }
}
