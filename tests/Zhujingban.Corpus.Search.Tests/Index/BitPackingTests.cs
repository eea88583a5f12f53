using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests.Index;

public class BitPackingTests
{
    [Fact]
    public void Unpack_AnyWidth_GivesWhatWasPacked()
    {
        var random = new Random(1);
        for (var width = 0; width <= 32; width++)
        {
            var values = Enumerable.Range(0, BitPacking.BlockSize).Select(_ => (uint)(random.NextInt64(uint.MaxValue + 1L) >> (32 - width))).ToArray();
            if (width > 0) values[random.Next(values.Length)] = uint.MaxValue >> (32 - width);
            Assert.Equal(width, BitPacking.WidthOf(values));
            var packed = new ByteBuffer();
            BitPacking.Pack(values, width, packed);
            Assert.Equal(BitPacking.BytesOf(width), packed.Length);
            var unpacked = new uint[BitPacking.BlockSize];
            Assert.Equal(packed.Length, BitPacking.Unpack(packed.Written, width, unpacked));
            Assert.Equal(values, unpacked);
        }
    }

    [Fact]
    public void Unpack_ImpossibleWidth_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => BitPacking.Unpack(new byte[1000], 33, new uint[BitPacking.BlockSize]));
}
