using Zhujingban.Corpus.Pipelines.Sources;

namespace Zhujingban.Corpus.Pipelines.Tests.Sources;

public sealed class DocumentIdsTests
{
    private static readonly HashSet<string> Taken = ["taken"];

    [Theory]
    [InlineData("a.txt", "a")]
    [InlineData("x/y/国办发〔2010〕8号.txt", "x/y/国办发〔2010〕8号")]
    [InlineData("a.tar.gz", "a.tar")]
    [InlineData("x.y/a", "x.y/a")]
    [InlineData(".profile", ".profile")]
    [InlineData("a b#c\u200b.txt", "a-b-c-")]
    public void ForFile_Path_GivesAGoodId(string relative, string expected)
    {
        Assert.Equal(expected, DocumentIds.ForFile(relative, "../sources/" + relative, Taken));
        Assert.True(DocumentIds.IsGood(expected));
    }

    [Fact]
    public void ForFile_TakenName_GetsAHashOfItsPath()
    {
        Assert.Matches("^taken-[0-9a-f]{8}$", DocumentIds.ForFile("taken.md", "a/taken.md", Taken));
        Assert.NotEqual(DocumentIds.ForFile("taken.md", "a/taken.md", Taken), DocumentIds.ForFile("taken.md", "b/taken.md", Taken));
    }

    [Fact]
    public void ForFile_LongNames_StayApart()
    {
        var (a, b) = (new string('长', 250) + "a.txt", new string('长', 250) + "b.txt");
        Assert.True(DocumentIds.IsGood(DocumentIds.ForFile(a, a, Taken)));
        Assert.NotEqual(DocumentIds.ForFile(a, a, Taken), DocumentIds.ForFile(b, b, Taken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a#b")]
    [InlineData("a b")]
    [InlineData("a\u3000b")]
    [InlineData("a\nb")]
    [InlineData("a\u202eb")]
    public void IsGood_WhatWouldNotSurvive_IsNot(string id) => Assert.False(DocumentIds.IsGood(id));
}
