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
            var (numbers, block) = (Numbers(random, reach), Numbers(random, reach));
            var (found, places) = (new byte[BitPacking.BlockSize], new byte[BitPacking.BlockSize]);
            var count = BlockIntersection.Find(numbers, Padded(block), found, places);
            var common = numbers.Intersect(block).ToArray();
            Assert.Equal(common, found[..count].Select(place => numbers[place]));
            Assert.Equal(common, places[..count].Select(place => block[place]));
        }
    }

    private static uint[] Numbers(Random random, int reach) =>
        [.. Enumerable.Range(0, reach).Where(_ => random.Next(3) == 0).Take(random.Next(1, BitPacking.BlockSize + 1)).Select(number => (uint)number)];

    private static uint[] Padded(uint[] block) =>
        [.. block, .. Enumerable.Repeat((uint)TermCursor.End, BitPacking.BlockSize + BlockIntersection.Padding - block.Length)];
}
