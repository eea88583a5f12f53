using System.Text.Json;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests.Index;

public class EntryStoreTests
{
    [Fact]
    public void Read_AnyEntry_GivesWhatWasAdded()
    {
        var random = new Random(5);
        IndexEntry[] entries = [.. Enumerable.Range(0, 2000).Select(i => Entry(i, random))];
        using var folder = new IndexFolder().Write(entries, entriesPerSegment: 700);
        using var index = IndexSegments.Open(folder.Path);
        Parallel.For(0, 3 * entries.Length, i =>
        {
            var number = i * 7 % entries.Length;
            var segment = index.Segments[index.SegmentOf(number)];
            Assert.Equal(JsonSerializer.Serialize(entries[number]), JsonSerializer.Serialize(segment.Read(number - segment.Start)));
        });
    }

    /// <summary>Documents of few and many entries, texts and titles shorter and longer than what is read at once and than a page.</summary>
    private static IndexEntry Entry(int number, Random random) => new()
    {
        Id = $"{number}", DocumentId = $"d{number / 9}", Title = new string('题', number / 9 % 100 == 0 ? 9000 : 5), DocumentNumber = number / 9 % 2 == 0 ? null : "8号",
        Issuer = number / 9 % 3 == 0 ? null : "", Format = "notice", Kind = "clause", Level = number % 20,
        Path = number % 4 == 0 ? [] : ["一、", "(二)"], Headings = number % 3 == 0 ? ["heading", "总则"] : [],
        Text = (number % 5 == 0 ? "latin " : "漢\uD800") + new string('x', random.Next(number % 50 == 0 ? 50_000 : 1500)),
    };
}
