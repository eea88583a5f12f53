namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Parts what says the same into what belongs together, each part with a first piece of its own.</summary>
internal static class PartedFamilies
{
    /// <summary>What the pieces are like where those of a family that are given one number are a family. What is cut off stays with its whole, but where it has a number.</summary>
    /// <param name="likeness">What each piece is like.</param>
    /// <param name="parts">The numbers of some pieces; the others of their families stay together.</param>
    public static Likeness[] Part(Likeness[] likeness, IReadOnlyDictionary<int, int> parts)
    {
        var firsts = new Dictionary<(int Family, int Part), int>();
        for (var i = 0; i < likeness.Length; i++)
        {
            if (parts.ContainsKey(i) || likeness[i].Kind != LikenessKind.CutOff) firsts.TryAdd(KeyOf(i), i);
        }

        var parted = new Likeness[likeness.Length];
        for (var i = 0; i < likeness.Length; i++)
            parted[i] = !firsts.TryGetValue(KeyOf(i), out var first) ? likeness[i] : first == i ? new Likeness(LikenessKind.First, i, 1, LikenessReasons.First) : Like(i, first);
        return parted;

        (int Family, int Part) KeyOf(int piece) => (likeness[piece].Of, parts.GetValueOrDefault(piece, -1));

        // What is near to the one that was first is as near to its equals.
        Likeness Like(int piece, int first)
        {
            var isWhole = likeness[piece].Kind is LikenessKind.First or LikenessKind.Equal || (likeness[piece].Kind == LikenessKind.CutOff && parts.ContainsKey(piece));
            return !isWhole ? likeness[piece] with { Of = first }
                : likeness[first].Kind == LikenessKind.Near ? likeness[first] with { Of = first } : new Likeness(LikenessKind.Equal, first, 1, LikenessReasons.SentenceEqual);
        }
    }
}
