namespace Zhujingban.Corpus.Text.Variants;

/// <summary>
/// The conversion of each variant in one table, composed from OpenCC's: script first, then the region's characters and words.
/// A text that mixes scripts and regions, as wiki pages do, is so converted in one pass.
/// </summary>
internal static class OpenCcTables
{
    private static readonly Lazy<PhraseTable> Simplify = new(() => Load("TSCharacters", "TSPhrases"));
    private static readonly Lazy<PhraseTable> Traditionalize =
        new(() => Load("STCharacters", "STPhrases_GeneratedFromRegionalPhrases", "STPhrases"));

    private static readonly Lazy<PhraseTable> China = new(() => ToRegion(
        Load("TWVariantsRev", "TWVariantsRevPhrases", "TWPhrasesRev"), Simplify.Value));

    private static readonly Lazy<PhraseTable> Taiwan = new(() => FromScript(
        Traditionalize.Value, Load("TWVariants", "TWVariantsPhrases", "TWPhrases")));

    private static readonly Lazy<PhraseTable> HongKong = new(() => FromScript(
        Traditionalize.Value, Load("HKVariants", "HKVariantsPhrases")));

    /// <summary>The table of a variant; null for <see cref="ChineseVariant.Zh"/>, which converts nothing.</summary>
    public static PhraseTable? For(ChineseVariant variant) => variant switch
    {
        ChineseVariant.ZhHans or ChineseVariant.ZhSg or ChineseVariant.ZhMy => Simplify.Value,
        ChineseVariant.ZhCn => China.Value,
        ChineseVariant.ZhHant => Traditionalize.Value,
        ChineseVariant.ZhTw => Taiwan.Value,
        ChineseVariant.ZhHk or ChineseVariant.ZhMo => HongKong.Value,
        _ => null,
    };

    /// <summary>
    /// Simplified to a traditional region: the script's conversions taken on to the region's characters and words, and the
    /// region's words in simplified spelling too, whose characters the script would else convert one by one.
    /// </summary>
    private static PhraseTable FromScript(PhraseTable script, PhraseTable region)
    {
        var table = new PhraseTable();
        foreach (var (phrase, conversion) in region.Phrases)
        {
            if (phrase.Length > 1) table.Set(Simplify.Value.Convert(phrase), conversion);
        }

        foreach (var (phrase, conversion) in script.Phrases) table.Set(phrase, region.Convert(conversion));
        table.SetAll(region);
        return table;
    }

    /// <summary>Traditional regions to simplified: the region's words first, what they give simplified; then the script.</summary>
    private static PhraseTable ToRegion(PhraseTable region, PhraseTable script)
    {
        var table = new PhraseTable();
        foreach (var (phrase, conversion) in region.Phrases) table.Set(phrase, script.Convert(conversion));
        foreach (var (phrase, conversion) in script.Phrases)
        {
            if (!table.Contains(phrase)) table.Set(phrase, conversion);
        }

        return table;
    }

    /// <summary>Resource files as one table, later ones going first. Of several conversions, OpenCC lists the usual one first.</summary>
    private static PhraseTable Load(params string[] names)
    {
        var table = new PhraseTable();
        foreach (var name in names)
        {
            using var stream = typeof(OpenCcTables).Assembly.GetManifestResourceStream(name + ".txt")
                ?? throw new InvalidOperationException($"The resource {name}.txt is missing from the build.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                if (tab <= 0 || line[0] == '#') continue;
                var conversions = line[(tab + 1)..];
                var space = conversions.IndexOf(' ', StringComparison.Ordinal);
                table.Set(line[..tab], space < 0 ? conversions : conversions[..space]);
            }
        }

        return table;
    }
}
