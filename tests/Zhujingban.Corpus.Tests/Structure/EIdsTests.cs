using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Tests.Structure;

public sealed class EIdsTests
{
    private readonly EIds _ids = new();

    [Fact]
    public void Next_SameParent_Counts() => Assert.Equal(["p_1", "p_2", "sec_1"], [_ids.Next(null, "p"), _ids.Next(null, "p"), _ids.Next(null, "sec")]);

    [Fact]
    public void Next_OtherParent_CountsAnew()
    {
        _ids.Next("sec_1", "p");

        Assert.Equal("sec_2__p_1", _ids.Next("sec_2", "p"));
    }

    [Fact]
    public void Numbered_RepeatedNumber_GetsASuffix() => Assert.Equal(
        ["sec_3__subsec_8", "sec_3__subsec_8-2", "sec_3__subsec_8-3"],
        Enumerable.Range(0, 3).Select(_ => _ids.Numbered("sec_3", "subsec", 8)));

    [Fact]
    public void Next_AfterANumberOfItsOwn_StaysUnique()
    {
        _ids.Numbered(null, "item", 1);

        Assert.Equal(["item_1-2", "item_2"], [_ids.Next(null, "item"), _ids.Next(null, "item")]);
    }

    [Fact]
    public void Named_Twice_GetsASuffix() => Assert.Equal(["sec_1__title", "sec_1__title-2"], [_ids.Named("sec_1", "title"), _ids.Named("sec_1", "title")]);
}
