using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests.Index;

public class LengthCodeTests
{
    [Fact]
    public void Decode_AnyLength_IsToAnEighth()
    {
        for (long length = 0; length <= int.MaxValue; length += (length / 100) + 1)
        {
            var decoded = LengthCode.Decode(LengthCode.Encode((int)length));
            Assert.True(length < 16 ? decoded == length : decoded <= length && length < decoded * 9L / 8 + 1, $"{length} became {decoded}");
        }
    }

    [Fact]
    public void Encode_EveryCode_IsItsOwn()
    {
        for (var code = 0; code <= LengthCode.Encode(int.MaxValue); code++) Assert.Equal(code, LengthCode.Encode(LengthCode.Decode((byte)code)));
    }
}
