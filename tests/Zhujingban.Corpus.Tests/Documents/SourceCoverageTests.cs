using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Documents;

/// <summary>Invariant 1, nothing is lost: the proof itself must see each way of breaking it.</summary>
public class SourceCoverageTests
{
    private const string Source = "驻京办撤销";

    private static MappedText FirstThree()
    {
        var builder = new MappedTextBuilder();
        builder.Copy(Source, new TextSpan(0, 3));
        return builder.Build();
    }

    [Fact]
    public void Faults_WhenRunsAndDropsTileTheSource_AreNone() =>
        Assert.Empty(SourceCoverage.Faults(Source, FirstThree(), [new TextSpan(3, 5)]));

    [Fact]
    public void Faults_OfAHole_NamesIt() =>
        Assert.Contains("[3,4)", Assert.Single(SourceCoverage.Faults(Source, FirstThree(), [new TextSpan(4, 5)])));

    [Fact]
    public void Faults_OfAnOverlap_NamesIt() =>
        Assert.Contains("twice", Assert.Single(SourceCoverage.Faults(Source, FirstThree(), [new TextSpan(2, 5)])));

    [Fact]
    public void Faults_OfTheEndLost_NamesIt() =>
        Assert.Contains("[3,5)", Assert.Single(SourceCoverage.Faults(Source, FirstThree(), [])));

    [Fact]
    public void Faults_OfACopyThatDiffers_NamesIt() =>
        Assert.Contains("differs", Assert.Single(SourceCoverage.Faults("驻京处撤销", FirstThree(), [new TextSpan(3, 5)])));

    [Fact]
    public void Faults_OfASourceThatIsTooShort_AreTold() =>
        Assert.NotEmpty(SourceCoverage.Faults("驻京", FirstThree(), []));
}
