namespace Zhujingban.Corpus.Text.Variants;

/// <summary>The conversion of one text to a variant: OpenCC's table, and above it the rules that the text itself makes.</summary>
/// <param name="variant">The variant to convert to.</param>
public sealed class ChineseConversion(ChineseVariant variant)
{
    private readonly ConversionTable? _table = ConversionTable.For(variant);
    private readonly Dictionary<string, string> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<char, uint> _ruleLengths = [];

    /// <summary>The variant that is converted to.</summary>
    public ChineseVariant Variant => variant;

    /// <summary>Adds a rule of the text: from here on a word is written so.</summary>
    public void AddRule(string from, string to)
    {
        if (from.Length is 0 or > ConversionTable.Longest) return;
        _rules[from] = to;
        _ruleLengths[from[0]] = _ruleLengths.GetValueOrDefault(from[0]) | 1u << (from.Length - 1);
    }

    /// <summary>Takes a rule back.</summary>
    public void RemoveRule(string from) => _rules.Remove(from);

    /// <summary>Finds the next word at or behind a position that is written otherwise.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to start; then where the word stands, or the text's end.</param>
    /// <param name="length">The word's length; 0 at the end.</param>
    /// <param name="converted">What it becomes.</param>
    public void Next(ReadOnlySpan<char> text, ref int at, out int length, out string converted)
    {
        for (; at < text.Length; at++)
        {
            if (_rules.Count == 0 && text[at] < '\u2E80')
            {
                var skip = text[at..].IndexOfAnyExceptInRange('\0', '\u2E7F');
                if (skip < 0) break;
                at += skip;
            }

            length = Match(text[at..], out converted);
            if (length == 0) continue;
            if (!text.Slice(at, length).SequenceEqual(converted)) return;
            at += length - 1;
        }

        (at, length, converted) = (text.Length, 0, "");
    }

    /// <summary>A text in the variant.</summary>
    public string Convert(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var converted = new System.Text.StringBuilder(text.Length);
        var from = 0;
        while (from < text.Length)
        {
            var at = from;
            Next(text, ref at, out var length, out var word);
            converted.Append(text, from, at - from).Append(word);
            from = at + length;
        }

        return converted.ToString();
    }

    /// <summary>The longest word of rules and table at the start of a text; of equal ones the rule's.</summary>
    private int Match(ReadOnlySpan<char> text, out string converted)
    {
        converted = "";
        var length = _table?.MatchLength(text, out converted!) ?? 0;
        if (_rules.Count == 0 || !_ruleLengths.TryGetValue(text[0], out var lengths)) return length;
        var lookup = _rules.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var longer = Math.Min(ConversionTable.Longest, text.Length); longer >= Math.Max(length, 1); longer--)
        {
            if ((lengths >> (longer - 1) & 1) == 0 || !lookup.TryGetValue(text[..longer], out var word)) continue;
            converted = word;
            return longer;
        }

        return length;
    }
}
