using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse;

/// <summary>What may not change between two pieces that say the same: lists of characters and words, each a resource with its source or reason.</summary>
internal static class ProtectedWords
{
    private const string PlaceEndings = "省市县区州镇乡村旗盟岛";
    private const string Appointing = "由命去聘派请";

    /// <summary>What is done with an office (报市政府, 经省政府同意): right before 市 or 省 these end no name of a place.</summary>
    private const string Addressing = "报呈抄送经请";

    private const int LongestPlace = 6;
    private const int LongestGivenName = 2;

    /// <summary>So far behind a letter of a company's name the name ends at most.</summary>
    private const int LongestOfCompany = 10;

    private static readonly HashSet<char> Negations = Characters("negations.txt");
    private static readonly HashSet<char> Qualifiers = [.. Characters("qualifiers.txt"), .. Characters("modals.txt")];
    private static readonly HashSet<char> Modals = Characters("modals.txt");
    private static readonly HashSet<char> Particles = Characters("particles.txt");
    private static readonly HashSet<char> Surnames = Characters("surnames.txt");
    private static readonly HashSet<int> Opposed = Pairs("opposed-characters.txt");
    private static readonly HashSet<int> Spellings = Pairs("spelling-variants.txt");
    private static readonly HashSet<int> Titles = [.. WordList.Load("titles-before-names.txt").Select(word => Pair(word[0], word[1]))];
    private static readonly HashSet<int> NameEndings = [.. WordList.Load("name-endings.txt").Select(word => Pair(word[0], word[1]))];
    private static readonly string[] Measures = [.. WordList.Load("units-of-measure.txt").OrderByDescending(unit => unit.Length)];
    private static readonly HashSet<string> Places = [.. WordList.Load("place-names.txt").SelectMany(line => line.Split(' '))];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlaceLookup = Places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when a text begins with the name of a province or of a city of prefecture level.</summary>
    public static bool StartsWithPlace(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(text.Length, LongestPlace); length > 1; length--)
        {
            if (PlaceLookup.Contains(text[..length])) return true;
        }

        return false;
    }

    /// <summary>True for a character that allows or obliges.</summary>
    public static bool IsModal(char c) => Modals.Contains(c);

    /// <summary>True for a character that denies or forbids.</summary>
    public static bool IsNegation(char c) => Negations.Contains(c);

    /// <summary>The same of a letter at its place: 没 denies nothing before what it never stands before, as in 没备 for 设备.</summary>
    public static bool IsNegation(PieceReading piece, int at) => IsNegation(piece.Letters[at]) && (piece.Letters[at] != '没' || !double.IsNegativeInfinity(Affinity(piece, at)));

    /// <summary>True for a character that changes what a word means when it is added.</summary>
    public static bool IsQualifier(char c) => Qualifiers.Contains(c);

    /// <summary>True for a surname.</summary>
    public static bool IsSurname(char c) => Surnames.Contains(c);

    /// <summary>True for two characters of one kind: one in the place of another says something else.</summary>
    public static bool AreOpposed(char left, char right) => Opposed.Contains(Pair(left, right));

    /// <summary>True for two characters that are written for one another.</summary>
    public static bool AreSpellings(char left, char right) => Spellings.Contains(Pair(left, right));

    /// <summary>True for a character that may be added or left out without saying anything else.</summary>
    public static bool IsParticle(char c) => Particles.Contains(c);

    /// <summary>True when a letter and the one behind it make a word.</summary>
    public static bool IsWord(PieceReading piece, int at) => IsWord(piece, at, at + 1);

    /// <summary>How much more often than by chance a letter and the one behind it meet, in bits.</summary>
    public static double Affinity(PieceReading piece, int at) => at < 0 || HasBorder(piece, at + 1)
        ? double.NegativeInfinity : CharacterPairs.Instance.Affinity(piece.Letters[at], piece.Letters[at + 1]);

    /// <summary>True when two letters would make a word, were nothing between them.</summary>
    public static bool IsWord(PieceReading piece, int first, int second)
    {
        if (first < 0 || second >= piece.Letters.Length) return false;
        for (var i = first + 1; i <= second; i++)
        {
            if (HasBorder(piece, i)) return false;
        }

        return CharacterPairs.Instance.IsWord(piece.Letters[first], piece.Letters[second]);
    }

    /// <summary>How likely a letter is at its place, in bits.</summary>
    public static double Likelihood(PieceReading piece, int at) => CharacterPairs.Instance.Likelihood(
        at > 0 && !HasBorder(piece, at) ? piece.Letters[at - 1] : null, piece.Letters[at], HasBorder(piece, at + 1) ? null : piece.Letters[at + 1]);

    /// <summary>True when a letter is in a word of two.</summary>
    public static bool IsInWord(PieceReading piece, int at) => IsWord(piece, at - 1) || IsWord(piece, at);

    /// <summary>True when a letter is in the name of a province or a city.</summary>
    public static bool IsInPlace(PieceReading piece, int at)
    {
        for (var start = Math.Max(0, at - LongestPlace + 1); start <= at; start++)
        {
            for (var end = Math.Max(at + 1, start + 2); end <= Math.Min(start + LongestPlace, piece.Letters.Length); end++)
            {
                if (PlaceLookup.Contains(piece.Letters[start..end])) return true;
            }
        }

        return false;
    }

    /// <summary>True when the letter may end or continue the name of a place, an office or a company that no list knows: what ends such a name follows.</summary>
    public static bool IsInUnknownName(PieceReading piece, int at)
    {
        if (Addressing.Contains(piece.Letters[at]) && at + 1 < piece.Letters.Length && PlaceEndings.Contains(piece.Letters[at + 1])) return false;
        if (IsPlaceEnding(piece, at + 1) && !IsWord(piece, at)) return true;
        var known = IsInWord(piece, at);
        if (!known && !HasBorder(piece, at + 1) && IsPlaceEnding(piece, at + 2)) return true;
        return !known && (IsIn(NameEndings, piece, at + 1) || (!HasBorder(piece, at + 1) && IsIn(NameEndings, piece, at + 2)) || IsOfCompany(piece, at));
    }

    /// <summary>True inside the name of a company, which says what it deals in before it says that it is one: 鑫源建材有限公司.</summary>
    private static bool IsOfCompany(PieceReading piece, int at)
    {
        for (var end = at + 1; end < Math.Min(at + LongestOfCompany, piece.Letters.Length - 1) && !HasBorder(piece, end); end++)
        {
            if (piece.Letters[end] == '公' && piece.Letters[end + 1] == '司') return true;
        }

        return false;
    }

    /// <summary>True for the letter before a number in brackets, which says whose number it is: 国办发〔2010〕8号, 国办函〔2010〕8号.</summary>
    public static bool IsBeforeNumber(PieceReading piece, int at) =>
        at + 1 < piece.Letters.Length && piece.Kinds[at + 1] == (LetterKinds.Border | LetterKinds.Number);

    /// <summary>The unit of measure that begins right behind a number; null for none.</summary>
    public static string? MeasureAt(PieceReading piece, int at)
    {
        if (at < 1 || HasBorder(piece, at) || (piece.Kinds[at - 1] & LetterKinds.Number) == 0) return null;
        foreach (var unit in Measures)
        {
            if (piece.Letters[at..].StartsWith(unit)) return unit;
        }

        return null;
    }

    /// <summary>True when the letter is in what looks like a person's name: one or two letters behind a surname that begins something.</summary>
    public static bool IsInPersonName(PieceReading piece, int at)
    {
        if (IsInWord(piece, at)) return false;
        for (var start = at; start >= Math.Max(0, at - LongestGivenName); start--)
        {
            if (IsSurname(piece.Letters[start]) && !IsWord(piece, start) && (HasBorder(piece, start) || IsIn(Titles, piece, start - 2))) return true;
            if (HasBorder(piece, start)) return false;
        }

        return false;
    }

    /// <summary>
    /// True for a surname that hardly is anything else, or that stands where a name may begin: behind punctuation, a title, or who appoints (由方志敏同志任组长).
    /// </summary>
    public static bool IsSurnameOfName(PieceReading piece, int at) => at >= 0 && IsSurname(piece.Letters[at]) && !IsWord(piece, at - 1)
        && (!CharacterPairs.Instance.IsCommon(piece.Letters[at]) || HasBorder(piece, at) || Appointing.Contains(piece.Letters[at - 1]) || IsIn(Titles, piece, at - 2));

    private static bool IsPlaceEnding(PieceReading piece, int at) =>
        at < piece.Letters.Length && PlaceEndings.Contains(piece.Letters[at]) && !HasBorder(piece, at) && !IsWord(piece, at);

    /// <summary>True behind the end, and where punctuation stands before a letter.</summary>
    public static bool HasBorder(PieceReading piece, int at) => at >= piece.Letters.Length || (piece.Kinds[at] & LetterKinds.Border) != 0;

    private static bool IsIn(HashSet<int> words, PieceReading piece, int at) =>
        at >= 0 && at + 1 < piece.Letters.Length && !HasBorder(piece, at + 1) && words.Contains(Pair(piece.Letters[at], piece.Letters[at + 1]));

    private static int Pair(char first, char second) => (first << 16) | second;

    private static HashSet<char> Characters(string list) => [.. WordList.Load(list).SelectMany(line => line)];

    private static HashSet<int> Pairs(string list) =>
        [.. WordList.Load(list).SelectMany(line => line.SelectMany(first => line.Where(second => second != first).Select(second => Pair(first, second))))];
}
