using System.Globalization;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse;

/// <summary>How often one character follows another in official Chinese: what makes words, and what is likely at a place.</summary>
internal sealed class CharacterPairs
{
    /// <summary>Pairs that meet more often than by chance, in bits, are words or parts of words.</summary>
    private const double WordBits = 3;

    /// <summary>A pair that stands less often may be anything.</summary>
    private const double LeastCount = 5;

    /// <summary>What is not counted is taken to stand as often as the second character would among so many.</summary>
    private const double Unseen = 20;

    /// <summary>A surname that is commoner is mostly a word of its own (方, 任, 向).</summary>
    private const double CommonOf = 6000;

    private static readonly Lazy<CharacterPairs> Loaded = new(() => new CharacterPairs());

    private readonly Dictionary<int, byte> _pairs = [];
    private readonly int[] _characters = new int[char.MaxValue + 1];
    private readonly double _total;

    private CharacterPairs()
    {
        foreach (var line in WordList.Load("character-pairs.txt"))
        {
            var (first, level) = (line[0], (byte)0);
            var blank = line.IndexOf(' ', 2);
            var count = int.Parse(blank < 0 ? line.AsSpan(2) : line.AsSpan(2, blank - 2), CultureInfo.InvariantCulture);
            _characters[first] = count;
            _total += count;
            foreach (var c in blank < 0 ? [] : line.AsSpan(blank + 1))
            {
                if (char.IsAsciiLetterLower(c)) level = (byte)(c - 'a' + 1);
                else _pairs[Key(first, c)] = level;
            }
        }
    }

    /// <summary>The counts, read from the resource when first used.</summary>
    public static CharacterPairs Instance => Loaded.Value;

    /// <summary>True when two characters go together as in a word.</summary>
    public bool IsWord(char first, char second) => Count(first, second) >= LeastCount && Affinity(first, second) >= WordBits;

    /// <summary>How much more often than by chance two characters meet, in bits.</summary>
    public double Affinity(char first, char second) => Count(first, second) is > 0 and var count
        ? Math.Log2(count * _total / ((double)Count(first) * Count(second))) : double.NegativeInfinity;

    /// <summary>True for a character that stands in official Chinese once in six thousand or more often.</summary>
    public bool IsCommon(char c) => Count(c) * CommonOf >= _total;

    /// <summary>How likely a character is between two others, in bits: the logarithm of its probability.</summary>
    /// <param name="before">The character before it; null behind punctuation.</param>
    /// <param name="c">The character.</param>
    /// <param name="after">The character behind it; null before punctuation.</param>
    public double Likelihood(char? before, char c, char? after) =>
        (before is { } left ? Follows(left, c) : Math.Log2(Share(c))) + (after is { } right ? Follows(c, right) : 0);

    private double Follows(char first, char second) => Math.Log2((Count(first, second) + (Unseen * Share(second))) / (Count(first) + Unseen));

    private double Share(char c) => (Count(c) + 1) / _total;

    /// <summary>Half-way between the least and the most that the resource's level stands for.</summary>
    private double Count(char first, char second) => _pairs.TryGetValue(Key(first, second), out var level) ? 1.4 * (1 << level) : 0;

    private int Count(char c) => _characters[c];

    private static int Key(char first, char second) => (first << 16) | second;
}
