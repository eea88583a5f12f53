using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Text;

public class MappedTextTests
{
    private const string Source = "'''驻京办'''&nbsp;撤销";

    private static MappedText Sample()
    {
        var builder = new MappedTextBuilder();
        builder.Copy(Source, new TextSpan(3, 6));
        builder.Replace(new TextSpan(9, 15), " ");
        builder.Copy(Source, new TextSpan(15, 17));
        builder.Insert(17, "\n");
        return builder.Build();
    }

    [Fact]
    public void Text_OfCopiesReplacementsAndInsertions_ReadsInOrder() => Assert.Equal("驻京办 撤销\n", Sample().Text);

    [Fact]
    public void SourceSpans_InsideACopy_AreExact() =>
        Assert.Equal([new TextSpan(4, 6)], Sample().SourceSpans(new TextSpan(1, 3)));

    [Fact]
    public void SourceSpans_TouchingAReplacement_TakeItWhole() =>
        Assert.Equal([new TextSpan(5, 6), new TextSpan(9, 16)], Sample().SourceSpans(new TextSpan(2, 5)));

    [Fact]
    public void SourceSpans_OfAnInsertion_AreNone() => Assert.Empty(Sample().SourceSpans(new TextSpan(6, 7)));

    [Fact]
    public void Copy_ThatContinuesACopy_MakesOneRun()
    {
        var builder = new MappedTextBuilder();
        builder.Copy("驻京办", new TextSpan(0, 1));
        builder.Copy("驻京办", new TextSpan(1, 3));
        Assert.Equal([new MappedRun(new TextSpan(0, 3), new TextSpan(0, 3), RunKind.Copied)], builder.Build().Runs);
    }

    [Fact]
    public void Select_InAnotherOrder_KeepsTheWayBackToTheSource()
    {
        var text = Sample();
        var moved = text.Select([new TextSpan(4, 6), new TextSpan(0, 3)]);
        Assert.Equal("撤销驻京办", moved.Text);
        Assert.Equal([new TextSpan(15, 17)], moved.SourceSpans(new TextSpan(0, 2)));
        Assert.Equal([new TextSpan(3, 6)], moved.SourceSpans(new TextSpan(2, 5)));
    }

    [Fact]
    public void FromRuns_OfRunsThatLeaveAHole_Refuses() => Assert.Throws<ArgumentException>(() =>
        MappedText.FromRuns("驻京办", [new MappedRun(new TextSpan(0, 2), new TextSpan(0, 2), RunKind.Copied)]));

    [Fact]
    public void FromRuns_OfACopyWithTwoLengths_Refuses() => Assert.Throws<ArgumentException>(() =>
        MappedText.FromRuns("驻京", [new MappedRun(new TextSpan(0, 2), new TextSpan(0, 3), RunKind.Copied)]));

    [Fact]
    public void Identity_AnySource_MapsEveryRangeToItself() => Prop.ForAll<NonNull<string>, int, int>((source, a, b) =>
    {
        var length = source.Get.Length;
        var range = new TextSpan(Math.Min(Within(a, length), Within(b, length)), Math.Max(Within(a, length), Within(b, length)));
        var spans = MappedText.Identity(source.Get).SourceSpans(range);
        return range.IsEmpty ? spans.Count == 0 : spans.SequenceEqual([range]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Select_OfRangesThatTileTheText_GivesTheSameTextAndRuns() => Prop.ForAll(Pieces().ToArbitrary(), pieces =>
    {
        var text = Build(pieces);
        var cut = text.Text.Length / 2;
        var whole = text.Select([new TextSpan(0, text.Text.Length)]);
        var copiedAcross = text.Runs.Any(run => run.Kind != RunKind.Copied && run.Text.Start < cut && cut < run.Text.End);
        var halves = text.Select([new TextSpan(0, cut), new TextSpan(cut, text.Text.Length)]);
        return whole.Text == text.Text && (copiedAcross || halves.Text == text.Text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromRuns_OfAnyBuiltText_GivesItBack() => Prop.ForAll(Pieces().ToArbitrary(), pieces =>
    {
        var text = Build(pieces);
        var again = MappedText.FromRuns(text.Text, text.Runs);
        return again.Text == text.Text && again.Runs.SequenceEqual(text.Runs);
    }).QuickCheckThrowOnFailure();

    private static int Within(int value, int length) => (int)(Math.Abs((long)value) % (length + 1));

    private static Gen<(RunKind Kind, int Length)[]> Pieces() =>
        Gen.Choose(0, 2).SelectMany(kind => Gen.Choose(0, 5).Select(length => ((RunKind)kind, length))).ArrayOf();

    private static MappedText Build((RunKind Kind, int Length)[] pieces)
    {
        var source = new string('字', pieces.Sum(piece => piece.Length));
        var builder = new MappedTextBuilder();
        var at = 0;
        foreach (var (kind, length) in pieces)
        {
            var span = TextSpan.At(at, length);
            if (kind == RunKind.Copied) builder.Copy(source, span);
            else if (kind == RunKind.Replaced) builder.Replace(span, "代");
            else builder.Insert(at, "\n");
            if (kind != RunKind.Inserted) at += length;
        }

        return builder.Build();
    }
}
