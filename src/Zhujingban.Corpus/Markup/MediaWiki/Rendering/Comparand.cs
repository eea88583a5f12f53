using System.Globalization;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>
/// What parser functions compare their cases with: numbers by their value, other words by their characters. Its number is read
/// once, however many cases there are.
/// </summary>
internal readonly struct Comparand(string text)
{
    private readonly double? _number = NumberOf(text);

    public bool Is(string other) => text == other || (_number is { } number && NumberOf(other) == number);

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
