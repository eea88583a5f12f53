using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests.Index;

public class PatchedPackingTests
{
    [Fact]
    public void Unpack_FewLargeNumbers_GivesWhatWasPackedInFewerBytes()
    {
        var random = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var (width, large) = (random.Next(33), random.Next(40));
            var values = Enumerable.Range(0, BitPacking.BlockSize)
                .Select(i => (uint)(random.NextInt64(uint.MaxValue + 1L) >> (32 - (random.Next(BitPacking.BlockSize) < large ? width : width / 4)))).ToArray();
            var code = PatchedPacking.CodeOf(values);
            var packed = new ByteBuffer();
            PatchedPacking.Pack(values, code, packed);
            Assert.True(packed.Length <= BitPacking.BytesOf(BitPacking.WidthOf(values)));
            var unpacked = new uint[BitPacking.BlockSize];
            Assert.Equal(packed.Length, PatchedPacking.Unpack(packed.Written, code, unpacked));
            Assert.Equal(values, unpacked);
        }
    }
}
