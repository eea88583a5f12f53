namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Where every piece of a notice goes.</summary>
/// <param name="Pieces">The pieces, without boilerplate, in the order of the source.</param>
/// <param name="Families">Which of them say the same.</param>
/// <param name="Nodes">The places.</param>
/// <param name="Choices">For each piece its place.</param>
/// <param name="AsItStands">True for a notice that is not damaged: its order is that of the source.</param>
/// <param name="Cost">What this reading costs.</param>
internal sealed record Placement(
    IReadOnlyList<NoticePiece> Pieces, PieceFamilies Families, OutlineNodes Nodes, PieceChoice[] Choices, bool AsItStands, double Cost)
{
    /// <summary>What a damaged reading must save before a notice is taken for damaged.</summary>
    private const double LeastEvidence = 4;

    /// <summary>The same for each piece: the longer a text is, the more it repeats itself.</summary>
    private const double LeastEvidenceOfPiece = 0.025;

    /// <summary>For each piece that says differently what another copy says at its place, the piece there.</summary>
    public IReadOnlyDictionary<int, int> Differing { get; init; } = new Dictionary<int, int>();

    /// <summary>Places the pieces of a text.</summary>
    public static Placement Of(string text, NoticePiece[] pieces)
    {
        var families = new PieceFamilies(text, pieces);
        var plainNodes = new OutlineNodes();
        var plain = PlacementSearch.Place(pieces, families, plainNodes, asItStands: true);
        var evidence = LeastEvidence + (LeastEvidenceOfPiece * pieces.Length);
        if (plain.Cost <= evidence) return new Placement(pieces, families, plainNodes, plain.Choices, true, plain.Cost);
        var copies = families.WithContext(text, pieces);
        var nodes = new OutlineNodes();
        var mended = PlaceTwice(pieces, copies, nodes);
        return mended.Cost + evidence > plain.Cost
            ? new Placement(pieces, families, plainNodes, plain.Choices, true, plain.Cost)
            : new Placement(pieces, copies, nodes, mended.Choices, false, mended.Cost);
    }

    /// <summary>Places the pieces of a damaged text, and once more with what the first reading has told about copies; the cheaper reading is taken.</summary>
    private static (PieceChoice[] Choices, double Cost) PlaceTwice(NoticePiece[] pieces, PieceFamilies copies, OutlineNodes nodes)
    {
        var first = PlacementSearch.Place(pieces, copies, nodes, asItStands: false);
        if (pieces.Length > PlacementSearch.LongestNotice) return first;
        var known = new CopyPlaces(pieces, copies, nodes, first.Choices);
        if (!known.TellAny) return first;
        var second = PlacementSearch.Place(pieces, copies, nodes, asItStands: false, known);
        return second.Cost < first.Cost ? second : first;
    }
}
