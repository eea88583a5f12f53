using System.Globalization;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.PlainText;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Makes units of the pieces: a numbered unit is its mark's sentence and those that go on in the same paragraph.</summary>
/// <param name="document">The document that is cleaned.</param>
/// <param name="placement">Where its pieces go.</param>
/// <param name="passages">What stands at seams, which stays apart from the units before it.</param>
/// <param name="order">The pieces in canonical order with their places.</param>
/// <param name="copies">What says each of them again.</param>
internal sealed class CleanUnits(
    Document document, Placement placement, IReadOnlyList<SeamPassage> passages, IReadOnlyList<(int Piece, int Node)> order, ILookup<int, int> copies)
{
    private readonly string _text = document.Text.Text;
    private readonly KeptCopies _kept = new(document.Text.Text, placement, order, copies);
    private readonly ParagraphBreaks _breaks = new(document.Text.Text, placement, order, copies);
    private readonly PieceComparison _comparison = new(document.Text.Text);
    private readonly List<UnitDraft> _drafts = [];
    private UnitPaths? _paths;
    private readonly Dictionary<int, int> _lastUnit = [];
    private readonly Dictionary<int, int> _openingUnit = [];

    /// <summary>The units.</summary>
    public IReadOnlyList<CleanUnit> Units { get; private set; } = [];

    /// <summary>The place of each unit.</summary>
    public IReadOnlyList<UnitDraft> Drafts => _drafts;

    /// <summary>The marks around places.</summary>
    public UnitPaths Paths => _paths ??= new UnitPaths(_text, placement, order, _kept);

    /// <summary>Builds the units.</summary>
    public CleanUnits Build()
    {
        var seams = passages.SelectMany(passage => Enumerable.Range(passage.First, passage.Last - passage.First + 1).Select(piece => (piece, passage.First)))
            .ToDictionary(pair => pair.piece, pair => pair.First);
        for (var i = 0; i < order.Count; i++)
        {
            var (piece, node) = order[i];
            if (i > 0 && Joins(order[i - 1], piece, node, seams)) _drafts[^1].Pieces.Add(piece);
            else _drafts.Add(new UnitDraft(KindOf(piece, node, i > 0 ? order[i - 1] : (-1, -1)), node, piece));
            _lastUnit[node] = _drafts.Count - 1;
            if (placement.Pieces[piece].IsMarked) _openingUnit.TryAdd(node, _drafts.Count - 1);
        }

        MarkHeadings();
        Units = [.. _drafts.Select(UnitOf)];
        return this;
    }

    /// <summary>The questions about passages, with the ids of units.</summary>
    public IReadOnlyList<CleanQuestion> Questions(IReadOnlyList<SeamPassage> asked) =>
        [.. asked.Select(passage => new CleanQuestion(
            SourceSpans([.. Enumerable.Range(passage.First, passage.Last - passage.First + 1)]),
            [.. passage.Homes.Select(home => home >= 0 ? IdAt(home) : null).Distinct()], passage.Reason) { Cause = passage.Cause })];

    /// <summary>The id of the unit at a position of the order.</summary>
    public static string IdOf(int unit) => "u" + (unit + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of the unit that opens a place, or of the last one that stands there; null for none.</summary>
    private string? IdAt(int node) =>
        _openingUnit.TryGetValue(node, out var unit) || _lastUnit.TryGetValue(node, out unit) ? IdOf(unit) : null;

    /// <summary>True when a sentence goes on with the paragraph before it.</summary>
    private bool Joins((int Piece, int Node) before, int piece, int node, Dictionary<int, int> seams)
    {
        var (one, other) = (placement.Pieces[before.Piece], placement.Pieces[piece]);
        if (before.Node != node || other.Kind != PieceKind.Sentence || one.IsFrame) return false;
        if (placement.Differing.ContainsKey(piece) || placement.Differing.ContainsKey(before.Piece)) return false;
        if (seams.GetValueOrDefault(before.Piece, -1) != seams.GetValueOrDefault(piece, -1)) return false;
        if (placement.Pieces[_kept.Of(piece)].Span.Start < placement.Pieces[_kept.Of(before.Piece)].Span.End) return false;
        return !_breaks.Parts(before.Piece, piece, node);
    }

    private CleanUnitKind KindOf(int piece, int node, (int Piece, int Node) before) => placement.Pieces[piece].Kind switch
    {
        PieceKind.Title or PieceKind.Order => CleanUnitKind.Title,
        PieceKind.DocumentNumber => CleanUnitKind.DocumentNumber,
        PieceKind.PublishedDate => CleanUnitKind.PublishedDate,
        PieceKind.Addressees => CleanUnitKind.Addressees,
        PieceKind.Signature => CleanUnitKind.Signature,
        PieceKind.Date => CleanUnitKind.Date,
        PieceKind.Attachment => CleanUnitKind.Attachment,
        PieceKind.Marked => CleanUnitKind.Clause,
        PieceKind.Sentence when placement.Nodes[node].IsRoot && before.Piece >= 0 && placement.Pieces[before.Piece].IsFrame => CleanUnitKind.Preamble,
        _ => CleanUnitKind.Paragraph,
    };

    /// <summary>A numbered unit without a sentence that has something inside is a heading.</summary>
    private void MarkHeadings()
    {
        for (var i = 0; i + 1 < _drafts.Count; i++)
        {
            if (_drafts[i].Kind != CleanUnitKind.Clause || _drafts[i].Pieces.Count > 1) continue;
            var last = _text[placement.Pieces[_drafts[i].Pieces[0]].Span.End - 1];
            var next = NextNode(i);
            var holds = next == _drafts[i].Node || placement.Nodes[next].Parent == _drafts[i].Node || NumberingKinds.IsContainer(placement.Nodes[_drafts[i].Node].Kind);
            if (holds && !Sentences.IsEnd(last) && last is not ('：' or ':' or '；')) _drafts[i] = _drafts[i] with { Kind = CleanUnitKind.Heading };
        }
    }

    /// <summary>The place of what follows a unit, and other versions of it.</summary>
    private int NextNode(int draft)
    {
        var next = draft + 1;
        while (next + 1 < _drafts.Count && _drafts[next].Node == _drafts[draft].Node && placement.Pieces[_drafts[next].First].IsMarked) next++;
        return _drafts[next].Node;
    }

    private CleanUnit UnitOf(UnitDraft draft, int number)
    {
        var duplicates = new List<UnitDuplicate>();
        var kept = draft.Pieces.ConvertAll(_kept.Of);
        for (var i = 0; i < kept.Count; i++)
        {
            IReadOnlyList<TextSpan>? of = null;
            foreach (var copy in _kept.Others(draft.Pieces[i]))
            {
                // Two parts of one sentence may be the same part of it.
                var (similarity, reason) = _comparison.AreWrittenEqual(placement.Pieces[kept[i]].Span, placement.Pieces[copy].Span)
                    ? (1, LikenessReasons.SentenceEqual) : placement.Families.Compare(kept[i], copy);
                duplicates.Add(new UnitDuplicate(SourceSpan(copy), of ??= SourceSpan(kept[i]), similarity, reason));
            }
        }

        var spans = SourceSpans(kept);
        var first = placement.Pieces[kept[0]];
        var num = first.IsMarked && draft.Kind is (CleanUnitKind.Clause or CleanUnitKind.Heading) ? first.Mark.WrittenIn(_text) : null;
        return new CleanUnit(IdOf(number), draft.Kind, num, PathOf(draft), TextOf(spans), spans, UnitDuplicates.Joined(duplicates));
    }

    private IReadOnlyList<string> PathOf(UnitDraft draft) =>
        draft.Kind == CleanUnitKind.Paragraph && _breaks.StartsLines(draft.First) ? Paths.OfParagraph(draft.Node) : Paths.Of(draft.Node);

    private string TextOf(IReadOnlyList<TextSpan> spans)
    {
        var text = spans.Count == 1 ? spans[0].Of(document.Source.Text) : string.Concat(spans.Select(span => span.Of(document.Source.Text)));
        return text.ReplaceLineEndings("");
    }

    /// <summary>Where a piece stands in the source.</summary>
    private IReadOnlyList<TextSpan> SourceSpan(int piece) =>
        BlankBehind(piece) is { IsEmpty: false } blank ? TextSpans.Flatten(document.Text.SourceSpans(placement.Pieces[piece].Span).Append(blank)) : document.Text.SourceSpans(placement.Pieces[piece].Span);

    /// <summary>Where pieces stand in the source; what only parts two neighbours, on one line, goes with them, and so does the blank behind a mark.</summary>
    private IReadOnlyList<TextSpan> SourceSpans(List<int> pieces)
    {
        if (pieces.Count == 1) return SourceSpan(pieces[0]);
        var spans = new List<TextSpan>(pieces.Count);
        foreach (var piece in pieces)
        {
            var span = placement.Pieces[piece].Span;
            var touches = spans.Count > 0 && span.Start >= spans[^1].End && span.Start - spans[^1].End < 4 && _text.AsSpan(spans[^1].End, span.Start - spans[^1].End).IsWhiteSpace();
            if (!touches && spans.Count > 0) spans[^1] = WithSpace(spans[^1]);
            if (touches) spans[^1] = new TextSpan(spans[^1].Start, span.End);
            else spans.Add(span);
        }

        var blanks = pieces.Select(BlankBehind).Where(blank => !blank.IsEmpty).ToList();
        return spans.Count == 1 && blanks.Count == 0 ? document.Text.SourceSpans(spans[0]) : TextSpans.Flatten(spans.SelectMany(document.Text.SourceSpans).Concat(blanks));
    }

    /// <summary>A piece with the white space that parts it from what stands behind it on its line: 第一条, of which the rest is kept from another copy.</summary>
    private TextSpan WithSpace(TextSpan piece)
    {
        var end = piece.End;
        while (end < _text.Length && end - piece.End < 4 && char.IsWhiteSpace(_text[end]) && !InvisibleCharacters.LineBreaks.Contains(_text[end])) end++;
        return end < _text.Length && char.IsWhiteSpace(_text[end]) ? piece : piece with { End = end };
    }

    /// <summary>
    /// The white space that parts a mark from its text where the piece has none: a line break stands beside it, so that the text of a document has dropped
    /// it and only its source has it, or the text is a piece by itself. It belongs to the mark; no copy of the text has it. A mark that is cut itself has none.
    /// </summary>
    private TextSpan BlankBehind(int piece)
    {
        var one = placement.Pieces[piece];
        var mark = one.Mark.Span;
        if (!one.IsMarked || mark.End > one.Span.End || (mark.End < one.Span.End && !InvisibleCharacters.LineBreaks.Contains(_text[mark.End])) || !LeadsToText(piece)) return default;
        var source = document.Source.Text;
        var start = document.Text.SourceSpans(mark)[^1].End;
        var end = start;
        while (end < source.Length && char.IsWhiteSpace(source[end])) end++;
        while (start < end && InvisibleCharacters.LineBreaks.Contains(source[start])) start++;
        while (start < end && InvisibleCharacters.LineBreaks.Contains(source[end - 1])) end--;
        return end < source.Length ? new TextSpan(start, end) : default;
    }

    /// <summary>True when a piece goes on behind its mark, or is a bare mark with a sentence behind it.</summary>
    private bool LeadsToText(int piece)
    {
        var (one, next) = (placement.Pieces[piece], piece + 1 < placement.Pieces.Length ? placement.Pieces[piece + 1].Kind : PieceKind.Boilerplate);
        return one.Mark.Span.End < one.Span.End || next == PieceKind.Sentence;
    }
}
