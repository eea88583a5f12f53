using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Whether a sentence begins a paragraph of its own behind another one of its unit. A line break between the two says so. Where they stand side by side in
/// no copy, each line break stands at a seam and is a scraper's as likely as not: then it is as it mostly is in this notice.
/// </summary>
internal sealed class ParagraphBreaks
{
    /// <summary>What is said a thousand times is looked at in so many places.</summary>
    private const int MostCopies = 16;

    /// <summary>Where one part in so many stands inside a line, any line may have lost line breaks.</summary>
    private const int ShareLost = 10;

    private readonly string _text;
    private readonly Placement _placement;
    private readonly ILookup<int, int> _copies;
    private readonly bool _mostlyGoesOn;

    /// <summary>For each piece whether a numbered unit or a part of the head or foot stands inside its line, whose line break is lost: others may be, too.</summary>
    private readonly bool[] _hasLostBreaks;

    /// <param name="text">The text.</param>
    /// <param name="placement">Where its pieces go.</param>
    /// <param name="order">The pieces in canonical order with their places.</param>
    /// <param name="copies">What says each of them again.</param>
    public ParagraphBreaks(string text, Placement placement, IReadOnlyList<(int Piece, int Node)> order, ILookup<int, int> copies)
    {
        (_text, _placement, _copies) = (text, placement, copies);
        _hasLostBreaks = placement.AsItStands ? [] : FindLostBreaks(placement.Pieces);
        if (placement.AsItStands) return;
        var (breaks, joins) = (0, 0);
        for (var i = 1; i < order.Count; i++)
        {
            if (order[i].Node != order[i - 1].Node || !MayGoOn(order[i - 1].Piece, order[i].Piece, order[i].Node)) continue;
            if (IsBreakBetween(order[i - 1].Piece, order[i].Piece) is not { } isBreak) continue;
            if (isBreak) breaks++;
            else joins++;
        }

        _mostlyGoesOn = joins > breaks;
    }

    /// <summary>For each piece whether its line may have lost line breaks, so that it does not tell that a paragraph goes on.</summary>
    private static bool[] FindLostBreaks(NoticePiece[] pieces)
    {
        var lost = new bool[pieces.Length];
        for (var (first, end) = (0, 0); first < pieces.Length; first = end)
        {
            for (end = first + 1; end < pieces.Length && !pieces[end].StartsLine;) end++;
            lost.AsSpan(first, end - first).Fill(Array.FindIndex(pieces, first + 1, end - first - 1, piece => piece.IsMarked || piece.IsFrame) >= 0);
        }

        var parts = Array.FindAll(pieces, piece => piece.IsMarked || piece.IsFrame);
        if (parts.Count(piece => !piece.StartsLine) * ShareLost >= parts.Length) Array.Fill(lost, true);
        return lost;
    }

    /// <summary>True when a sentence begins a paragraph behind the piece before it at its place.</summary>
    public bool Parts(int before, int piece, int node)
    {
        if (!_placement.AsItStands && MayGoOn(before, piece, node))
        {
            if (IsBreakBetween(before, piece) is { } isBreak) return isBreak;
            if (_mostlyGoesOn) return false;
        }

        return StartsLines(piece);
    }

    /// <summary>True when every copy of a piece begins a line: a line break that one copy does not have was put in by a scraper.</summary>
    public bool StartsLines(int piece) => _placement.Pieces[piece].StartsLine && _copies[piece].All(copy => _placement.Pieces[copy].StartsLine);

    /// <summary>A sentence behind a sentence in a numbered unit; behind a heading nothing goes on.</summary>
    private bool MayGoOn(int before, int piece, int node) =>
        !_placement.Nodes[node].IsRoot && _placement.Pieces[piece].Kind == PieceKind.Sentence && Sentences.IsEnd(_text[_placement.Pieces[before].Span.End - 1]);

    /// <summary>Whether each copy of a piece that stands behind a copy of another one begins a line; null where none stands so.</summary>
    private bool? IsBreakBetween(int before, int piece)
    {
        var stand = _copies[piece].Take(MostCopies).Append(piece).Where(copy => copy > 0 && OriginalOf(copy - 1) == before);
        bool? isBreak = null;
        foreach (var copy in stand)
        {
            if (!_placement.Pieces[copy].StartsLine && !_hasLostBreaks[copy]) return false;
            isBreak = _placement.Pieces[copy].StartsLine || isBreak == true;
        }

        return isBreak;
    }

    private int OriginalOf(int piece) => _placement.Choices[piece].Of is >= 0 and var of ? of : piece;
}
