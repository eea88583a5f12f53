using System.Globalization;
using System.Text;

namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>What part a character of a folded text has in search.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Punctuation, white space, symbols: found by nothing, and nothing is found across it.</summary>
    Separator,

    /// <summary>A character of a script written without spaces (Han, kana, bopomofo, Hangul): findable by itself.</summary>
    Ideograph,

    /// <summary>A letter, digit or mark of another script: part of a word, which is found as a whole.</summary>
    Word,
}

/// <summary>The class of each character.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] BasicPlane = [.. Enumerable.Range(0, char.MaxValue + 1).Select(Classify)];

    /// <summary>The class of the character at a place, and its length in code units; a lone surrogate is a separator.</summary>
    public static CharacterClass At(ReadOnlySpan<char> text, int at, out int character, out int length)
    {
        character = text[at];
        length = 1;
        if (!char.IsSurrogate(text[at])) return BasicPlane[text[at]];
        if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return CharacterClass.Separator;
        character = char.ConvertToUtf32(text[at], text[at + 1]);
        length = 2;
        return Classify(character);
    }

    private static CharacterClass Classify(int character)
    {
        if (character is >= 0xD800 and <= 0xDFFF) return CharacterClass.Separator;
        return Rune.GetUnicodeCategory(new Rune(character)) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber =>
                IsWrittenWithoutSpaces(character) ? CharacterClass.Ideograph : CharacterClass.Word,
            _ => IsUnassignedHan(character) ? CharacterClass.Ideograph : CharacterClass.Separator,
        };
    }

    private static bool IsWrittenWithoutSpaces(int character) => character is
        (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3005 and <= 0x3007) or (>= 0x3021 and <= 0x302F)
        or (>= 0x3031 and <= 0x318F) or (>= 0x31A0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x1AFF0 and <= 0x1B16F)
        or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>The two planes are reserved for Han; characters newer than the runtime's tables are characters all the same.</summary>
    private static bool IsUnassignedHan(int character) => character is >= 0x20000 and <= 0x3FFFD;
}
