using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Tests.Records;

public class JsonEscapesTests
{
    [Theory]
    [InlineData("""["\uD842\uDFB7"]""", """["\uD842\uDFB7"]""", 0)]
    [InlineData("""["\uD842"]""", """["\uFFFD"]""", 1)]
    [InlineData("""["\uDFB7\uD842"]""", """["\uFFFD\uFFFD"]""", 2)]
    [InlineData("""["\ud842x\udfb7"]""", """["\uFFFDx\uFFFD"]""", 2)]
    [InlineData("""["\\uD842"]""", """["\\uD842"]""", 0)]
    [InlineData("""["\\\uD842"]""", """["\\\uFFFD"]""", 1)]
    [InlineData("""["\uD84""", """["\uD84""", 0)]
    public void ReplaceLoneSurrogates_MendsOnlyHalfPairs(string json, string expected, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Assert.Equal(count, JsonEscapes.ReplaceLoneSurrogates(bytes));
        Assert.Equal(expected, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void ReplaceLoneSurrogates_OfAnyEscapedString_GivesReadableJsonOfTheSameLength() => Prop.ForAll<ushort[]>(units =>
    {
        var bytes = Encoding.UTF8.GetBytes($"\"{string.Concat(units.Select(unit => $"\\u{unit:x4}"))}\"");
        JsonEscapes.ReplaceLoneSurrogates(bytes);
        return JsonDocument.Parse(bytes).RootElement.GetString()!.Length == units.Length;
    }).QuickCheckThrowOnFailure();
}
