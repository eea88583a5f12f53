using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Where every piece of a notice goes.</summary>
/// <param name="Pieces">The pieces, without boilerplate, in the order of the source, or from the notice's head on and then those before it.</param>
/// <param name="Families">Which of them say the same.</param>
/// <param name="Nodes">The places.</param>
/// <param name="Choices">For each piece its place.</param>
/// <param name="AsItStands">True for a notice that is not damaged: its order is that of the source.</param>
/// <param name="Cost">What this reading costs.</param>
internal sealed record Placement(
    NoticePiece[] Pieces, PieceFamilies Families, OutlineNodes Nodes, PieceChoice[] Choices, bool AsItStands, double Cost)
{
    /// <summary>What a damaged reading must save before a notice is taken for damaged.</summary>
    private const double LeastEvidence = 2;

    /// <summary>The same for each piece: the longer a text is, the more it repeats itself.</summary>
    private const double LeastEvidenceOfPiece = 0.01;

    /// <summary>So much less where a numbered unit stands again: sections share sentences, but not their numbers.</summary>
    private const double ShareOfNumbered = 0.5;

    /// <summary>A shorter one may be a formula: （一）中标单位：无.</summary>
    private const int ShortestNumbered = 10;

    /// <summary>What more damage must save in a text that is known to be damaged.</summary>
    private const double EvidenceBesides = 0.5;

    /// <summary>What a reading from the head on may cost more where the text begins with the number that is next behind its end.</summary>
    private const double EvidenceOfNumber = 1;

    /// <summary>The same where what stands before the head is said again behind it, and has no number: both are one notice, and nothing but the head tells where it begins.</summary>
    private const double EvidenceOfText = 3;

    /// <summary>What costs so much as it stands, and so much more for each piece, is damaged: it need not be searched to know.</summary>
    private const double SurelyDamaged = 8;
    private const double SurelyDamagedOfPiece = 0.05;

    /// <summary>For each piece that says differently what another copy says at its place, the piece there.</summary>
    public IReadOnlyDictionary<int, int> Differing { get; init; } = new Dictionary<int, int>();

    /// <summary>For headings of chapters the piece behind each, where the notice as a whole has told.</summary>
    public IReadOnlyDictionary<int, int> BehindContainers { get; init; } = new Dictionary<int, int>();

    /// <summary>What the notice costs as a whole, where that was asked.</summary>
    public double WholeCost { get; init; }

    /// <summary>For each piece where the notice as a whole has it; -1 for what it took for a copy, which may be none in the end. Empty where that was not asked.</summary>
    public IReadOnlyList<int> Ranks { get; init; } = [];

    /// <summary>For each piece that is the first to say something, the ones that say it again, in the order of the source.</summary>
    public ILookup<int, int> Copies() => Enumerable.Range(0, Choices.Length).Where(piece => Choices[piece].Of >= 0).ToLookup(piece => Choices[piece].Of);

    /// <summary>True for a notice that is not damaged at all: nothing stands twice but rightly.</summary>
    public bool IsUndamaged => AsItStands && IsInSourceOrder && !Array.Exists(Choices, choice => choice.Of >= 0);

    private bool IsInSourceOrder => Enumerable.Range(1, Math.Max(0, Pieces.Length - 1)).All(piece => Pieces[piece - 1].Span.Start < Pieces[piece].Span.Start);

    /// <summary>Places the pieces of a text. Where its sections are shuffled, or it begins in the middle of the notice, another order may be cheaper.</summary>
    public static Placement Of(string text, NoticePiece[] pieces)
    {
        // What heads, titles and ends say is asked in the characters of the rules.
        var read = ScriptOfRules.Of(text);
        var placement = OfOrder(text, pieces, turn: -1);
        // Only where nothing is left to decide the sections are known to be whole: else what stands beside what in the source tells more than their order.
        var shuffled = new ShuffledSections(read, pieces);
        if (shuffled.Sorted() is { } sorted && OfOrder(text, sorted, turn: -1) is { AsItStands: true } inOrder
            && inOrder.Cost + (shuffled.IsHeadOfTextBefore ? -EvidenceBesides : EvidenceBesides) < placement.Cost) return inOrder;
        if (SortedWithoutCopies(text, placement) is { } inOrderOnce && inOrderOnce.Cost + EvidenceBesides < placement.Cost) return inOrderOnce;
        if (placement.Cost <= EvidenceBesides || LateHeads.Find(read, pieces) is not (> 0 and var head) || !LateHeads.MayGoOn(read, pieces, head)) return placement;
        var sharesText = LateHeads.SharesText(read, pieces, head);
        var goesOn = LateHeads.GoesOn(pieces, head) || LateHeads.Announces(read, pieces, head) || sharesText;
        // A title alone may begin another document.
        if (!goesOn && !Array.Exists(pieces, piece => piece.Kind is PieceKind.DocumentNumber or PieceKind.Addressees)) return placement;
        var turned = OfOrder(text, [.. pieces[head..], .. pieces[..head]], pieces.Length - head);
        var evidence = sharesText && !Array.Exists(pieces[..head], piece => piece.IsMarked) ? -EvidenceOfText : goesOn ? -EvidenceOfNumber : EvidenceBesides;
        return turned.Cost + evidence < placement.Cost ? turned : placement;
    }

    /// <summary>The same for a text that says some of it again right behind itself, or has its head again between its sections; null for another.</summary>
    private static Placement? SortedWithoutCopies(string text, Placement placement)
    {
        if (placement.IsUndamaged) return null;
        var pieces = placement.Pieces;
        var of = placement.AsItStands ? Array.ConvertAll(placement.Choices, choice => choice.Of) : HeadsAgain(placement);
        var kept = (int[])[.. Enumerable.Range(0, pieces.Length).Where(piece => of[piece] < 0)];
        if (kept.Length == pieces.Length || new ShuffledSections(ScriptOfRules.Of(text), [.. kept.Select(piece => pieces[piece])]).Sorted() is not { } sorted) return null;
        var places = kept.ToDictionary(piece => pieces[piece].Span.Start);
        var order = sorted.Select(piece => places[piece.Span.Start]).Concat(Enumerable.Range(0, pieces.Length).Except(kept)).ToArray();
        var ranks = new int[pieces.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        var reordered = Array.ConvertAll(order, piece => pieces[piece]);
        return WithoutRestarts(text, reordered, new PieceFamilies(text, reordered), Array.ConvertAll(order, piece => of[piece] is >= 0 and var first ? ranks[first] : -1));
    }

    /// <summary>For each part of a head the first one that says the same, where the text says nothing else again; -1 for others.</summary>
    private static int[] HeadsAgain(Placement placement)
    {
        var (pieces, families) = (placement.Pieces, placement.Families);
        var of = new int[pieces.Length];
        Array.Fill(of, -1);
        var first = new Dictionary<(PieceKind Kind, int Family), int>();
        var again = of.ToArray();
        for (var piece = 0; piece < of.Length; piece++)
        {
            var key = (pieces[piece].StandsInHead ? pieces[piece].Kind : PieceKind.Sentence, families.FamilyOf(piece));
            if (first.TryAdd(key, piece)) continue;
            if (pieces[piece].StandsInHead && families.AreCopies(piece, first[key])) again[piece] = first[key];
            else if (families.Traits.Weights[piece] >= PlacementCosts.ShortItem || (pieces[piece].IsMarked && NumberingKinds.IsContainer(pieces[piece].Mark.Kind))) return of;
        }

        return again;
    }

    private static Placement OfOrder(string text, NoticePiece[] pieces, int turn)
    {
        var families = new PieceFamilies(text, pieces);
        var restarts = Restarts.Find(pieces, families, turn);
        if (WithoutRestarts(text, pieces, families, restarts) is { } once) return once;
        var plain = AsTheyStand(pieces, families);
        if (plain.Cost <= ShareOfNumbered * EvidenceFor(pieces)) return plain;
        if (FusedFragments.Part(text, pieces, families) is var parted && parted != pieces)
        {
            (families, restarts) = (new PieceFamilies(text, pieces = parted), null);
            plain = AsTheyStand(pieces, families);
        }

        var copies = families.WithContext(text, pieces);
        var more = Restarts.Find(pieces, copies, turn);
        // What is left without the same restarts is the same text, and is damaged still.
        var isKnown = more is null || (restarts is not null && more.AsSpan().SequenceEqual(restarts));
        return (isKnown ? null : WithoutRestarts(text, pieces, copies, more)) ?? WithTwins(text, Likelier(plain, copies, EvidenceFor(pieces)));
    }

    /// <summary>
    /// The pieces of a text that says nothing again but right behind itself, each time with its like: an undamaged notice that was taken in pages. Null for
    /// another text.
    /// </summary>
    private static Placement? WithoutRestarts(string text, NoticePiece[] pieces, PieceFamilies families, int[]? of)
    {
        if (of is null) return null;
        var kept = (int[])[.. Enumerable.Range(0, pieces.Length).Where(piece => of[piece] < 0)];
        var once = (NoticePiece[])[.. kept.Select(piece => pieces[piece])];
        var onceFamilies = families.Among(text, kept, once);
        var placement = AsTheyStand(once, onceFamilies);
        if (placement.Cost > SurelyDamaged + (SurelyDamagedOfPiece * once.Length)) return null;
        if (placement.Cost > EvidenceBesides && !Likelier(placement, onceFamilies.WithContext(text, once), EvidenceBesides).AsItStands) return null;

        if (of[1] == 0 && IsTitleOfCollection(pieces, of)) of[1] = -1;
        var choices = new PieceChoice[pieces.Length];
        Array.Fill(choices, placement.Choices[0]);
        for (var i = 0; i < kept.Length; i++) choices[kept[i]] = placement.Choices[i];
        for (var i = 0; i < pieces.Length; i++)
        {
            if (of[i] >= 0) choices[i] = choices[of[i]] with { Of = of[i] };
        }

        return placement with { Pieces = pieces, Families = families, Choices = choices };
    }

    /// <summary>
    /// Collections print a title over the document, title and all. What stands on one line with it is no such title where the text says more again.
    /// </summary>
    private static bool IsTitleOfCollection(NoticePiece[] pieces, int[] of) => pieces[0].Kind == PieceKind.Title && !of.AsSpan(2).Contains(0)
        && (pieces[1].StartsLine || !of.AsSpan(2).ContainsAnyInRange(0, int.MaxValue));

    private static double EvidenceFor(NoticePiece[] pieces) => LeastEvidence + (LeastEvidenceOfPiece * pieces.Length);

    private static Placement AsTheyStand(NoticePiece[] pieces, PieceFamilies families)
    {
        var nodes = new OutlineNodes();
        var (choices, cost) = PlacementSearch.Place(pieces, families, nodes, asItStands: true);
        return new Placement(pieces, families, nodes, choices, true, cost);
    }

    /// <summary>The reading of a damaged text where passages that differ in what matters are two: what they share tells nothing of whether a text is damaged.</summary>
    private static Placement WithTwins(string text, Placement damaged)
    {
        if (damaged.AsItStands || damaged.Families.WithTwins(text, damaged.Pieces) is var families && families == damaged.Families) return damaged;
        var nodes = new OutlineNodes();
        var (choices, cost) = PlacementSearch.Place(damaged.Pieces, families, nodes, asItStands: false);
        return new Placement(damaged.Pieces, families, nodes, choices, false, cost);
    }

    /// <summary>The reading of the pieces as they stand, or the one as damaged where that saves enough.</summary>
    private static Placement Likelier(Placement plain, PieceFamilies copies, double evidence)
    {
        var pieces = plain.Pieces;
        var nodes = new OutlineNodes();
        var (choices, cost) = PlacementSearch.Place(pieces, copies, nodes, asItStands: false);
        if (Enumerable.Range(0, pieces.Length).Any(piece => choices[piece].Of >= 0 && pieces[piece].IsMarked && copies.Traits.Weights[piece] >= ShortestNumbered)) evidence *= ShareOfNumbered;
        return cost + evidence > plain.Cost ? plain : new Placement(pieces, copies, nodes, choices, false, cost);
    }
}
