namespace Zhujingban.Corpus.Reuse;

/// <summary>Tells the end of a sentence that stands by itself because it was cut off from one that does so because a line ends in the sentence.</summary>
internal static class BrokenLines
{
    /// <summary>So many letters before the end of two sentences are no chance.</summary>
    private const int Least = 2;

    /// <summary>
    /// True when what stands before an end says with it another sentence than the one that ends so elsewhere: it ends as that one does there, and is not all of
    /// its beginning. 第五条　杭州、天水等地 / 牵头组织 beside 第六条　杭州、南京等地牵头组织.
    /// </summary>
    /// <param name="before">What stands before the end.</param>
    /// <param name="beginning">What the other sentence has before it, behind its mark.</param>
    public static bool GoesOn(ReadOnlySpan<char> before, ReadOnlySpan<char> beginning)
    {
        for (var common = 0; ; common++)
        {
            before = Trimmed(before);
            beginning = Trimmed(beginning);
            if (before.IsEmpty || beginning.IsEmpty) return false;
            if (before[^1] != beginning[^1]) return common >= Least;
            before = before[..^1];
            beginning = beginning[..^1];
        }
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && (char.IsWhiteSpace(text[^1]) || char.IsPunctuation(text[^1]))) text = text[..^1];
        return text;
    }
}
