using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Search.Tests.Query;

public class QueryParserTests
{
    public static TheoryData<string, SpecExample> Specs => SpecFile.Load("Zhujingban.Corpus.Search.Tests", "Specs");

    /// <summary>Each line of a <c>query</c> block is read by itself, and so is each line of the blocks of what it gives.</summary>
    [Theory]
    [MemberData(nameof(Specs))]
    public void Parse_SpecFile_GivesWhatItPairs(string file, SpecExample example)
    {
        Assert.NotNull(file);
        var queries = example.Blocks["query"].Split('\n').Select(QueryParser.Parse).ToArray();
        AssertBlock(example, "tree", queries, query => [query.Exact is null ? "nothing" : QueryPrinter.Print(query.Exact)]);
        AssertBlock(example, "notes", queries, query => query.Notes);
        AssertBlock(example, "conditions", queries, query => [query.Conditions is null ? "none" : QueryPrinter.Print(query.Conditions)]);
        AssertBlock(example, "loose", queries, query => [string.Join(' ', query.LooseTerms.Select(term => term.Text))]);
        AssertBlock(example, "question", queries, query => [query.ReadsAsQuestion ? "yes" : "no"]);
    }

    [Theory]
    [InlineData("年:2009..2012", "2009 2010 2012", "2008 2013 x")]
    [InlineData("年：２００９年至２０１２年", "2009 2012", "2008 2013")]
    [InlineData("year:2012-2009", "2009 2012", "2008 2013")]
    [InlineData("年:2009..", "2009 2100", "2008")]
    [InlineData("年:..2009", "1949 2009", "2010")]
    [InlineData("年:2010", "2010", "2009 2011")]
    [InlineData("层级:1..2", "1 2", "0 3")]
    [InlineData("文号:国办发[2010]8号", "国办发〔2010〕8号 国办发【２０１０】第8号 國辦發〔2010〕8號", "国办发〔2010〕18号 国办发〔2010〕8号文")]
    [InlineData("文号:国办发 〔2010〕8号", "国办发〔2010〕8号 国办发〔二〇一〇〕八号", "国办发 国办发〔2010〕18号")]
    [InlineData("文号:国办发〔二○一○〕十八号", "国办发〔2010〕18号 国办发(2010)第18号 国办发〔二零一零〕一八号", "国办发〔2010〕8号 国办发〔2010〕108号")]
    [InlineData("文号:国办发(2010)*", "国办发〔2010〕8号 国办发[2010]18号 国办发〈2010〉8号", "国办发〔2011〕8号")]
    [InlineData("机关:国务院", "国务院 國務院", "国务院办公厅")]
    [InlineData("机关:国务院*", "国务院 國務院 国务院办公厅", "中国国务院")]
    [InlineData("种类:条款", "clause", "paragraph")]
    [InlineData("document:駐京辦", "駐京辦", "驻京办")]
    [InlineData("机关:\"\\“三公\\”经费办\"", "“三公”经费办", "三公经费办 “三公”")]
    [InlineData("文件:\"a\\\"b\\\\c\"", "a\"b\\c", "ab a\"b")]
    public void Parse_Field_HoldsForItsValuesAlone(string query, string values, string others)
    {
        var facet = Assert.IsType<FacetNode>(QueryParser.Parse(query).Exact);
        Assert.All(values.Split(' '), value => Assert.True(facet.Holds(value), value));
        Assert.All(others.Split(' '), value => Assert.False(facet.Holds(value), value));
    }

    [Fact]
    public void Parse_FieldWithWhiteSpace_HoldsForThatValue()
    {
        var facet = Assert.IsType<FacetNode>(QueryParser.Parse("机关:“公安部 财政部”").Exact);
        Assert.True(facet.Holds("公安部　財政部"));
        Assert.False(facet.Holds("公安部"));
    }

    [Fact]
    public void Parse_LongerThanAllowed_ClosesWhatIsOpen()
    {
        var query = QueryParser.Parse($"甲 (乙 OR 丙 {new string(' ', 600)})");
        Assert.Equal("\"甲\" (\"乙\" OR \"丙\")", QueryPrinter.Print(query.Exact!));
        Assert.Equal("only the first 512 characters are searched for", Assert.Single(query.Notes));
    }

    [Fact]
    public void Parse_CutInsideACharacter_LeavesItOut()
    {
        var term = Assert.IsType<TermNode>(QueryParser.Parse("x" + string.Concat(Enumerable.Repeat("𠮷", 300))).Exact);
        Assert.Equal(["x", .. Enumerable.Repeat("𠮷", 255)], term.Pattern.Parts.Select(part => part.Term));
    }

    [Fact]
    public void Parse_MoreTermsThanAllowed_LeavesTheRestOut()
    {
        var query = QueryParser.Parse(string.Join(" OR ", Enumerable.Range(1, 40).Select(i => $"w{i}")));
        Assert.Equal(32, Assert.IsType<AnyNode>(query.Exact).Nodes.Count);
        Assert.Contains("only the first 32 terms are searched for", query.Notes);
    }

    [Fact]
    public void Parse_NestedDeeperThanAllowed_ReadsParenthesesAsCharacters()
    {
        var query = QueryParser.Parse(new string('(', 40) + "甲 乙" + new string(')', 40));
        Assert.Equal("\"甲\" \"乙\"", QueryPrinter.Print(query.Exact!));
        Assert.Contains("parentheses nested deeper than 16 are read as characters", query.Notes);
    }

    /// <summary>A block has a line for each query; when only one is asked, it may have many.</summary>
    private static void AssertBlock(SpecExample example, string name, ParsedQuery[] queries, Func<ParsedQuery, IEnumerable<string>> show)
    {
        if (!example.Blocks.TryGetValue(name, out var expected)) return;
        var lines = queries.Select(query => string.Join(queries.Length == 1 ? "\n" : " | ", show(query)));
        var found = string.Join('\n', lines);
        Assert.True(expected == found, $"{name}:\n{found}");
    }
}
