using Zhujingban.Corpus.Benchmarks.Cleaning;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

public sealed class DamagedNoticesTests
{
    private const int Documents = 25;

    public static TheoryData<string> Tiers => [.. Enum.GetNames<DamageTier>()];

    [Theory]
    [MemberData(nameof(Tiers))]
    public void Make_SameSeed_SameNotice(string tier)
    {
        var (one, other) = (Make(tier, 7), Make(tier, 7));

        Assert.Equal(one.Text, other.Text);
        Assert.Equal(one.Sentence, other.Sentence);
        Assert.Equal(one.Offset, other.Offset);
    }

    [Fact]
    public void Make_Exact_EveryCodeUnitIsTheCharacterItSaysItIs()
    {
        for (var number = 0; number < Documents; number++)
        {
            var damaged = Make("Exact", number);
            for (var i = 0; i < damaged.Text.Length; i++)
            {
                if (damaged.Sentence[i] == DamagedNotice.White) Assert.True(char.IsWhiteSpace(damaged.Text[i]));
                else Assert.Equal(damaged.Notice.Sentences[damaged.Sentence[i]].Text[damaged.Offset[i]], damaged.Text[i]);
            }
        }
    }

    [Fact]
    public void Make_Exact_NothingOfTheNoticeIsLost()
    {
        for (var number = 0; number < Documents; number++)
        {
            var damaged = Make("Exact", number);
            var truth = new NoticeTruth(damaged);

            Assert.All(damaged.Notice.Sentences, sentence => Assert.All(Enumerable.Range(0, sentence.Text.Length), offset => Assert.True(truth.Survives(sentence.Id, offset))));
            Assert.Empty(truth.Marks.Lost);
        }
    }

    [Fact]
    public void Make_Gapped_SomethingIsLost() =>
        Assert.Contains(Enumerable.Range(0, Documents), number => new NoticeTruth(Make("Gapped", number)).Marks.Certain.Count > 0);

    [Fact]
    public void Make_Adversarial_ThePageSpeaksAndDecoysStand()
    {
        var notices = Enumerable.Range(0, Documents).Select(number => Make("Adversarial", number)).ToList();

        Assert.Contains(notices, damaged => damaged.Sentence.Contains(DamagedNotice.Furniture));
        Assert.Contains(notices, damaged => damaged.Notice.Decoys.Count > 0);
    }

    [Fact]
    public void Undamaged_ANotice_IsALineAUnit()
    {
        var notice = SyntheticNotices.Write("notice", new SeededRandom(3), decoyPercent: 0);

        var lines = NoticeDamager.Undamaged(notice).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(notice.Units.Count(unit => !unit.RunsIn), lines.Length);
        Assert.Equal(string.Concat(notice.Sentences.Select(sentence => sentence.Text)), string.Concat(lines));
    }

    [Fact]
    public void Read_TheFoundingNotice_IsABase()
    {
        var notice = RealNotices.Load()[0];

        Assert.Equal("guobanfa-2010-8", notice.Id);
        Assert.Equal(["五、", "(二十)"], notice.Units.Last(unit => unit.Num is not null).Path);
        Assert.Equal(CleanUnitKind.Date, notice.Units[^1].Kind);
    }

    private static DamagedNotice Make(string tier, int number) => new DamagedNotices(1).Make(Enum.Parse<DamageTier>(tier), number);
}
