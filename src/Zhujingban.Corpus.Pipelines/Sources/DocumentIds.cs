using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>The ids of documents: what one may look like, and how one is made of a file's path.</summary>
internal static class DocumentIds
{
    /// <summary>What an id must be, as the end of a sentence.</summary>
    public const string Rule = "an id has 1 to 200 characters and no #, white space, control or invisible ones";

    /// <summary>What the id of a ready-made record must be, as the end of a sentence: it may be a clause's, and a line of a run file holds it.</summary>
    public const string RuleOfRecords = "a record's id has 1 to 200 characters and no white space, control or invisible ones";

    private const int Longest = 200;

    /// <summary>
    /// True for an id that can be used: <c>#</c> parts documents from clauses, and the rest must survive a table or a command line.
    /// </summary>
    public static bool IsGood(string id) => id.Length is > 0 and <= Longest && id.All(IsGood);

    /// <summary>True for an id that a ready-made record can keep.</summary>
    public static bool IsGoodForRecord(string id) => id.Length is > 0 and <= Longest && id.All(c => c == '#' || IsGood(c));

    /// <summary>An id for a file that no manifest names.</summary>
    /// <param name="relative">Its path below the folder that its source begins at, with <c>/</c>.</param>
    /// <param name="shown">Its path relative to the definition; it tells files apart that would have the same id.</param>
    /// <param name="taken">The ids that other documents have.</param>
    public static string ForFile(string relative, string shown, IReadOnlySet<string> taken)
    {
        var name = relative.LastIndexOf('.') is var dot && dot > relative.LastIndexOf('/') + 1 ? relative[..dot] : relative;
        var id = string.Concat(name.Select(c => IsGood(c) ? c : '-'));
        if (id.Length <= Longest && !taken.Contains(id)) return id;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
        var head = id[..Math.Min(id.Length, Longest - 9)];
        if (head.Length > 0 && char.IsHighSurrogate(head[^1])) head = head[..^1];
        return $"{head}-{hash.AsSpan(0, 8)}";
    }

    private static bool IsGood(char c) => c != '#' && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
