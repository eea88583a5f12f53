namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>The smallest thing that can be found in a folded text: an ideograph, or a word.</summary>
/// <param name="Ideograph">The code point of an ideograph; -1 for a word.</param>
/// <param name="Start">Where its characters start in the folded text.</param>
/// <param name="End">Where they end.</param>
/// <param name="Position">Its place: one more than its neighbour's, two more across separators.</param>
/// <param name="Part">What part of a word it is; <see cref="WordPart.Whole"/> for ideographs.</param>
internal readonly record struct Unit(int Ideograph, int Start, int End, int Position, WordPart Part)
{
    /// <summary>True for an ideograph.</summary>
    public bool IsIdeograph => Ideograph >= 0;

    /// <summary>True when two ideographs adjoin.</summary>
    public bool IsRunWith(Unit next) => IsIdeograph && next.IsIdeograph && next.Position == Position + 1;
}

/// <summary>Words longer than a term may be are cut; a part is never taken for a whole word.</summary>
[Flags]
internal enum WordPart : byte
{
    /// <summary>The whole word.</summary>
    Whole = 0,

    /// <summary>There is more of the word before it.</summary>
    Continued = 1,

    /// <summary>There is more of the word behind it.</summary>
    Continues = 2,
}

/// <summary>A further term at a place of the text: a document number or date in its normal form, the digits of 第12条.</summary>
/// <param name="Term">The term.</param>
/// <param name="Start">Where what it stands for starts in the folded text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Position">Its place among the units.</param>
internal readonly record struct Alias(string Term, int Start, int End, int Position);
