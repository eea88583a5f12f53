using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Which letters are written for one another by mistake, because they are read alike (应, 因) or look alike (末, 未). Of the 193,000 sentences of the
/// statutes and notices at hand, 60 pairs are one such letter apart, numbers aside: misprints and other spellings (投人 for 投入, 帐簿 and 账簿), but for four pairs
/// of letters, which opposed-characters.txt holds (检察, 监察; 询问, 讯问; 委托, 受托; 支票, 本票). Any two letters of a text are confusable once in eighty times.
/// </summary>
internal static class ConfusableLetters
{
    private static readonly HashSet<int> Pairs = [.. WordList.Load("homophones.txt").SelectMany(Homophones), .. WordList.Load("look-alikes.txt").SelectMany(LookAlikes)];

    /// <summary>True when the one letter may have been taken for the other.</summary>
    public static bool Are(char left, char right) => Pairs.Contains(left < right ? Pair(left, right) : Pair(right, left));

    /// <summary>Each letter of a line with each other.</summary>
    private static IEnumerable<int> Homophones(string line) => line.SelectMany(first => line.Where(second => second > first).Select(second => Pair(first, second)));

    /// <summary>The first letter of a line with each of the others, which come later in Unicode.</summary>
    private static IEnumerable<int> LookAlikes(string line) => line.Skip(1).Select(second => Pair(line[0], second));

    private static int Pair(char first, char second) => (first << 16) | second;
}
