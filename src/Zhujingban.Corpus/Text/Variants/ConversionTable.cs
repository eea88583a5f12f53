using System.Collections.Concurrent;

namespace Zhujingban.Corpus.Text.Variants;

/// <summary>
/// The words and characters that one variant of Chinese writes otherwise, from OpenCC's tables: script first, then the words
/// of the region, joined into one table in which the longest match counts. The tables named <c>own-</c> are ours and go last.
/// </summary>
internal sealed class ConversionTable
{
    /// <summary>Longer phrases than this are not in OpenCC's tables, and not looked for.</summary>
    public const int Longest = 32;

    private static readonly ConcurrentDictionary<ChineseVariant, ConversionTable?> Tables = new();

    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>For each first character the lengths of its phrases, as bits.</summary>
    private readonly uint[] _lengths = new uint[char.MaxValue + 1];

    private ConversionTable() => _lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The table of a variant; null for <see cref="ChineseVariant.Zh"/>, which keeps every script.</summary>
    public static ConversionTable? For(ChineseVariant variant) => Tables.GetOrAdd(variant, Build);

    /// <summary>The lengths of phrases that start with a character, as bits: bit n for n + 1 characters.</summary>
    public uint LengthsFrom(char first) => _lengths[first];

    /// <summary>What a word becomes; false when it is not in the table.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out string converted) => _lookup.TryGetValue(word, out converted!);

    private static ConversionTable? Build(ChineseVariant variant)
    {
        if (variant == ChineseVariant.Zh) return null;
        var table = new ConversionTable();
        if (ChineseVariants.IsSimplified(variant)) table.BuildSimplified(variant);
        else table.BuildTraditional(variant);
        return table;
    }

    private void BuildSimplified(ChineseVariant variant)
    {
        // Regional forms of traditional characters (裡, 爲) are read like the standard ones.
        foreach (var forms in (ReadOnlySpan<string>)["TWVariantsRev", "HKVariantsRev", "TWVariantsRevPhrases", "HKVariantsRevPhrases"]) AddAll("opencc-" + forms, null);
        var script = new ConversionTable();
        script.AddAll("opencc-TSCharacters", null);
        script.AddAll("opencc-TSPhrases", null);
        foreach (var (from, to) in _phrases.ToList()) Add(from, script.Convert(to));
        AddAll("opencc-TSCharacters", null);
        AddAll("opencc-TSPhrases", null);
        if (variant == ChineseVariant.ZhCn) AddAll("opencc-TWPhrasesRev", script);
        if (variant == ChineseVariant.ZhCn) AddAll("opencc-HKPhrasesRev", script);
        AddAll("own-Simplified", null);
    }

    private void BuildTraditional(ChineseVariant variant)
    {
        var region = variant switch
        {
            ChineseVariant.ZhTw => "TW",
            ChineseVariant.ZhHk or ChineseVariant.ZhMo => "HK",
            _ => null,
        };
        var forms = new ConversionTable();
        if (region is not null) forms.AddAll($"opencc-{region}Variants", null);
        if (region is not null) forms.AddAll($"opencc-{region}VariantsPhrases", null);
        AddAll("opencc-STCharacters", forms);
        AddAll("opencc-STPhrases", forms);
        foreach (var (from, to) in forms._phrases) Add(from, to);
        if (region is null) return;
        var simplified = For(ChineseVariant.ZhHans)!;
        var words = Read($"opencc-{region}Phrases");
        foreach (var (from, to) in variant == ChineseVariant.ZhTw ? words.Concat(Read("own-Taiwan")) : words)
        {
            Add(from, forms.Convert(to));
            Add(simplified.Convert(from), forms.Convert(to));
        }
    }

    private void AddAll(string name, ConversionTable? then)
    {
        foreach (var (from, to) in Read(name)) Add(from, then is null ? to : then.Convert(to));
    }

    private void Add(string from, string to)
    {
        if (from.Length is 0 or > Longest) return;
        _phrases[from] = to;
        _lengths[from[0]] |= 1u << (from.Length - 1);
    }

    private string Convert(string text)
    {
        var converted = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = MatchLength(text.AsSpan(at), out var word);
            if (length == 0) converted.Append(text[at++]);
            else converted.Append(word);
            at += length;
        }

        return converted.ToString();
    }

    /// <summary>The length of the longest word at the start of a text, and what it becomes; 0 when there is none.</summary>
    public int MatchLength(ReadOnlySpan<char> text, out string converted)
    {
        converted = "";
        for (var lengths = _lengths[text[0]]; lengths != 0;)
        {
            var length = 32 - System.Numerics.BitOperations.LeadingZeroCount(lengths);
            if (length <= text.Length && _lookup.TryGetValue(text[..length], out var found))
            {
                converted = found;
                return length;
            }

            lengths &= (1u << (length - 1)) - 1;
        }

        return 0;
    }

    private static IEnumerable<(string From, string To)> Read(string name)
    {
        using var stream = typeof(ConversionTable).Assembly.GetManifestResourceStream(name + ".txt")
            ?? throw new InvalidOperationException($"The table {name} is not compiled in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            if (tab <= 0 || line[0] == '#') continue;
            var space = line.IndexOf(' ', tab);
            yield return (line[..tab], space < 0 ? line[(tab + 1)..] : line[(tab + 1)..space]);
        }
    }
}
