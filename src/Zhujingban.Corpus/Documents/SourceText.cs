using System.Security.Cryptography;

namespace Zhujingban.Corpus.Documents;

/// <summary>
/// One source as it came in: its decoded text (of a zip, the bytes), and what proves which bytes it was. The text is always well-formed UTF-16
/// without a byte order mark; every span of a document's source counts its code units.
/// </summary>
/// <param name="Text">The decoded text.</param>
/// <param name="Sha256">SHA-256 of the bytes as they came in, in lower-case hex.</param>
/// <param name="Encoding">The encoding that was read: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c> <c>gb18030</c>, <c>big5</c>, or <c>binary</c>.</param>
/// <param name="Diagnostics">What decoding had to mend.</param>
public sealed record SourceText(string Text, string Sha256, string Encoding, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The bytes of a source that is a zip and no text, whose <see cref="Text"/> is empty then; else empty.</summary>
    public ReadOnlyMemory<byte> Binary { get; init; }

    /// <summary>
    /// The source that a format reads out of another: the readable text of a page or an archive, which spans then count in. What
    /// decoding has said stays, without its places, which were those of the original.
    /// </summary>
    internal SourceText Rendered(string text) =>
        this with { Text = text, Binary = default, Diagnostics = [.. Diagnostics.Select(diagnostic => diagnostic with { Spans = [] })] };

    /// <summary>A source that comes as text, such as a field of a JSON record. Lone surrogates become U+FFFD, with a diagnostic.</summary>
    public static SourceText FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var diagnostics = new List<Diagnostic>();
        var wellFormed = SourceDecoder.ReplaceLoneSurrogates(text, diagnostics);
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(wellFormed)));
        return new SourceText(wellFormed, hash, "utf-8", diagnostics);
    }

    /// <summary>A source that comes as bytes: see <see cref="SourceDecoder"/>.</summary>
    public static SourceText FromBytes(ReadOnlySpan<byte> bytes) => SourceDecoder.Decode(bytes);
}
