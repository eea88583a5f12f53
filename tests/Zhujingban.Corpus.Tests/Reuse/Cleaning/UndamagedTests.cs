using Zhujingban.Corpus.Benchmarks.Cleaning;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

/// <summary>Cleans real notices and laws that need none, as they are and with all their white space taken out: they stay as they are.</summary>
public class UndamagedTests
{
    [DataFact("notices/govcn.jsonl")]
    public void Clean_NoticesAndLaws_StayAsTheyAre() => AssertUnchanged(text => text);

    [DataFact("notices/govcn.jsonl")]
    public void Clean_NoticesAndLawsInOneLine_StayAsTheyAre() => AssertUnchanged(text => string.Concat(text.Where(c => !char.IsWhiteSpace(c))));

    [Fact]
    public void Clean_TheFoundingNotice_StaysAsItIs() => Assert.Null(ChangeOf(RepositoryFiles.ReadAllText("corpus", "sources", "notices", "guobanfa-2010-8.txt")));

    /// <param name="form">Gives the form in which a text is cleaned.</param>
    private static void AssertUnchanged(Func<string, string> form)
    {
        var changed = RealNotices.Texts(RepositoryFiles.Root).Select(text => (text.Id, Change: ChangeOf(form(text.Text)))).Where(text => text.Change is not null).ToList();
        Assert.True(changed.Count == 0, string.Join('\n', changed.Select(text => $"{text.Id}: {text.Change}")));
    }

    /// <summary>What cleaning did to a text that needs none; null for nothing.</summary>
    private static string? ChangeOf(string text)
    {
        var notice = CleanedNotices.Clean(text);
        CleanedNotices.AssertSound(notice);
        if (notice.Units.Sum(unit => unit.Duplicates.Count) is > 0 and var duplicates) return $"{duplicates} duplicates";
        if (notice.Questions.Count > 0) return $"{notice.Questions.Count} questions";
        var starts = notice.Units.SelectMany(unit => unit.Spans).Select(span => span.Start).ToList();
        return starts.SequenceEqual(starts.Order()) ? null : "another order";
    }
}
