using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;

namespace Zhujingban.Corpus.Pipelines.Tests.Generations;

public sealed class DocumentOffsetsWriterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(2345)]
    public void WriteTo_MoreThanMemoryMayHold_GivesTheSameBytes(int count)
    {
        var whole = Write(count, int.MaxValue);
        Assert.Equal(count * OffsetEntry.Size, whole.Length);
        foreach (var most in new[] { 1, 7, 10, 1000 }) Assert.Equal(whole, Write(count, most));
    }

    [Fact]
    public void Find_EveryDocument_GivesItsPlace()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("offsets", Write(500, 64));
        using var file = File.OpenHandle(path);
        for (var i = 0; i < 500; i++) Assert.Contains(PlaceOf(i), DocumentOffsets.Find(file, $"d{i}"));
        Assert.Empty(DocumentOffsets.Find(file, "d500"));
    }

    private static DocumentPlace PlaceOf(int number) => new(100L * number, 99, 200L * number, 199);

    private static byte[] Write(int count, int most)
    {
        using var folder = new TemporaryFolder();
        using (var writer = new DocumentOffsetsWriter(folder.Path, most))
        using (var file = new RecordFile(folder.Path, GenerationFiles.Offsets))
        {
            for (var i = 0; i < count; i++) writer.Add($"d{i}", PlaceOf(i));
            writer.WriteTo(file);
        }

        Assert.Equal([folder.Inside(GenerationFiles.Offsets)], Directory.GetFiles(folder.Path));
        return File.ReadAllBytes(folder.Inside(GenerationFiles.Offsets));
    }
}
