using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Behaviour switches: <c>__NOTOC__</c>, <c>__無目錄__</c>.</summary>
internal static class BehaviorSwitches
{
    private const int Longest = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = EmbeddedTable.Read("mediawiki-switches.tsv")
        .SelectMany(row => row).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the switch at the start of a text; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || text[1] != '_') return 0;
        var end = text[2..Math.Min(text.Length, Longest)].IndexOf("__", StringComparison.Ordinal);
        return end > 0 && Names.Contains(text.Slice(2, end)) ? end + 4 : 0;
    }
}
