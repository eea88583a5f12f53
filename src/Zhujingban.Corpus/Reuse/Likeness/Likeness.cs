namespace Zhujingban.Corpus.Reuse;

/// <summary>What a piece is like.</summary>
/// <param name="Kind">How it stands to <paramref name="Of"/>.</param>
/// <param name="Of">
/// The index of the first piece of the class that it is like, whose own kind is <see cref="LikenessKind.First"/>: never a chain; its own
/// index for a first piece. It stands before the piece, except for <see cref="LikenessKind.CutOff"/>, where the whole may come later.
/// </param>
/// <param name="Similarity">
/// 1 for an equal piece and below 1 for every other: 1 - edits / length of the longer one, over the pieces as folded for comparison
/// (<see cref="ComparisonFolding"/>); at least one edit is counted, also where folding leaves no difference. 0 is possible: 二○一一年
/// 一月二十九日 and 2011-01-29 have no character in common. For <see cref="LikenessKind.CutOff"/> it is the share of the whole, over letters and numbers.
/// </param>
/// <param name="Reason">The rule that decided: one of <see cref="LikenessReasons"/>.</param>
internal readonly record struct Likeness(LikenessKind Kind, int Of, double Similarity, string Reason);

/// <summary>The rules that decide what a piece is like.</summary>
internal static class LikenessReasons
{
    /// <summary>Nothing is like it.</summary>
    public const string First = "first";

    /// <summary>The same characters but for white space.</summary>
    public const string SentenceEqual = "sentence-equal";

    /// <summary>The same after folding: width, script, kind of bracket or quotation mark, case.</summary>
    public const string FormDiffers = "form-differs";

    /// <summary>Punctuation is missing, doubled or another one.</summary>
    public const string PunctuationDiffers = "punctuation-differs";

    /// <summary>A date is written in another form.</summary>
    public const string DateFormDiffers = "date-form-differs";

    /// <summary>A number is written in another form.</summary>
    public const string NumberFormDiffers = "number-form-differs";

    /// <summary>Single characters are slips of the pen.</summary>
    public const string CharacterDiffers = "character-differs";

    /// <summary>Single characters are added or dropped by a slip of the pen.</summary>
    public const string CharacterMissing = "character-missing";

    /// <summary>Only the mark in front is missing.</summary>
    public const string MarkMissing = "cut-off-mark";

    /// <summary>The head is cut off, in the middle of a clause.</summary>
    public const string HeadCutOff = "cut-off-head";

    /// <summary>The tail is cut off, in the middle of a clause.</summary>
    public const string TailCutOff = "cut-off-tail";

    /// <summary>Head and tail are cut off.</summary>
    public const string BothCutOff = "cut-off-both";
}
