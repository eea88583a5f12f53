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

    /// <summary>For each piece that is the first to say something, the ones that say it again, in the order of the source.</summary>
    public ILookup<int, int> Copies() => Enumerable.Range(0, Choices.Length).Where(piece => Choices[piece].Of >= 0).ToLookup(piece => Choices[piece].Of);

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
        var mended = PlacementSearch.Place(pieces, copies, nodes, asItStands: false);
        return mended.Cost + evidence > plain.Cost
            ? new Placement(pieces, families, plainNodes, plain.Choices, true, plain.Cost)
            : new Placement(pieces, copies, nodes, mended.Choices, false, mended.Cost);
    }

    /// <summary>A damaged text placed once more with what this reading has told about copies; the cheaper reading of the two.</summary>
    public Placement ReadAgain()
    {
        if (AsItStands || Pieces.Count > PlacementSearch.LongestNotice) return this;
        var pieces = (NoticePiece[])[.. Pieces];
        var known = new CopyPlaces(pieces, Families, Nodes, Choices);
        if (!known.TellAny) return this;
        var again = PlacementSearch.Place(pieces, Families, Nodes, asItStands: false, known);
        return again.Cost < Cost ? this with { Choices = again.Choices, Cost = again.Cost } : this;
    }
}
