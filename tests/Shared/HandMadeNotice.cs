using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Shared;

/// <summary>
/// A cleaned notice made by hand from the pieces of its source, each with its owner: <c>u2</c> keeps it, <c>u2*</c> says it again,
/// nobody makes it boilerplate. The units stand in the order in which they are declared.
/// </summary>
internal sealed class HandMadeNotice
{
    private readonly List<(string Owner, string Text)> _pieces = [];
    private readonly List<CleanUnit> _units = [];
    private int _length = int.MaxValue;

    /// <summary>Appends to the source.</summary>
    public HandMadeNotice Piece(string owner, string text)
    {
        _pieces.Add((owner, text));
        return this;
    }

    /// <summary>Declares the next unit in canonical order; its path is its marks.</summary>
    public HandMadeNotice Unit(string id, CleanUnitKind kind, params string[] path)
    {
        _units.Add(new CleanUnit(id, kind, kind is CleanUnitKind.Heading or CleanUnitKind.Clause ? path.LastOrDefault() : null, path, "", [], []));
        return this;
    }

    /// <summary>The notice, its document read by a markup.</summary>
    public CleanedNotice Build(SourceFormat format = SourceFormat.Notice)
    {
        var source = SourceText.FromString(string.Concat(_pieces.Select(piece => piece.Text)));
        var document = MarkupFormats.For(format).Read(source, new MarkupOptions("d"));
        // What a page is rendered to may be shorter than the page.
        _length = document.Source.Text.Length;
        var units = _units.Select(unit => unit with { Spans = SpansOf(unit.Id) }).Select(unit => unit with
        {
            Text = string.Concat(unit.Spans.Select(span => span.Of(document.Source.Text))).ReplaceLineEndings(""),
            Duplicates = [.. PlacesOf(unit.Id + "*").Select(span => new UnitDuplicate([span], unit.Spans, 1, "sentence-repeated"))],
        });
        return new CleanedNotice(document, [.. units]) { Boilerplate = SpansOf("") };
    }

    /// <summary>Where the pieces of an owner stand, touching ones made one.</summary>
    public IReadOnlyList<TextSpan> SpansOf(string owner) => TextSpans.Flatten(PlacesOf(owner));

    private IEnumerable<TextSpan> PlacesOf(string owner)
    {
        var at = 0;
        foreach (var piece in _pieces)
        {
            var span = new TextSpan(Math.Min(at, _length), Math.Min(at + piece.Text.Length, _length));
            if (piece.Owner == owner && !span.IsEmpty) yield return span;
            at += piece.Text.Length;
        }
    }

    /// <summary>
    /// A small notice that was scraped twice over and shuffled: title, heading with two clauses of which one stands split, a clause whose head
    /// is gone, a question and a conflict.
    /// </summary>
    public static CleanedNotice Example()
    {
        var made = new HandMadeNotice()
            .Piece("u6", "（二）承办交办事项。").Piece("", "\n")
            .Piece("u1", "某省人民政府办公厅关于印发驻京办规定的通知").Piece("", "\n")
            .Piece("u1*", "某省人民政府办公厅关于印发驻京办规定的通知").Piece("", "\n")
            .Piece("u2", "各市人民政府：").Piece("", "\n打印本页\n")
            .Piece("u5", "（一）负责接待服务，").Piece("u6*", "（二）承办交办事项。").Piece("u5", "编制31名。").Piece("", "\n")
            .Piece("u4", "二、主要职责").Piece("u7", "配合“回归工程”").Piece("", "\n")
            .Piece("u3", "现予印发。").Piece("", "\n")
            .Piece("u8", "某省人民政府办公厅").Piece("", "\n").Piece("u9", "2011年1月29日")
            .Unit("u1", CleanUnitKind.Title).Unit("u2", CleanUnitKind.Addressees).Unit("u3", CleanUnitKind.Preamble)
            .Unit("u4", CleanUnitKind.Heading, "二、").Unit("u5", CleanUnitKind.Clause, "二、", "（一）").Unit("u6", CleanUnitKind.Clause, "二、", "（二）")
            .Unit("u7", CleanUnitKind.Paragraph, "二、").Unit("u8", CleanUnitKind.Signature).Unit("u9", CleanUnitKind.Date);
        return made.Build() with
        {
            Gaps =
            [
                new CleanGap("u3", "u4", ["一、"], GapCertainty.Certain), new CleanGap("u7", "u8", [], GapCertainty.Probable),
            ],
            Conflicts = [new CleanConflict("published-before-date", "Published before it was signed.", made.SpansOf("u9"))],
            Questions = [new CleanQuestion(made.SpansOf("u7"), ["u6", null], "No number stands before it.") { Cause = QuestionCause.NumberMissing }],
        };
    }
}
