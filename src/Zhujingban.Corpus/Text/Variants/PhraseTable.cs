using System.Text;

namespace Zhujingban.Corpus.Text.Variants;

/// <summary>Phrases and what they become; the longest match at each place wins.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly byte[] _longestByFirst = new byte[char.MaxValue + 1];

    public IEnumerable<KeyValuePair<string, string>> Phrases => _phrases;

    public bool Contains(string phrase) => _phrases.ContainsKey(phrase);

    /// <summary>Adds a phrase, or gives it another conversion. Phrases over 255 code units are none.</summary>
    public void Set(string phrase, string conversion)
    {
        if (phrase.Length is 0 or > byte.MaxValue) return;
        _phrases[phrase] = conversion;
        ref var longest = ref _longestByFirst[phrase[0]];
        longest = Math.Max(longest, (byte)phrase.Length);
    }

    /// <summary>Takes a phrase out.</summary>
    public void Remove(string phrase) => _phrases.Remove(phrase);

    /// <summary>Adds all of another table, its conversions going first.</summary>
    public void SetAll(PhraseTable other)
    {
        foreach (var (phrase, conversion) in other._phrases) Set(phrase, conversion);
    }

    /// <summary>The longest phrase at the beginning of <paramref name="text"/>; 0 when none begins there.</summary>
    public int Match(ReadOnlySpan<char> text, out string conversion)
    {
        conversion = "";
        if (text.IsEmpty) return 0;
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longestByFirst[text[0]], text.Length); length > 0; length--)
        {
            if (lookup.TryGetValue(text[..length], out conversion!)) return length;
        }

        conversion = "";
        return 0;
    }

    /// <summary>A whole text, converted.</summary>
    public string Convert(ReadOnlySpan<char> text)
    {
        var converted = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = Match(text[i..], out var conversion);
            if (length > 0) converted.Append(conversion);
            else converted.Append(text[i]);
            i += Math.Max(length, 1);
        }

        return converted.ToString();
    }
}
