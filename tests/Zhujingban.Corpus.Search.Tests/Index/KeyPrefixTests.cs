using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests.Index;

public class KeyPrefixTests
{
    [Fact]
    public void Order_AnyKeys_IsThatOfTheirBytes()
    {
        var keys = Gen.Choose(0, 3).Select(value => (byte)(value * 85)).ArrayOf(9).Or(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()).ArrayOf().ToArbitrary();
        Prop.ForAll(keys, given =>
        {
            var ordered = KeyPrefix.Order(given).Select(i => given[i]).ToArray();
            Assert.Equal(given.Length, ordered.Length);
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.AsSpan().SequenceCompareTo(pair.Second) <= 0));
        }).QuickCheckThrowOnFailure();
    }
}
