using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search.Tests.Query;

public class SnippetTests
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("加强驻外机构的规范管理，", 20));

    [Fact]
    public void Choose_ShortText_ShowsItWhole() => Assert.Equal(new TextSpan(0, 4), Snippet.Choose("撤销机构", Marks("撤销机构", "撤销")));

    [Fact]
    public void Choose_NothingMarked_ShowsTheBeginning()
    {
        var shown = Snippet.Choose(Filler, []);
        Assert.Equal(0, shown.Start);
        Assert.EndsWith("，", shown.Of(Filler), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_MatchesInSeveralPlaces_ShowsTheMostDifferent()
    {
        var text = $"撤销，撤销，撤销。{Filler}。第一句。撤销驻京办。{Filler}。驻京办，驻京办";
        Assert.StartsWith("第一句。撤销驻京办。", Snippet.Choose(text, Marks(text, "撤销", "驻京办")).Of(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_NoPunctuation_CutsAnywhereButNotInACharacter()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 301));
        for (var start = 0; start < text.Length; start += 2)
        {
            var shown = Snippet.Choose(text, [new Mark(0, TextSpan.At(start, 2))]);
            Assert.True(shown.Start % 2 == 0 && shown.End % 2 == 0 && shown.Contains(TextSpan.At(start, 2)), $"{shown} for {start}");
        }
    }

    [Fact]
    public void Choose_AnyMarks_ShowsAPartOfTheTextWithAMark()
    {
        var texts = Gen.Elements("撤", "销", "，", "。", "\n", "a", "𠮷", "\uD842", " ").ArrayOf(400).Select(pieces => string.Concat(pieces));
        var marks = Gen.Choose(0, 390).SelectMany(start => Gen.Choose(1, 200).Select(length => TextSpan.At(start, length))).ArrayOf(5);
        Prop.ForAll(texts.ToArbitrary(), marks.ToArbitrary(), (text, spans) =>
        {
            var inside = spans.Where(span => span.End <= text.Length).Select((span, i) => new Mark(i % 3, span)).ToList();
            var shown = Snippet.Choose(text, inside);
            return shown.Start >= 0 && shown.End <= text.Length && shown.Length is > 0 and <= Snippet.Length + 2
                && (inside.Count == 0 || inside.Any(mark => mark.Span.Overlaps(shown)));
        }).QuickCheckThrowOnFailure();
    }

    private static List<Mark> Marks(string text, params string[] sought) =>
    [
        .. sought.SelectMany((term, pattern) => Enumerable.Range(0, text.Length)
            .Where(at => string.CompareOrdinal(text, at, term, 0, term.Length) == 0)
            .Select(at => new Mark(pattern, TextSpan.At(at, term.Length)))),
    ];
}
