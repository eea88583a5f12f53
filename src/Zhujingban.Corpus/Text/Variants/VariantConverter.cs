namespace Zhujingban.Corpus.Text.Variants;

/// <summary>
/// Converts text to a variant in one pass, the longest phrase at each place first; a page's own rules go before the general
/// tables where both know a phrase of the same length. Not safe for several threads once it has rules of its own.
/// </summary>
public sealed class VariantConverter
{
    private readonly PhraseTable? _general;
    private readonly PhraseTable _own = new();

    private VariantConverter(ChineseVariant variant)
    {
        Variant = variant;
        _general = OpenCcTables.For(variant);
    }

    /// <summary>The variant that this converts to.</summary>
    public ChineseVariant Variant { get; }

    /// <summary>A converter without rules of its own.</summary>
    public static VariantConverter For(ChineseVariant variant) => new(variant);

    /// <summary>Adds a rule of the page: from here on <paramref name="phrase"/> reads <paramref name="conversion"/>.</summary>
    public void AddRule(string phrase, string conversion) => _own.Set(phrase, conversion);

    /// <summary>Takes a rule of the page back: from here on the general tables alone decide.</summary>
    public void RemoveRule(string phrase) => _own.Remove(phrase);

    /// <summary>The conversion that begins at the beginning of <paramref name="text"/>.</summary>
    /// <param name="text">The text from some place on.</param>
    /// <param name="conversion">What stands for the matched characters.</param>
    /// <returns>How many UTF-16 code units it takes; 0 when nothing there is converted.</returns>
    public int Match(ReadOnlySpan<char> text, out string conversion)
    {
        var own = _own.Match(text, out conversion);
        if (_general is null) return own;
        var general = _general.Match(text, out var other);
        if (general <= own) return own;
        conversion = other;
        return general;
    }
}
