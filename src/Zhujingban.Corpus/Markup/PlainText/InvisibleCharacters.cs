using System.Buffers;

namespace Zhujingban.Corpus.Markup.PlainText;

/// <summary>The characters of a plain text that a reader does not see.</summary>
internal static class InvisibleCharacters
{
    /// <summary>Everything that ends a line: also form feed, vertical tab, NEL and Unicode's own separators.</summary>
    public static SearchValues<char> LineBreaks { get; } = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>
    /// Control and format characters without a meaning in Chinese text, NUL among them. The joiners U+200C and U+200D are not:
    /// inside a word or an emoji they change what is seen.
    /// </summary>
    public static SearchValues<char> Always { get; } = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A"
        + "\u001B\u001C\u001D\u001E\u001F\u007F\u00AD\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064"
        + "\u2066\u2067\u2068\u2069\uFEFF\uFFF9\uFFFA\uFFFB");

    /// <summary>True for what is dropped at both ends of a line.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200C' or '\u200D' || Always.Contains(c);
}
