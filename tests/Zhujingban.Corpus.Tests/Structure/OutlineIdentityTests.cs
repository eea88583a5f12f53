using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>Ids and content hashes name a clause for as long as it and what it stands under stay as they are.</summary>
public class OutlineIdentityTests
{
    private static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>How many clauses each of the first sections has, which section is edited, where, and how.</summary>
    private static readonly Arbitrary<(int[] Sizes, int Section, int Place, int Edit)> Edited = (
        from sizes in Gen.Choose(1, 6).ListOf(4)
        from section in Gen.Choose(0, 3)
        from place in Gen.Choose(0, 5)
        from edit in Gen.Choose(0, 3)
        select (sizes.ToArray(), section, place, edit)).ToArbitrary();

    [Fact]
    public void Read_NoticeEditedUnderOneSection_KeepsTheOthersIdsAndHashes() => Prop.ForAll(Edited, edit =>
        AssertOthersStay(edit, (section, lines) => $"{Digits[section + 1]}、事项\n" + string.Concat(lines.Select(line => $"（{Digits[line.Number]}）{line.Text}\n")), section => $"sec_{section + 1}"))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Read_LawEditedUnderOneArticle_KeepsTheOthersIdsAndHashes() => Prop.ForAll(Edited, edit =>
        AssertOthersStay(edit, (section, lines) => $"第{Digits[section + 1]}条　有下列情形的，予以处理：\n" + string.Concat(lines.Select(line => $"（{Digits[line.Number]}）{line.Text}\n")), section => $"art_{section + 1}"))
        .QuickCheckThrowOnFailure();

    private static void AssertOthersStay(
        (int[] Sizes, int Section, int Place, int Edit) edit, Func<int, List<(int Number, string Text)>, string> write, Func<int, string> nameOf)
    {
        var before = edit.Sizes.Select((size, section) => Enumerable.Range(1, size).Select(i => (i, $"第{Digits[section + 1]}组事务{i}。")).ToList()).ToList();
        var after = before.Select(section => section.ToList()).ToList();
        var lines = after[edit.Section];
        var place = Math.Min(edit.Place, lines.Count - 1);
        if (edit.Edit == 0) lines.Insert(place, (lines[place].Item1, "插入的。"));
        else if (edit.Edit == 1) lines.RemoveAt(place);
        else if (edit.Edit == 2) lines[place] = (lines[place].Item1, "改过的：1.甲；2.乙。");
        else lines.Add((9, "末尾的。"));

        var changed = nameOf(edit.Section);
        Assert.Equal(Names(before).Where(IsOther), Names(after).Where(IsOther));

        bool IsOther((string EId, string Hash) name) => name.EId != changed && !name.EId.StartsWith(changed + "_", StringComparison.Ordinal);

        IEnumerable<(string EId, string Hash)> Names(List<List<(int, string)>> sections)
        {
            var document = Notices.Read("关于事项的规定\n" + string.Concat(sections.Select((section, i) => write(i, section))));
            Assert.Equal(sections.Sum(section => section.Count), document.Clauses.Count(clause => clause.Path.Count == 2 && clause.Kind == ClauseKind.Clause));
            return document.Clauses.Select(clause => (clause.EId, ContentHash.Of(clause.Path, Notices.TextOf(document, clause))));
        }
    }
}
