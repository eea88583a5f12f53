using System.Text;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests.Index;

public class SortedRunsTests
{
    [Fact]
    public void Merge_MoreRunsThanAreOpenAtOnce_KeepsKeysSortedAndTheirOrder()
    {
        using var folder = new IndexFolder();
        using (var runs = new SortedRuns(folder.Path, "test"))
        {
            for (var run = 0; run < 200; run++)
            {
                var number = (byte)run;
                runs.Add(writer =>
                {
                    foreach (var key in (string[])["a", "b", $"k{number:000}"]) writer.Write(Encoding.UTF8.GetBytes(key), [number]);
                });
            }

            Assert.True(folder.Files.Count() <= 64);
            var read = new List<(string Key, byte Payload)>();
            runs.Merge(record => read.Add((Encoding.UTF8.GetString(record.Key), record.Payload[0])));
            Assert.Equal(read.OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Payload), read);
            Assert.Equal(600, read.Count);
        }

        Assert.Empty(folder.Files);
    }
}
