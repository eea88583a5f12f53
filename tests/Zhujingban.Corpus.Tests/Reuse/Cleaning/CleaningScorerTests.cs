using Zhujingban.Corpus.Benchmarks.Cleaning;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

public sealed class CleaningScorerTests
{
    private const string First = "一、各地要建立台账，按季度报送一次。";
    private const string Second = "二、各地要建立台账，按月度报送一次。";

    public static TheoryData<string> Tiers => [.. Enum.GetNames<DamageTier>()];

    [Theory]
    [MemberData(nameof(Tiers))]
    public void Score_CleanedByTheTruth_IsOneThroughout(string tier)
    {
        for (var number = 0; number < 25; number++)
        {
            var damaged = new DamagedNotices(1).Make(Enum.Parse<DamageTier>(tier), number);
            var truth = new NoticeTruth(damaged);

            var score = CleaningScorer.Score(truth, TruthCleaner.Clean(truth, DamagedNotices.Read(damaged.Id, damaged.Text)));

            Assert.Equal(0, score.Badness);
        }
    }

    [Fact]
    public void Score_EverythingKept_FindsNoDuplicateAndLosesNothing()
    {
        var damaged = Written(0, 1, 0);

        var score = CleaningScorer.Score(new NoticeTruth(damaged), SelfCheck.KeepAll(damaged, DamagedNotices.Read("notice", damaged.Text)));

        Assert.Equal(0, score.Duplicates.Recall);
        Assert.Equal(0, score.LostCharacters);
        Assert.Equal(0, score.Units.Hits);
        Assert.Equal(0, score.Faults);
    }

    [Fact]
    public void Score_EitherCopyKept_IsRight()
    {
        foreach (var kept in (int[])[0, 2])
        {
            var score = Score(Written(0, 1, 0), (kept, "一、", [2 - kept]), (1, "二、", []));

            Assert.Equal(1, score.Duplicates.F1);
            Assert.Equal(1, score.Units.Value);
        }
    }

    [Fact]
    public void Score_DecoyTakenForACopy_IsMergedAndLost()
    {
        var score = Score(Written(0, 1), (0, "一、", [1]));

        Assert.Equal(new Share(1, 1), score.DecoysMerged);
        Assert.Equal(Second.Length, score.LostCharacters);
    }

    [Fact]
    public void Score_UnitUnderAnotherPath_IsNotFound()
    {
        var score = Score(Written(0, 1), (0, "一、", []), (1, "三、", []));

        Assert.Equal(new Share(1, 2), score.Units);
    }

    [Fact]
    public void Score_UnitsTheOtherWayRound_HasTheOrderReversed()
    {
        var score = Score(Written(1, 0), (0, "二、", []), (1, "一、", []));

        Assert.Equal(-1, score.Order);
        Assert.Equal(1, score.Units.Value);
    }

    [Fact]
    public void Score_TextInNoPart_IsAFault()
    {
        var score = Score(Written(0, 1), (0, "一、", []));

        Assert.Equal(Second.Length, score.Faults);
    }

    /// <summary>A notice of two clauses that look alike, written out as pieces of a clause each, without line breaks.</summary>
    private static DamagedNotice Written(params int[] clauses)
    {
        NoticeUnit[] units = [Clause("一、", First), Clause("二、", Second)];
        var notice = new BaseNotice("notice", units, [(0, 1, "number")]);
        var writer = new DamagedTextWriter();
        foreach (var (sentence, piece) in clauses.Select((sentence, piece) => (sentence, piece)))
        {
            writer.Piece = piece;
            for (var i = 0; i < notice.Sentences[sentence].Text.Length; i++) writer.Write(notice.Sentences[sentence].Text[i], sentence, i);
        }

        return writer.Build(notice, []);
    }

    private static NoticeUnit Clause(string mark, string text) => new(CleanUnitKind.Clause, mark, [mark], [text], 0);

    private static CleaningScore Score(DamagedNotice damaged, params (int Piece, string Mark, int[] Duplicates)[] units)
    {
        var cleaned = units.Select((unit, i) => new CleanUnit($"u{i + 1}", CleanUnitKind.Clause, unit.Mark, [unit.Mark], Span(unit.Piece).Of(damaged.Text), [Span(unit.Piece)],
            [.. unit.Duplicates.Select(piece => new UnitDuplicate([Span(piece)], [Span(unit.Piece)], 1, "equal"))]));
        return CleaningScorer.Score(new NoticeTruth(damaged), new CleanedNotice(DamagedNotices.Read("notice", damaged.Text), [.. cleaned]));

        static TextSpan Span(int piece) => TextSpan.At(piece * First.Length, First.Length);
    }
}
