using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Tests.Shared;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

public class RebuiltDocumentTests
{
    private static readonly string[] Pieces =
    [
        .. RepositoryFiles.ReadAllText("corpus", "sources", "notices", "fujian-beijing-office-2011.txt").Split('。').Select(line => line + "。"),
        "\n", "\n", "\r\n", "\f", "　　", " ", "\u200B", "一、职责", "（一）", "打印本页", "😀", "2011年1月29日", "**", "# ", "&amp;", "|", "- ", "[[甲|乙]]", "{{丙}}", "-{丁}-", "'''", "{|\n|戊\n|}", "<p>", "</p>", "<br>", "<table><tr><td>己</td><td>庚", "</table>", "\n\n|辛|壬|\n|-|-|\n|癸|1|\n\n",
    ];

    /// <summary>Any pieces, owned by anybody, once or often.</summary>
    private static readonly Arbitrary<CleanedNotice> Notices = (
        from format in Gen.Elements(SourceFormat.Notice, SourceFormat.Notice, SourceFormat.Markdown, SourceFormat.Html, SourceFormat.MediaWiki)
        from pieces in Gen.Elements(Pieces).Zip(Gen.Elements("", "u1", "u2", "u3", "u4", "u1*", "u2*", "u3*")).ListOf()
        select Made(format, pieces)).ToArbitrary();

    public static TheoryData<string> Founding => FoundingDocuments.Ids;

    [Theory]
    [MemberData(nameof(Founding))]
    public void Of_ADocumentWithOneUnitABlock_IsThatDocument(string id)
    {
        var format = FoundingDocuments.Read(id).Format;
        var document = MarkupFormats.For(format).Read(FoundingDocuments.Source(id), new MarkupOptions(id));
        var units = document.Blocks.Select((block, i) => new CleanUnit(
            $"u{i}", CleanUnitKind.Paragraph, null, [], block.Span.Of(document.Text.Text), document.Text.SourceSpans(block.Span), []));
        var rebuilt = RebuiltDocument.Of(new CleanedNotice(document, [.. units]));
        Assert.Equal(document.Blocks.Select(block => block.Span.Of(document.Text.Text)), rebuilt.Blocks.Select(block => block.Span.Of(rebuilt.Text.Text)));
        Assert.Equal(document.Blocks.Select(block => block with { Span = default }), rebuilt.Blocks.Select(block => block with { Span = default }));
        Assert.Equal((document.Text.Text, document.TitleSpan), (rebuilt.Text.Text, rebuilt.TitleSpan));
        Assert.Empty(Structure.Notices.FaultsOf(rebuilt));
    }

    [Fact]
    public void Of_MovedSplitAndRepeatedUnits_StandInCanonicalOrder()
    {
        var document = RebuiltDocument.Of(HandMadeNotice.Example());
        Assert.Equal(
            "某省人民政府办公厅关于印发驻京办规定的通知\n各市人民政府：\n现予印发。\n二、主要职责\n（一）负责接待服务，编制31名。\n（二）承办交办事项。\n配合“回归工程”\n"
            + "某省人民政府办公厅\n2011年1月29日", document.Text.Text);
        Assert.Equal(document.Text.Text.Split('\n'), document.Blocks.Select(block => block.Span.Of(document.Text.Text)));
        Assert.Empty(Structure.Notices.FaultsOf(document));
    }

    [Fact]
    public void Of_Repeats_SaysWhatIsKeptInstead()
    {
        var document = RebuiltDocument.Of(HandMadeNotice.Example());
        Assert.Equal(["某省人民政府办公厅关于印发驻京办规定的通知", "（二）承办交办事项。"], document.Duplicates.Select(duplicate => duplicate.Span.Of(document.Source.Text)));
        Assert.All(document.Duplicates, duplicate =>
        {
            Assert.Equal(duplicate.Span.Of(document.Source.Text), duplicate.Of.Of(document.Source.Text));
            Assert.Equal((1, "sentence-repeated"), (duplicate.Similarity, duplicate.Reason));
        });
    }

    [Fact]
    public void Of_RepeatOfASplitUnit_IsKeptWhereItsFirstCharacterFalls()
    {
        var notice = new HandMadeNotice().Piece("u1", "甲乙，").Piece("u2", "二、丙。").Piece("u1", "丁戊。").Piece("", "\n").Unit("u1", CleanUnitKind.Paragraph).Unit("u2", CleanUnitKind.Clause, "二、").Build();
        var first = notice.Units[0];
        var places = new KeptPlaces(new UnitDuplicate([new TextSpan(20, 23), new TextSpan(30, 33)], first.Spans, 1, "r"), notice.Document.Source.Text);
        Assert.Equal(("甲乙，", "丁戊。"), (places.For(new TextSpan(20, 23)).Of("甲乙，二、丙。丁戊。"), places.For(new TextSpan(30, 33)).Of("甲乙，二、丙。丁戊。")));
    }

    [Fact]
    public void Of_Boilerplate_IsDroppedWithItsReason()
    {
        var document = RebuiltDocument.Of(HandMadeNotice.Example());
        Assert.Equal("打印本页", Assert.Single(document.Dropped, drop => drop.Reason == DropReason.Boilerplate).Span.Of(document.Source.Text));
        Assert.Equal(9, document.Dropped.Where(drop => drop.Reason == DropReason.Whitespace).Sum(drop => drop.Span.Length));
    }

    [Fact]
    public void Of_GapsConflictsAndQuestions_AreDiagnosticsWithTheirPlace()
    {
        var document = RebuiltDocument.Of(HandMadeNotice.Example());
        Assert.Equal(
            [
                ("gap-certain", "What 一、 numbers is missing between “现予印发。” and 二、.", "二、主要职责现予印发。"),
                ("gap-probable", "The text breaks off between “配合“回归工程”” and “某省人民政府办公厅”.", "配合“回归工程”某省人民政府办公厅"),
                ("conflict-published-before-date", "Published before it was signed.", "2011年1月29日"),
                ("question", "No number stands before it: it may belong behind 二、（二）, or in a unit that stands nowhere.", "配合“回归工程”"),
            ],
            document.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Message, string.Concat(diagnostic.Spans.Select(span => span.Of(document.Source.Text))))));
    }

    [Fact]
    public void Of_RebuiltNotice_IsReadLikeAnyOther()
    {
        var document = DocumentStructure.Read(RebuiltDocument.Of(HandMadeNotice.Example()));
        Structure.Notices.AssertSound(document);
        Assert.Equal("某省人民政府办公厅关于印发驻京办规定的通知", document.Title);
        Assert.Equal(("2011-01-29", "某省人民政府办公厅"), (document.Metadata.Date, document.Metadata.Issuer));
        var clause = document.Clauses.Single(clause => clause.EId == "sec_2__subsec_1");
        Assert.Equal("（一）负责接待服务，编制31名。", clause.Span.Of(document.Text.Text));
        Assert.Equal(2, document.Text.SourceSpans(clause.Span).Count);
    }

    [Fact]
    public void Of_RowsOfATableInOneUnit_StayRows()
    {
        var notice = new HandMadeNotice().Piece("u2", "乙\n\n").Piece("u1", "甲\n\n|名|数|\n|-|-|\n|驻京办|2|\n").Unit("u1", CleanUnitKind.Paragraph).Unit("u2", CleanUnitKind.Paragraph).Build(SourceFormat.Markdown);
        var document = RebuiltDocument.Of(notice);
        Assert.Equal("甲\n名\t数\n驻京办\t2\n乙", document.Text.Text);
        Assert.Equal([BlockKind.Paragraph, BlockKind.TableRow, BlockKind.TableRow, BlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
        Assert.Empty(Structure.Notices.FaultsOf(document));
    }

    [Fact]
    public void Of_AnyNotice_LosesNothing() => Prop.ForAll(Notices, notice =>
    {
        var document = DocumentStructure.Read(RebuiltDocument.Of(notice));
        Assert.Empty(SourceCoverage.Faults(document.Source.Text, document.Text,
            document.Dropped.Select(drop => drop.Span).Concat(document.Duplicates.Select(duplicate => duplicate.Span))));
        Assert.Same(document.Text.Text, MappedText.FromRuns(document.Text.Text, document.Text.Runs).Text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40));

    [Fact]
    public void Of_AnyNotice_HasTheUnitsInTheirOrder() => Prop.ForAll(Notices, notice =>
    {
        if (notice.Document.Format != SourceFormat.Notice) return;
        var document = RebuiltDocument.Of(notice);
        Assert.Equal(
            notice.Units.Select(unit => Visible(unit.Text)).Where(text => text.Length > 0),
            document.Blocks.Select(block => Visible(block.Span.Of(document.Text.Text))));
        var end = 0;
        foreach (var block in document.Blocks)
        {
            Assert.True(block.Span.Start >= end && block.Span.End <= document.Text.Text.Length);
            end = block.Span.End;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40));

    /// <summary>Without what plain text drops at the ends of lines and everywhere.</summary>
    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200B'));

    private static CleanedNotice Made(SourceFormat format, IEnumerable<(string Text, string Owner)> pieces)
    {
        var made = new HandMadeNotice();
        foreach (var (text, owner) in pieces) made.Piece(owner, text);
        return made.Unit("u3", CleanUnitKind.Title).Unit("u1", CleanUnitKind.Paragraph).Unit("u4", CleanUnitKind.Clause).Unit("u2", CleanUnitKind.Paragraph).Build(format);
    }
}
