namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>So many of so many.</summary>
internal readonly record struct Share(int Hits, int Of)
{
    public double Value => Of == 0 ? 1 : (double)Hits / Of;

    public static Share operator +(Share a, Share b) => new(a.Hits + b.Hits, a.Of + b.Of);
}

/// <summary>Precision and recall, by counts.</summary>
internal readonly record struct Retrieval(int Right, int Wrong, int Missed)
{
    public double Precision => new Share(Right, Right + Wrong).Value;

    public double Recall => new Share(Right, Right + Missed).Value;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Retrieval operator +(Retrieval a, Retrieval b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);
}

/// <summary>How well one notice was cleaned.</summary>
internal sealed record CleaningScore(NoticeTruth Truth)
{
    /// <summary>Code units in no part or in two, and units whose text is not that of their spans.</summary>
    public int Faults { get; init; }

    /// <summary>Characters of the notice that stand in the source and in no unit.</summary>
    public int LostCharacters { get; init; }

    public Share DecoysMerged { get; init; }

    public Retrieval Duplicates { get; init; }

    /// <summary>Units found again, by path and text; a neighbour of the same path may have been taken into one unit with them.</summary>
    public Share Units { get; init; }

    /// <summary>Units found again one by one, nothing forgiven.</summary>
    public Share UnitsStrictly { get; init; }

    /// <summary>Of the units found again one by one: those of the right kind.</summary>
    public Share Kinds { get; init; }

    /// <summary>Of the characters that are typos in a sentence that stands elsewhere too: those that were kept.</summary>
    public Share TyposKept { get; init; }

    /// <summary>Kendall's tau over the sentences that were kept.</summary>
    public double Order { get; init; }

    public Retrieval Gaps { get; init; }

    /// <summary>Of the missing marks that were named: those between the units that they are missing between.</summary>
    public Share GapsPlaced { get; init; }

    /// <summary>Contradictions between the dates.</summary>
    public Retrieval Conflicts { get; init; }

    /// <summary>Texts that break off.</summary>
    public Retrieval BreakOffs { get; init; }

    /// <summary>Passages without a home that were asked about.</summary>
    public Share Questions { get; init; }

    public int SpuriousQuestions { get; init; }

    /// <summary>Units of the output that stand for nothing of the notice, or wrongly.</summary>
    public int ExtraUnits { get; init; }

    /// <summary>Which of the notice's units were found again, and which were expected.</summary>
    public required IReadOnlyDictionary<int, bool> Found { get; init; }

    /// <summary>The output's units that stand for something of the notice.</summary>
    public required IReadOnlySet<string> Fitting { get; init; }

    /// <summary>What went wrong, in characters or so: the order of the worst documents.</summary>
    public double Badness => (Faults * 10) + LostCharacters + (DecoysMerged.Hits * 40) + Duplicates.Wrong + Duplicates.Missed
        + ((Units.Of - Units.Hits) * 30) + ((1 - Order) * 200) + ((Gaps.Wrong + Gaps.Missed + BreakOffs.Wrong + BreakOffs.Missed) * 15)
        + ((GapsPlaced.Of - GapsPlaced.Hits + Conflicts.Wrong + Conflicts.Missed) * 15)
        + ((Questions.Of - Questions.Hits + SpuriousQuestions) * 15);
}
