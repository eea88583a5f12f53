using FsCheck;
using FsCheck.Fluent;
using System.Text;

namespace Zhujingban.Corpus.Pipelines.Tests;

public sealed class LineReaderTests
{
    [Fact]
    public void Read_AnyLines_GivesThemWithTheirPlaces()
    {
        var texts = Gen.Elements("\n", "a", "驻京办", "\r", new string('x', 50_000)).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var reader = new LineReader(new MemoryStream(bytes), longest: 1 << 20);
            var lines = new List<string>();
            while (reader.Read())
            {
                lines.Add(Encoding.UTF8.GetString(reader.Line.Span));
                Assert.Equal(lines.Count, reader.Number);
                Assert.True(reader.Line.Span.SequenceEqual(bytes.AsSpan((int)reader.Offset, reader.Line.Length)));
                Assert.Equal(reader.Offset + reader.Line.Length < bytes.Length, reader.IsClosed);
            }

            var expected = text.Split('\n');
            Assert.Equal(expected[^1].Length == 0 ? expected[..^1] : expected, lines);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_LineThatIsTooLong_IsSkippedWhole()
    {
        var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes("a\n" + new string('x', 1_000_000) + "\nb")), longest: 1000);
        Assert.True(reader.Read());
        Assert.True(reader.Read());
        Assert.Equal((true, true, 0, 2L), (reader.IsTooLong, reader.IsClosed, reader.Line.Length, reader.Offset));
        Assert.True(reader.Read());
        Assert.Equal((false, false, 1, 1_000_003L), (reader.IsTooLong, reader.IsClosed, reader.Line.Length, reader.Offset));
        Assert.False(reader.Read());
    }
}
