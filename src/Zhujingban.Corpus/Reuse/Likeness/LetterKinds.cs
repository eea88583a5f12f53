namespace Zhujingban.Corpus.Reuse;

/// <summary>What is known of a letter of a reading.</summary>
[Flags]
internal enum LetterKinds : byte
{
    /// <summary>A letter like any other.</summary>
    None = 0,

    /// <summary>Punctuation, the piece's beginning or its mark stands before it.</summary>
    Border = 1,

    /// <summary>It belongs to a number, a mark, a Latin word or a sign: what differs in it is something else.</summary>
    Number = 2,
}

/// <summary>A number or date of a piece.</summary>
/// <param name="Start">Where it begins in the folded piece.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsDate">True for a whole date.</param>
internal readonly record struct NumberToken(int Start, int End, bool IsDate);
