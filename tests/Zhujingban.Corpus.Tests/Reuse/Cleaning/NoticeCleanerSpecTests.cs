using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

/// <summary>
/// Cleans the examples in Specs/. Below an input stand its units in canonical order, a line each: path, kind, text. What else cleaning
/// finds stands in blocks of its own; an example without such a block says that there is nothing of the kind.
/// </summary>
public class NoticeCleanerSpecTests
{
    private static readonly string[] Blocks = ["units", "duplicates", "gaps", "conflicts", "questions", "boilerplate"];

    public static TheoryData<string, SpecExample> Examples => SpecFile.Load("Zhujingban.Corpus.Tests", "Reuse", "Cleaning", "Specs");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Clean_Example_GivesWhatItSays(string file, SpecExample example)
    {
        Assert.EndsWith(".md", file);
        var input = example.Blocks["input"].Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        var notice = CleanedNotices.Clean(input);
        foreach (var block in Blocks)
            Assert.Equal(example.Blocks.GetValueOrDefault(block, "").Split('\n', StringSplitOptions.RemoveEmptyEntries), Print(notice, block));
        CleanedNotices.AssertSound(notice);
    }

    /// <summary>A block as the spec files write it.</summary>
    private static IEnumerable<string> Print(CleanedNotice notice, string block) => block switch
    {
        "units" => notice.Units.Select(unit => $"{string.Concat(unit.Path)} | {CleanedNotices.KindOf(unit)} | {unit.Text}".TrimStart()),
        "duplicates" => Duplicates(notice),
        "gaps" => notice.Gaps.Select(gap => $"{string.Concat(gap.Missing.Select(mark => mark + ' '))}{(gap.Certainty == GapCertainty.Certain ? "certain" : "probable")}, "
            + $"between {CleanedNotices.NameOf(notice, gap.After)} and {CleanedNotices.NameOf(notice, gap.Before)}"),
        "conflicts" => notice.Conflicts.Select(conflict => $"{conflict.Kind} {CleanedNotices.TextOf(notice, conflict.Spans)}"),
        "questions" => notice.Questions.Select(question => $"{CleanedNotices.TextOf(notice, question.Spans)} behind "
            + string.Join(" or ", question.Candidates.Select(id => CleanedNotices.NameOf(notice, id)))),
        _ => notice.Boilerplate.SelectMany(span => span.Of(notice.Document.Source.Text).Split(['\r', '\n'])).Select(line => line.Trim()).Where(line => line.Length > 0),
    };

    /// <summary>What is said again, in canonical order; what stands together is one.</summary>
    private static IEnumerable<string> Duplicates(CleanedNotice notice)
    {
        var found = new List<(string Name, TextSpan Span)>();
        foreach (var duplicate in notice.Units.SelectMany(unit => unit.Duplicates))
        {
            var name = duplicate.Similarity >= 1 ? "equal" : "near";
            foreach (var span in duplicate.Spans)
            {
                if (found.Count > 0 && found[^1].Name == name && found[^1].Span.End == span.Start) found[^1] = (name, found[^1].Span with { End = span.End });
                else found.Add((name, span));
            }
        }

        return found.Select(duplicate => $"{duplicate.Name} {CleanedNotices.TextOf(notice, [duplicate.Span])}");
    }
}
