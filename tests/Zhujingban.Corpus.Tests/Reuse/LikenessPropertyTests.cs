using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse;
using Zhujingban.Corpus.Tests.Shared;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Reuse;

public class LikenessPropertyTests(ITestOutputHelper output)
{
    private const int LongSentence = 30;

    /// <summary>Measured on State Council notices: .97 with any character of the block, .87 with characters drawn as often as they stand in the text.</summary>
    private const double LeastNear = 0.9;

    private static readonly string[] Sentences =
    [
        .. new[] { "fujian-beijing-office-2011.txt", "guobanfa-2010-8.txt" }.Select(name => RepositoryFiles.ReadAllText("corpus", "sources", "notices", name))
            .SelectMany(text => Split(text).Select(span => span.Of(text))).Distinct(),
    ];

    private static readonly Gen<string> Sentence = Gen.Elements(Sentences);

    private static readonly Gen<string> Damaged =
        from sentence in Sentence
        from at in Gen.Choose(0, sentence.Length - 1)
        from other in Gen.Elements(string.Concat(Sentences).ToCharArray())
        from kind in Gen.Choose(0, 5)
        select kind switch
        {
            0 => sentence,
            1 => sentence[..at] + other + sentence[(at + 1)..],
            2 => sentence[..at] + other + sentence[at..],
            3 => sentence[..at] + sentence[(at + 1)..],
            4 => sentence[at..],
            _ => sentence[..at],
        };

    private static readonly Gen<string> Noise = Gen.Elements("一二三第条（）()〔、。，十百12年月日-./ \n\t甲乙不省市\uD840\uDC00́０①㈠零〇".ToCharArray()).ArrayOf().Select(chars => new string(chars));

    [Fact]
    public void Find_AnyPieces_PointsToFirstOnesBefore() =>
        Prop.ForAll(Gen.OneOf(Damaged, Noise).Select(line => line.Replace('\n', ' ')).ArrayOf().ToArbitrary(), lines =>
        {
            var found = LikenessTests.FindLines(string.Join('\n', lines));
            for (var i = 0; i < found.Length; i++) Assert.True(Sound(found, found[i], i), $"{i} {found[i]}: {found[found[i].Of]}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Find_TwoPieces_GivesTheSameVerdictInEitherOrder() =>
        Prop.ForAll(Gen.Two(Gen.OneOf(Damaged, Noise).Select(line => line.Replace('\n', ' '))).ToArbitrary(), pair =>
        {
            var (a, b) = (LikenessTests.FindLines(pair.Item1 + "\n" + pair.Item2), LikenessTests.FindLines(pair.Item2 + "\n" + pair.Item1));
            var (one, other) = (a.FirstOrDefault(likeness => likeness.Kind != LikenessKind.First), b.FirstOrDefault(likeness => likeness.Kind != LikenessKind.First));
            return one.Kind == other.Kind && one.Similarity == other.Similarity && one.Reason == other.Reason;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_ANumberDiffers_NeverMerges() =>
        Prop.ForAll((from sentence in Sentence.Where(sentence => sentence.Any(char.IsAsciiDigit))
                     let digits = Enumerable.Range(0, sentence.Length).Where(i => char.IsAsciiDigit(sentence[i])).ToArray()
                     from at in Gen.Elements(digits)
                     from digit in Gen.Choose(0, 9).Where(digit => digit != sentence[at] - '0')
                     where !(digit == 0 || sentence[at] == '0') || (at > 0 && char.IsAsciiDigit(sentence[at - 1]))
                     select (sentence, sentence[..at] + digit + sentence[(at + 1)..])).ToArbitrary(),
            pair => LikenessTests.Compare(pair.Item1, pair.Item2).Kind is LikenessKind.First or LikenessKind.CutOff).QuickCheckThrowOnFailure();

    /// <summary>Characters from the whole block, as a scanner confuses them, in sentences of thirty characters and more.</summary>
    [Fact]
    public void Find_ARandomCharacterInALongSentence_IsNear()
    {
        var random = new Random(17);
        var sentences = Sentences.Where(sentence => sentence.Length >= LongSentence).ToList();
        var (near, all) = (0, 0);
        foreach (var sentence in Enumerable.Repeat(sentences, 20).SelectMany(list => list))
        {
            var at = random.Next(sentence.Length);
            if (sentence[at] is < '一' or > '龥' || ChineseNumerals.IsNumeral(sentence[at])) continue;
            var slip = sentence[..at] + (char)random.Next('一', '龥') + sentence[(at + 1)..];
            near += LikenessTests.Compare(sentence, slip).Kind == LikenessKind.Near ? 1 : 0;
            all++;
        }

        output.WriteLine($"{near} of {all} are near: {(double)near / all:F3}");
        Assert.True((double)near / all >= LeastNear);
    }

    /// <summary>Undamaged texts: two sentences of one document that are near say the same in other words or signs, which is rare.</summary>
    [DataFact("notices/govcn.jsonl")]
    public void Find_UndamagedNotices_FindsAlmostNothingNear()
    {
        var near = 0;
        foreach (var line in File.ReadLines(RepositoryFiles.DataPath("notices/govcn.jsonl")))
        {
            var text = JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!;
            var pieces = Split(text);
            var found = PieceLikeness.Find(text, [.. pieces]);
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i].Kind != LikenessKind.Near) continue;
                output.WriteLine($"{found[i].Reason}\n  {pieces[found[i].Of].Of(text)}\n  {pieces[i].Of(text)}");
                near += found[i].Reason is LikenessReasons.CharacterDiffers or LikenessReasons.CharacterMissing ? 1 : 0;
            }
        }

        Assert.Equal(0, near);
    }

    [Theory]
    [InlineData("甲", 200_000)]
    [InlineData("承办省委、省政府交办的其他事项。", 20_000)]
    [InlineData("1", 200_000)]
    [InlineData("1,000,", 40_000)]
    [InlineData("一", 200_000)]
    [InlineData("二零一一年", 40_000)]
    [InlineData("（", 200_000)]
    [InlineData("甲乙丙丁戊己庚辛。", 20_000)]
    public void Find_HostileText_IsOnePieceOrMany(string unit, int count)
    {
        var text = string.Concat(Enumerable.Repeat(unit, count));
        Assert.Equal(LikenessKind.First, Assert.Single(PieceLikeness.Find(text, [new TextSpan(0, text.Length)])).Kind);
        var many = PieceLikeness.Find(text, [.. Enumerable.Range(0, count).Select(i => TextSpan.At(i * unit.Length, unit.Length))]);
        Assert.All(many.Skip(1), likeness => Assert.Equal((LikenessKind.Equal, 0), (likeness.Kind, likeness.Of)));
    }

    private static bool Sound(Likeness[] found, Likeness likeness, int i) => likeness.Kind switch
    {
        LikenessKind.First => likeness.Of == i && likeness.Similarity == 1,
        LikenessKind.Equal => likeness.Of < i && likeness.Similarity == 1 && found[likeness.Of].Kind == LikenessKind.First,
        LikenessKind.Near => likeness.Of < i && likeness.Similarity is >= 0 and < 1 && found[likeness.Of].Kind == LikenessKind.First,
        _ => likeness.Of != i && likeness.Similarity is >= 0 and < 1 && found[likeness.Of].Kind == LikenessKind.First,
    };

    private static List<TextSpan> Split(string text) =>
        [.. Corpus.Text.Sentences.Split(text, new TextSpan(0, text.Length)).Select(span => new TextSpan(span.Start, span.Start + span.Of(text).TrimEnd().Length)).Where(span => !span.IsEmpty)];
}
