using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Ranking;
using Zhujingban.Corpus.Search.Tests.Oracle;

namespace Zhujingban.Corpus.Search.Tests.Query;

public sealed class EvidenceTests : IDisposable
{
    private readonly RandomCorpus _corpus = new(8, 1000, 60);
    private readonly IndexFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Holds_RandomTrees_AgreesWithTheIndexAndExplainsItsScores()
    {
        using var segments = IndexSegments.Open(_folder.Write(_corpus.Entries).Path);
        var segment = segments.Segments[0];
        var context = SearchContext.Of(segment, new Bm25F(segment.Statistics));
        var evidence = new Evidence();
        for (var i = 0; i < 200; i++)
        {
            var node = _corpus.RandomTree(depth: i % 4);
            var best = new TopHits(int.MaxValue);
            ExactSearch.Run(context, node, new MatchCollector(segment, best));
            var found = best.Take().ToDictionary(hit => hit.Entry, hit => hit.Score);
            for (var entry = i % 7; entry < segment.Count; entry += 7)
            {
                evidence.Read(segment.Read(entry));
                Assert.Equal(found.ContainsKey(entry), evidence.Holds(node));
                if (!found.TryGetValue(entry, out var score)) continue;
                Assert.Equal($"{score:F4} is the sum of the parts; the score is {score:F4}", Explanation.Of(evidence, context, [], node, score)[^1]);
            }
        }
    }

    [Theory]
    [InlineData("驻京办事处，办事", "驻京", "办事", 0, "驻京 办事")]
    [InlineData("驻京办事处，办事", "驻京", "办事", 4, "驻京 办事 办事")]
    [InlineData("驻京，办事", "办事", "驻京", 0, "")]
    [InlineData("驻京，办事", "办事", "驻京", 1, "办事 驻京")]
    [InlineData("驻京办", "驻京", "京办", 9, "")]
    public void Collect_Near_MarksOnlyWhatIsNear(string text, string left, string right, int distance, string marked)
    {
        var evidence = new Evidence();
        evidence.Read(new IndexEntry { Id = "a", DocumentId = "a", Title = "", Format = "notice", Kind = "clause", Text = text });
        var marks = new List<Mark>();
        evidence.Collect(new NearNode(NaiveReading.Pattern(left), NaiveReading.Pattern(right), distance), marks);
        Assert.Equal(marked, string.Join(' ', marks.Select(mark => mark.Span.Of(text))));
    }

    [Fact]
    public void Collect_AtStart_MarksTheStartOnly()
    {
        const string Text = "第三条 依照第三条";
        var evidence = new Evidence();
        evidence.Read(new IndexEntry { Id = "a", DocumentId = "a", Title = "", Format = "notice", Kind = "clause", Text = Text });
        var marks = new List<Mark>();
        evidence.Collect(new TermNode(NaiveReading.Pattern("第三条"), AtStart: true), marks);
        Assert.Equal(0, Assert.Single(marks).Span.Start);
    }
}
