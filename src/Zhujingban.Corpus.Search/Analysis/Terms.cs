namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>
/// How terms are written: an ideograph as itself, a bigram as its two characters, a word as it is, a document number as
/// <c>〔2010〕8号</c>, a date as <c>@2010-01-19</c>, what separates two units as a blank. None can be mistaken for another: words
/// hold no ideographs, only document numbers begin with a bracket, and only dates with a mark that no word holds.
/// </summary>
internal static class Terms
{
    /// <summary>The longest word that is one term, in code units; a longer one is cut into parts.</summary>
    public const int LongestWord = 64;

    /// <summary>Stands at the position that separators leave free between two units.</summary>
    public const string Separator = " ";

    /// <summary>Marks where a part of a word was cut off; no word holds it.</summary>
    private const string Cut = "\u0001";

    /// <summary>What the term of a date begins with, so that no beginning of a word is one of a date.</summary>
    private const char Date = '@';

    /// <summary>The term of a word, or of a part of one.</summary>
    public static string OfWord(ReadOnlySpan<char> word, WordPart part) =>
        part == WordPart.Whole ? word.ToString() : string.Concat(
            part.HasFlag(WordPart.Continued) ? Cut : "", word, part.HasFlag(WordPart.Continues) ? Cut : "");

    /// <summary>The term of a document number's year and number.</summary>
    public static string OfDocumentNumber(int year, int number) => $"〔{year}〕{number}号";

    /// <summary>The term of a date, by its ISO 8601 form.</summary>
    public static string OfDate(string iso) => Date + iso;

    /// <summary>True for the term of a date.</summary>
    public static bool IsDate(string term) => term.StartsWith(Date);

    /// <summary>True for the term of a document number or date.</summary>
    public static bool IsReference(string term) => IsDocumentNumber(term) || IsDate(term);

    /// <summary>A term as a reader writes it.</summary>
    public static string Readable(string term) => IsDate(term) ? term[1..] : term.Replace(Cut, "", StringComparison.Ordinal);

    /// <summary>True for the term of a document number.</summary>
    public static bool IsDocumentNumber(string term) => term.StartsWith('〔');
}
