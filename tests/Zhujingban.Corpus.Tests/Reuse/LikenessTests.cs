using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse;
using Zhujingban.Corpus.Tests.Shared;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Reuse;

public class LikenessTests
{
    public static TheoryData<string, SpecExample> Specs => SpecFile.Load("Zhujingban.Corpus.Tests", "Reuse", "Specs");

    /// <summary>Each line of a spec is a piece; each line of its verdict is a kind, the number of the piece it is like, and the rule.</summary>
    [Theory]
    [MemberData(nameof(Specs))]
    public void Find_SpecFile_GivesWhatItPairs(string file, SpecExample example)
    {
        Assert.NotNull(file);
        var verdicts = FindLines(example.Blocks["pieces"]).Select(likeness => likeness.Kind == LikenessKind.First
            ? "first" : $"{likeness.Kind.ToString().ToLowerInvariant()} {likeness.Of + 1} {likeness.Similarity:F2} {likeness.Reason}");
        var found = string.Join('\n', verdicts);
        Assert.True(example.Blocks["verdicts"] == found, found);
    }

    /// <summary>What the lines of a text are like.</summary>
    internal static Likeness[] FindLines(string text)
    {
        var (pieces, start) = (new List<TextSpan>(), 0);
        foreach (var line in text.Split('\n'))
        {
            pieces.Add(TextSpan.At(start, line.Length));
            start += line.Length + 1;
        }

        return PieceLikeness.Find(text, [.. pieces]);
    }

    /// <summary>How the second of two pieces stands to the first.</summary>
    internal static Likeness Compare(string first, string second) =>
        PieceLikeness.Find(first + "\n" + second, [TextSpan.At(0, first.Length), TextSpan.At(first.Length + 1, second.Length)])[1];

    [Fact]
    public void Find_NoPieces_GivesNothing() => Assert.Empty(PieceLikeness.Find("", []));

    [Fact]
    public void Find_EmptyAndPunctuationPieces_AreEqualOnlyToTheirLike()
    {
        var found = FindLines("\n \n——\n……\n——");
        Assert.Equal([LikenessKind.First, LikenessKind.Equal, LikenessKind.First, LikenessKind.First, LikenessKind.Equal], found.Select(likeness => likeness.Kind));
    }

    [Theory]
    [InlineData(" （财政局负责）")]
    [InlineData("（财政局负责）")]
    [InlineData("。（财政局负责）")]
    public void Find_NoteOfDutyBehindNoSentence_IsItself(string piece) => Assert.All(FindLines(piece + "\n甲"), likeness => Assert.Equal(LikenessKind.First, likeness.Kind));

    [Fact]
    public void Find_FujianNotice_FindsItsRepeatedSentences()
    {
        var text = RepositoryFiles.ReadAllText("corpus", "sources", "notices", "fujian-beijing-office-2011.txt");
        var pieces = Sentences.Split(text, new TextSpan(0, text.Length)).ToArray();
        var found = PieceLikeness.Find(text, pieces);
        Assert.All(found.Select((likeness, i) => (likeness, i)), pair => Assert.True(found[pair.likeness.Of].Kind == LikenessKind.First));
        Assert.Contains(found, likeness => likeness.Kind == LikenessKind.Equal);
    }

    /// <summary>One sentence under a hundred numbers is a hundred pieces, and the slip in a copy of each is told from the other ninety-nine.</summary>
    [Fact]
    public void Find_OneSentenceUnderManyNumbers_FindsTheCopyOfEach()
    {
        const string sentence = "年末全省常住人口比上年增加，城镇登记失业率控制在预期目标以内";
        var years = Enumerable.Range(1900, 100).ToList();
        var found = FindLines(string.Join('\n', years.Select(year => $"{year}{sentence}").Concat(years.Select(year => $"{year}{sentence.Replace("预期", "豫期")}"))));
        Assert.Equal(Enumerable.Range(0, 100), found.Skip(100).Select(likeness => likeness.Of));
        Assert.All(found.Skip(100), likeness => Assert.Equal(LikenessKind.Near, likeness.Kind));
    }
}
