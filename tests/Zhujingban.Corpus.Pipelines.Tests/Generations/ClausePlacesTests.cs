using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Tests.Generations;

public sealed class ClausePlacesTests
{
    private const string Source = "ab&amp;cd";

    [Fact]
    public void Holds_CopiedBegin_NeedsTextAndSpans()
    {
        var text = new MappedTextBuilder();
        text.Copy(Source, new TextSpan(0, 2));
        text.Replace(new TextSpan(2, 7), "&");
        text.Copy(Source, new TextSpan(7, 9));
        var places = new ClausePlaces(text.Build());
        Assert.True(places.Holds(Clause("b&", new TextSpan(1, 7))));
        Assert.True(places.Holds(Clause("&cd", new TextSpan(2, 9))));
        Assert.False(places.Holds(Clause("b&", new TextSpan(1, 8))));
        Assert.False(places.Holds(Clause("x", new TextSpan(1, 2))));
        Assert.False(places.Holds(Clause("x", new TextSpan(100, 200))));
    }

    [Fact]
    public void Holds_MovedText_NeedsTextAndSpans()
    {
        var text = new MappedTextBuilder();
        text.Copy(Source, new TextSpan(7, 9));
        text.Copy(Source, new TextSpan(0, 2));
        text.Replace(new TextSpan(2, 7), "");
        var places = new ClausePlaces(text.Build());
        Assert.True(places.Holds(Clause("da", new TextSpan(0, 1), new TextSpan(8, 9))));
        Assert.False(places.Holds(Clause("ad", new TextSpan(0, 1), new TextSpan(8, 9))));
        Assert.False(places.Holds(Clause("da", new TextSpan(0, 1), new TextSpan(7, 8))));
    }

    [Fact]
    public void Holds_InsertedBegin_IsFound()
    {
        var text = new MappedTextBuilder();
        text.Copy(Source, new TextSpan(0, 1));
        text.Insert(1, "b");
        text.Copy(Source, new TextSpan(1, 2));
        Assert.True(new ClausePlaces(text.Build()).Holds(Clause("bb", new TextSpan(1, 2))));
        Assert.True(new ClausePlaces(text.Build()).Holds(Clause("b", [])));
    }

    private static ClauseRecord Clause(string text, params TextSpan[] spans) => new("a#p_1", "p_1", ClauseKind.Paragraph, null, 0, [], [], text, spans, "");
}
