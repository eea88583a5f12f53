namespace Zhujingban.Corpus.Reuse;

/// <summary>How a folded character is read.</summary>
internal enum CharacterKind : byte
{
    /// <summary>As it is.</summary>
    Letter,

    /// <summary>As it is, and what differs in it is something else: Latin letters, signs.</summary>
    Strict,

    /// <summary>With what follows, as a number.</summary>
    Numeral,

    /// <summary>Not at all, unless it joins two numbers.</summary>
    Punctuation,
}

/// <summary>The kinds of all characters, read from a table.</summary>
internal static class CharacterKinds
{
    private static readonly CharacterKind[] Characters = Classify();

    /// <summary>How a folded character is read.</summary>
    public static CharacterKind Of(char c) => Characters[c];

    private static CharacterKind[] Classify()
    {
        var kinds = new CharacterKind[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            kinds[i] = ReadingNumbers.CanBegin(c) ? CharacterKind.Numeral
                : IsPunctuation(c) ? CharacterKind.Punctuation
                : ReadingNumbers.IsLatin(c) ? CharacterKind.Strict : CharacterKind.Letter;
        }

        return kinds;
    }

    private static bool IsPunctuation(char c) => c is '~' or '。' or '、'
        || (char.IsPunctuation(c) && c is not ('%' or '‰' or '#' or '@' or '*' or '&' or '/' or '\\' or '§'));
}
