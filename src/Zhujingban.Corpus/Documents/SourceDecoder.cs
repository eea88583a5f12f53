using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhujingban.Corpus.Documents;

/// <summary>
/// Decodes bytes of unknown encoding: a byte order mark decides; without one UTF-8 is tried, then GB18030 (a superset of GBK
/// and GB2312, which older government sites serve); a page that is no UTF-8 is read as its <c>&lt;meta charset&gt;</c> says. What is neither is read as UTF-8 with U+FFFD for each bad sequence.
/// </summary>
internal static partial class SourceDecoder
{
    private const int DeclarationPrefix = 4096;

    private static readonly Encoding Gb18030 = CreateGb18030();

    public static SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return new SourceText("", hash, "binary", []) { Binary = bytes.ToArray() };
        var diagnostics = new List<Diagnostic>();
        var (text, encoding) = DecodeText(bytes, diagnostics);
        if (text.Length == 0)
            diagnostics.Add(new Diagnostic("empty-source", DiagnosticSeverity.Error, "The source holds no text."));
        else if (text.Contains('\0'))
            diagnostics.Add(NulDiagnostic(text));
        return new SourceText(text, hash, encoding, diagnostics);
    }

    /// <summary>Gives <paramref name="text"/> with each lone surrogate as U+FFFD; lengths and offsets stay as they are.</summary>
    public static string ReplaceLoneSurrogates(string text, List<Diagnostic> diagnostics)
    {
        var bad = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else bad.Add(TextSpan.At(i, 1));
        }

        if (bad.Count == 0) return text;
        diagnostics.Add(new Diagnostic("lone-surrogate", DiagnosticSeverity.Error,
            $"{bad.Count} lone surrogates are no characters; each is read as U+FFFD.", TextSpans.Flatten(bad)));
        var chars = text.ToCharArray();
        foreach (var span in bad) chars[span.Start] = '\uFFFD';
        return new string(chars);
    }

    private static (string Text, string Encoding) DecodeText(ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (DecodeUtf8(bytes[3..], diagnostics), "utf-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (DecodeUtf16(bytes[2..], Encoding.Unicode, diagnostics), "utf-16le");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (DecodeUtf16(bytes[2..], Encoding.BigEndianUnicode, diagnostics), "utf-16be");
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return (Encoding.UTF8.GetString(bytes), "utf-8");
        return DecodeDeclared(bytes, diagnostics)
            ?? (TryGb18030(bytes) is { } text ? (text, "gb18030") : (DecodeUtf8(bytes, diagnostics), "utf-8"));
    }

    /// <summary>What a page's own <c>&lt;meta charset&gt;</c> says counts before any trial, and before what a few bad bytes make of it.</summary>
    private static (string Text, string Encoding)? DecodeDeclared(ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationPrefix)]);
        if (Declaration().Match(head) is not { Success: true } found) return null;
        var name = found.Groups[1].Value.ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => "utf-8",
            "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" => "gb18030",
            "big5" or "big5-hkscs" or "x-x-big5" => "big5",
            _ => null,
        };
        if (name is null) return null;
        var text = CodePagesEncodingProvider.Instance.GetEncoding(name) is { } encoding ? encoding.GetString(bytes) : Encoding.UTF8.GetString(bytes);
        if (text.Contains('\uFFFD'))
        {
            diagnostics.Add(new Diagnostic("bad-encoding", DiagnosticSeverity.Error,
                $"The page says that it is {name}, but not all of its bytes are; what cannot be read stands as U+FFFD."));
        }

        return (text, name);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            diagnostics.Add(new Diagnostic("bad-encoding", DiagnosticSeverity.Error,
                "The bytes are neither UTF-8, GB18030 nor UTF-16 with a byte order mark; what cannot be read stands as U+FFFD."));
        }

        return text;
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, Encoding encoding, List<Diagnostic> diagnostics)
    {
        if (bytes.Length % 2 != 0)
        {
            diagnostics.Add(new Diagnostic("bad-encoding", DiagnosticSeverity.Error, "The UTF-16 text ends in half a code unit."));
        }

        // The decoder gives U+FFFD for a lone surrogate; read code units by hand so that the place can be told.
        var units = new char[bytes.Length / 2];
        var big = encoding.Equals(Encoding.BigEndianUnicode);
        for (var i = 0; i < units.Length; i++)
        {
            var (high, low) = big ? (bytes[2 * i], bytes[2 * i + 1]) : (bytes[2 * i + 1], bytes[2 * i]);
            units[i] = (char)(high << 8 | low);
        }

        return ReplaceLoneSurrogates(new string(units), diagnostics);
    }

    private static string? TryGb18030(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Gb18030.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding CreateGb18030()
    {
        return CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new NotSupportedException("The runtime has no GB18030.");
    }

    [GeneratedRegex(@"<meta\s[^>]{0,300}?charset\s*=\s*[""']?\s*([A-Za-z0-9_-]{1,20})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    private static Diagnostic NulDiagnostic(string text)
    {
        var spans = new List<TextSpan>();
        for (var i = text.IndexOf('\0'); i >= 0; i = i + 1 < text.Length ? text.IndexOf('\0', i + 1) : -1)
            spans.Add(TextSpan.At(i, 1));
        return new Diagnostic("nul-characters", DiagnosticSeverity.Error,
            $"The source holds {spans.Count} NUL characters: it may be a binary file.", TextSpans.Flatten(spans));
    }
}
