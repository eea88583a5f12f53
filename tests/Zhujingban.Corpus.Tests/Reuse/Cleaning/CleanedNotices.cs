using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

/// <summary>Cleans notices as the tests need them, and asks what must be true of every one.</summary>
internal static class CleanedNotices
{
    public static CleanedNotice Clean(string text) =>
        DocumentReader.Clean(SourceText.FromString(text), new ReadOptions("d", SourceFormat.Notice));

    public static string TextOf(CleanedNotice notice, IEnumerable<TextSpan> spans) =>
        WithoutLineBreaks(string.Concat(spans.Select(span => span.Of(notice.Document.Source.Text))));

    /// <summary>A unit for a person: its path, or where it has none its kind; <c>nowhere</c> for a unit that stands nowhere.</summary>
    public static string NameOf(CleanedNotice notice, string? id) => notice.Units.FirstOrDefault(unit => unit.Id == id) switch
    {
        null => "nowhere",
        { Path.Count: 0 } unit => KindOf(unit),
        { Kind: CleanUnitKind.Paragraph } unit => $"{string.Concat(unit.Path)} paragraph",
        { } unit => string.Concat(unit.Path),
    };

    public static string KindOf(CleanUnit unit) => JsonNamingPolicy.CamelCase.ConvertName(unit.Kind.ToString());

    /// <summary>What must be true of any cleaned notice, whatever came in.</summary>
    public static void AssertSound(CleanedNotice notice)
    {
        AssertTiles(notice);
        Assert.Equal(notice.Units.Count, notice.Units.Select(unit => unit.Id).Distinct().Count());
        Assert.All(notice.Units, unit => Assert.Equal(TextOf(notice, unit.Spans), unit.Text));
        Assert.All(notice.Units, unit => Assert.DoesNotContain(unit.Path, string.IsNullOrWhiteSpace));
        var ids = notice.Units.Select(unit => unit.Id).ToHashSet();
        Assert.All(notice.Gaps.SelectMany(gap => new[] { gap.After, gap.Before }), id => Assert.True(id is null || ids.Contains(id), id));
        Assert.All(notice.Questions.SelectMany(question => question.Candidates), id => Assert.True(id is null || ids.Contains(id), id));
        Assert.All(notice.Gaps, gap => Assert.Equal(gap.Missing.Count > 0, gap.Certainty == GapCertainty.Certain));
        Assert.All(notice.Units.SelectMany(unit => unit.Duplicates), duplicate =>
        {
            Assert.True(duplicate.Similarity is > 0 and <= 1, $"{duplicate.Similarity}");
            Assert.NotEmpty(duplicate.Reason);
        });
    }

    /// <summary>Every code unit of the source is in exactly one of the units' spans, their duplicates' spans and the boilerplate.</summary>
    private static void AssertTiles(CleanedNotice notice)
    {
        var owners = new byte[notice.Document.Source.Text.Length];
        foreach (var span in notice.Units.SelectMany(unit => unit.Spans.Concat(unit.Duplicates.SelectMany(duplicate => duplicate.Spans))).Concat(notice.Boilerplate))
        {
            for (var i = span.Start; i < span.End; i++) owners[i]++;
        }

        var wrong = Array.FindIndex(owners, count => count != 1);
        Assert.True(wrong < 0, wrong < 0 ? "" : $"{owners[wrong]} have [{wrong}] of {owners.Length}: {notice.Document.Source.Text[Math.Max(0, wrong - 10)..Math.Min(owners.Length, wrong + 10)]}");
    }

    private static string WithoutLineBreaks(string text) => text.ReplaceLineEndings("");
}
