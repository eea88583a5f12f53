using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>What a variant shows in its place.</summary>
internal enum VariantDisplay : byte
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Its body as written.</summary>
    Body,

    /// <summary>The word of the reader's variant.</summary>
    Choice,

    /// <summary>Its rules in words.</summary>
    Description,

    /// <summary>The name of a variant.</summary>
    Name,
}

/// <summary>The flags of a <c>-{flags|…}-</c>, read as MediaWiki reads them: the order and company of flags decides.</summary>
/// <param name="Display">What it shows.</param>
/// <param name="Adds">True when its rules hold from here on.</param>
/// <param name="Removes">True when its rules end here.</param>
/// <param name="Filter">Its body is converted to the first of these that the reader's variant falls back to; empty without a filter.</param>
internal readonly record struct VariantReading(VariantDisplay Display, bool Adds, bool Removes, IReadOnlyList<ChineseVariant> Filter)
{
    public static VariantReading Of(WikiTree tree, int flags, bool hasRules)
    {
        var (letters, filter) = ReadFlags(flags == 0 ? "" : tree.OwnTextOf(flags));
        var plain = new VariantReading(hasRules ? VariantDisplay.Choice : VariantDisplay.Body, false, false, []);
        if (letters.Count == 0 && filter.Count == 0) return plain;
        if (letters.Contains('R')) return plain with { Display = VariantDisplay.Body };
        if (letters.Contains('N')) return plain with { Display = VariantDisplay.Name };
        if (letters.Contains('-')) return plain with { Display = VariantDisplay.Nothing, Removes = true };
        if (letters is ['T']) return plain with { Display = VariantDisplay.Nothing };
        var described = letters.Contains('D');
        if (letters.Contains('H')) return plain with { Display = described ? VariantDisplay.Description : VariantDisplay.Nothing, Adds = true };
        if (filter.Count > 0) return plain with { Display = VariantDisplay.Body, Filter = filter };
        if (letters.Contains('A')) return plain with { Display = described || letters.Contains('T') ? VariantDisplay.Nothing : hasRules ? VariantDisplay.Choice : VariantDisplay.Body, Adds = true };
        return described && hasRules ? plain with { Display = VariantDisplay.Description } : plain;
    }

    private static (List<char> Letters, List<ChineseVariant> Filter) ReadFlags(ReadOnlySpan<char> flags)
    {
        var letters = new List<char>();
        var filter = new List<ChineseVariant>();
        foreach (var range in flags.Split(';'))
        {
            var flag = flags[range].Trim();
            if (flag is "A" or "T" or "R" or "D" or "-" or "H" or "N") letters.Add(flag[0]);
            else if (ChineseVariants.TryParse(flag, out var variant)) filter.Add(variant);
        }

        return (letters, filter);
    }
}
