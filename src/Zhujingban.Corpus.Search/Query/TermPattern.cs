using System.Buffers;
using System.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>A part of what is sought: a term at a distance from the start.</summary>
/// <param name="Offset">The distance, in positions.</param>
/// <param name="Term">The ideograph, word, document number or separator.</param>
/// <param name="Ideograph">The code point of an ideograph, which forms bigrams with its neighbours; -1 for the others.</param>
internal readonly record struct PatternPart(int Offset, string Term, int Ideograph)
{
    /// <summary>True for an ideograph.</summary>
    public bool IsIdeograph => Ideograph >= 0;
}

/// <summary>What is sought literally: parts at fixed distances.</summary>
/// <param name="Text">How it was typed.</param>
/// <param name="Parts">The parts, by their distance; at least one.</param>
internal sealed record TermPattern(string Text, IReadOnlyList<PatternPart> Parts)
{
    /// <summary>A run of fewer ideographs has one cover only.</summary>
    private const int LeastChoice = 4;

    /// <summary>What ordinal numbers are written with: they are found in more forms than one, and marked as wholes.</summary>
    private static readonly SearchValues<char> Ordinals = SearchValues.Create("第〇零一二三四五六七八九十百千万亿两廿卅");

    /// <summary>The folded characters that stand wherever a text holds the pattern, and nowhere else; null when it takes more to find it.</summary>
    public string? Literal { get; } = LiteralOf(Parts);

    /// <summary>True when the last part, a word, may go on.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The positions from its first part to its last.</summary>
    public int Length => Parts[^1].Offset + 1;

    /// <summary>
    /// The indexed terms that together prove the whole: each run of ideographs is covered by as few bigrams as possible, one that
    /// stands alone by itself.
    /// </summary>
    public IReadOnlyList<(int Offset, byte[] Term)> Cover()
    {
        var cover = new List<(int Offset, byte[] Term)>();
        for (var i = 0; i < Parts.Count;)
        {
            if (Adjoins(i))
            {
                cover.Add((Parts[i].Offset, Encoding.UTF8.GetBytes(Parts[i].Term + Parts[i + 1].Term)));
                i += Adjoins(i + 1) && !Adjoins(i + 2) ? 1 : 2;
            }
            else
            {
                cover.Add((Parts[i].Offset, Encoding.UTF8.GetBytes(Parts[i].Term)));
                i++;
            }
        }

        return cover;
    }

    /// <summary>The pairs of adjoining ideographs, when the pattern is one run of them that a cover can choose pairs from; else none.</summary>
    public IReadOnlyList<(int Offset, byte[] Term)> Pairs()
    {
        var pairs = new List<(int Offset, byte[] Term)>();
        if (Parts.Count < LeastChoice) return pairs;
        for (var i = 0; i + 1 < Parts.Count; i++)
        {
            if (!Adjoins(i)) return [];
            pairs.Add((Parts[i].Offset, Encoding.UTF8.GetBytes(Parts[i].Term + Parts[i + 1].Term)));
        }

        return pairs;
    }

    private static string? LiteralOf(IReadOnlyList<PatternPart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!parts[i].IsIdeograph || parts[i].Offset != i || Ordinals.Contains(parts[i].Term[0])) return null;
        }

        return string.Concat(parts.Select(part => part.Term));
    }

    /// <summary>True when a part forms a bigram with the next.</summary>
    private bool Adjoins(int part) => part + 1 < Parts.Count && Parts[part].IsIdeograph && Parts[part + 1].IsIdeograph
        && Parts[part + 1].Offset == Parts[part].Offset + 1;
}
