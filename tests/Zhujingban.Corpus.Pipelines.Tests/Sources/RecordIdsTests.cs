using Zhujingban.Corpus.Pipelines.Sources;

namespace Zhujingban.Corpus.Pipelines.Tests.Sources;

public sealed class RecordIdsTests
{
    [Fact]
    public void Take_EachOfManyIds_OnlyOnce()
    {
        var ids = new RecordIds(new HashSet<string>());
        for (var i = 0; i < 100_000; i++) Assert.True(ids.Take($"{i}"));
        for (var i = 0; i < 100_000; i++) Assert.False(ids.Take($"{i}"));
        Assert.True(ids.Take("100000"));
    }

    [Theory]
    [InlineData("a", false)]
    [InlineData("a#sec_1", false)]
    [InlineData("a#b#c", false)]
    [InlineData("ab", true)]
    [InlineData("b#a", true)]
    public void Take_IdOfADocumentOrBelow_IsTaken(string id, bool free) =>
        Assert.Equal(free, new RecordIds(new HashSet<string> { "a" }).Take(id));
}
