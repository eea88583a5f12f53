using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests.Index;

public class BlockIntersectionTests
{
    [Fact]
    public void Find_RandomBlocks_FindsWhatBothHave()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var reach = random.Next(1, 600);
            var (rare, others) = (Numbers(random, reach), Numbers(random, reach));
            var found = BlockIntersection.Find(Padded(rare), rare.Length, Padded(others), others.Length, out var onOther);
            var common = rare.Intersect(others).ToArray();
            Assert.Equal(common.Length, found.Count);
            Assert.Equal(common, Places(found).Select(place => rare[place]));
            Assert.Equal(common, Places(onOther).Select(place => others[place]));
        }
    }

    private static uint[] Numbers(Random random, int reach) =>
        [.. Enumerable.Range(0, reach).Where(_ => random.Next(3) == 0).Take(random.Next(1, BitPacking.BlockSize + 1)).Select(number => (uint)number)];

    /// <summary>Both are filled up with the same number, which is not to be found.</summary>
    private static uint[] Padded(uint[] numbers) => [.. numbers, .. Enumerable.Repeat((uint)TermCursor.End, 8)];

    private static byte[] Places(BlockPlaces found)
    {
        var places = new byte[BitPacking.BlockSize];
        found.WriteTo(places);
        return places[..found.Count];
    }
}
