namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Which pieces say the same.</summary>
internal sealed class PieceFamilies
{
    /// <summary>What each piece is like by itself, whatever it is taken for.</summary>
    private readonly Likeness[] _found;

    /// <summary>What it is taken for.</summary>
    private readonly Likeness[] _likeness;
    private readonly IReadOnlyDictionary<int, int> _notes;
    private readonly bool[] _hasCopies;
    private readonly bool[] _inRun;
    private readonly bool[] _sharedTails;

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    public PieceFamilies(string text, NoticePiece[] pieces)
        : this(text, pieces, PieceLikeness.Find(text, [.. pieces.Select(piece => piece.Span)]), new PieceTraits(text, pieces))
    {
    }

    private PieceFamilies(string text, NoticePiece[] pieces, Likeness[] found, PieceTraits traits)
        : this(text, pieces, found, [.. found], traits, TitleTails.Find(text, pieces))
    {
    }

    private PieceFamilies(
        string text, NoticePiece[] pieces, Likeness[] found, Likeness[] likeness, PieceTraits traits, IReadOnlyDictionary<int, PieceFragment> fragments)
    {
        (_found, _likeness, Traits) = (found, likeness, traits);
        PartNames(text, pieces);
        _notes = NotesAgain.Find(text, pieces, _likeness);
        _likeness = NotesAgain.Settle(pieces, _likeness, _notes);
        foreach (var (fragment, (whole, isHead)) in fragments)
        {
            var share = (double)pieces[fragment].Span.Length / Math.Max(pieces[whole].Span.Length, pieces[fragment].Span.Length);
            if (_likeness[fragment].Kind == LikenessKind.First) _likeness[fragment] = new Likeness(LikenessKind.CutOff, _likeness[whole].Of, share, isHead ? LikenessReasons.TailCutOff : LikenessReasons.HeadCutOff);
        }

        BeforeInFamily = new int[pieces.Length];
        _hasCopies = new bool[pieces.Length];
        var last = new int[pieces.Length];
        Array.Fill(last, -1);
        for (var i = 0; i < pieces.Length; i++)
        {
            BeforeInFamily[i] = last[FamilyOf(i)];
            _hasCopies[FamilyOf(i)] = BeforeInFamily[i] >= 0;
            last[FamilyOf(i)] = i;
        }

        _inRun = RunsSaidAgain.Find(this, pieces.Length);
        _sharedTails = SharedTails.Find(this, pieces);
    }

    /// <summary>The pieces of passages that have families of their own.</summary>
    private IReadOnlyDictionary<int, int> Passages { get; init; } = new Dictionary<int, int>();

    /// <summary>An office's signature is no part of the title that begins with its name: a part of the frame is like its own kind only.</summary>
    private void PartNames(string text, NoticePiece[] pieces)
    {
        var known = new Dictionary<(PieceKind, string), int>();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (!pieces[i].IsFrame || pieces[i].Kind == PieceKind.Title || _likeness[i].Kind != LikenessKind.CutOff || pieces[_likeness[i].Of].Kind == pieces[i].Kind) continue;
            var name = (pieces[i].Kind, pieces[i].Span.Of(text));
            _likeness[i] = known.TryGetValue(name, out var first) ? new Likeness(LikenessKind.Equal, first, 1, LikenessReasons.SentenceEqual) : new Likeness(LikenessKind.First, i, 1, LikenessReasons.First);
            known.TryAdd(name, i);
        }
    }

    /// <summary>Some of the pieces, as if the others were not there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kept">The numbers of the pieces.</param>
    /// <param name="pieces">The pieces.</param>
    public PieceFamilies Among(string text, int[] kept, NoticePiece[] pieces) => PieceLikeness.Among(_found, kept) is { } found
        ? new PieceFamilies(text, pieces, found, new PieceTraits(text, pieces)) : new PieceFamilies(text, pieces);

    /// <summary>The same pieces, with fragments and copies that only what stands around them shows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    public PieceFamilies WithContext(string text, NoticePiece[] pieces)
    {
        Likeness[] likeness = [.. _likeness];
        foreach (var (twin, first) in TwinBeginnings.Find(text, pieces, this))
            likeness[twin] = twin == first ? new Likeness(LikenessKind.First, twin, 1, LikenessReasons.First) : new Likeness(LikenessKind.Equal, first, 1, LikenessReasons.SentenceEqual);
        var found = new PieceFamilies(text, pieces, _found, likeness, Traits, SentenceFragments.Find(text, pieces, this));
        var copies = CopiesInContext.Find(text, pieces, found);
        return found.WithCopies(text, pieces, copies);
    }

    /// <summary>The same pieces of a text that is known to be damaged, where some say the same as others but in a passage of their own: each passage has its own families.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    public PieceFamilies WithTwins(string text, NoticePiece[] pieces)
    {
        var passages = TwinPassages.Find(text, pieces, this);
        if (passages.Count == 0) return this;
        var likeness = PartedFamilies.Part(_likeness, passages);
        // What are fragments is known by now.
        return new PieceFamilies(text, pieces, _found, likeness, Traits, new Dictionary<int, PieceFragment>()) { Passages = passages };
    }

    /// <summary>The same pieces, some of which are copies of others all the same, with all that say what they say.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="copies">Pairs of pieces that say the same, how alike they are, and the rule.</param>
    public PieceFamilies WithCopies(string text, NoticePiece[] pieces, IEnumerable<PieceCopy> copies)
    {
        var joined = new Dictionary<int, Likeness>();
        foreach (var (one, other, similarity, reason) in copies)
        {
            var (a, b) = (RootOf(FamilyOf(one)), RootOf(FamilyOf(other)));
            if (a != b) joined[Math.Max(a, b)] = new Likeness(LikenessKind.Near, Math.Min(a, b), similarity, reason);
        }

        if (joined.Count == 0) return this;
        var likeness = Array.ConvertAll(_likeness, known => !joined.TryGetValue(known.Of, out var copy) ? known
            : (known.Kind == LikenessKind.CutOff ? known : copy) with { Of = RootOf(known.Of) });
        return new PieceFamilies(text, pieces, _found, likeness, Traits, new Dictionary<int, PieceFragment>()) { Passages = Passages };

        int RootOf(int family)
        {
            for (; joined.TryGetValue(family, out var copy); family = copy.Of)
            {
                if (joined.TryGetValue(copy.Of, out var next)) joined[family] = copy with { Of = next.Of };
            }

            return family;
        }
    }

    /// <summary>What holds of the pieces whatever they are taken for.</summary>
    public PieceTraits Traits { get; }

    /// <summary>For each piece the last one before it that says the same or is cut off from the same; -1 for none.</summary>
    public int[] BeforeInFamily { get; }

    /// <summary>True for a note on a line of its own that the sentence before it ends with.</summary>
    public bool IsNoteAgain(int piece) => _notes.ContainsKey(piece);

    /// <summary>True when another piece says the same.</summary>
    public bool HasCopies(int piece) => _hasCopies[FamilyOf(piece)];

    /// <summary>True when a piece and one beside it say again, in the same order, what two others say that stand side by side.</summary>
    public bool IsInRun(int piece) => _inRun[piece];

    /// <summary>True for one of the sentences that a line ends with as others do, where each of these lines begins with something of its own.</summary>
    public bool IsInSharedTail(int piece) => _sharedTails[piece];

    /// <summary>The first piece of those that say the same.</summary>
    public int FamilyOf(int piece) => _likeness[piece].Of;

    /// <summary>True when a piece is no whole sentence but a part of one that stands elsewhere.</summary>
    public bool IsCutOff(int piece) => _likeness[piece].Kind == LikenessKind.CutOff;

    /// <summary>True when one piece of a family can stand for another: of two parts of a sentence only when they are the same part.</summary>
    public bool AreCopies(int one, int other) => !IsCutOff(one) || !IsCutOff(other)
        || (_likeness[one].Reason == _likeness[other].Reason && _likeness[one].Similarity.Equals(_likeness[other].Similarity));

    /// <summary>True for two pieces that say the same by themselves, but as parts of two passages.</summary>
    public bool AreTwins(int one, int other) => (Passages.ContainsKey(one) || Passages.ContainsKey(other)) && _found[one].Of == _found[other].Of && FamilyOf(one) != FamilyOf(other);

    /// <summary>How alike two pieces of a family are, and by which rule.</summary>
    public (double Similarity, string Reason) Compare(int one, int other)
    {
        var (a, b) = (_likeness[one], _likeness[other]);
        var worse = a.Similarity <= b.Similarity ? a : b;
        return (worse.Similarity, worse.Kind == LikenessKind.First ? LikenessReasons.SentenceEqual : worse.Reason);
    }
}
