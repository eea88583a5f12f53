using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Tells where the value behind a label in a document's head ends.</summary>
internal static class OfficialDocumentLabelValues
{
    private const int LongestValue = 200;
    private const int LongestLine = 60;
    private const int LongestName = 12;

    /// <summary>Run together, only a date, a number, or the issuer that follows a name says where a value ends; null when nothing does.</summary>
    public static int? Length(string label, ReadOnlySpan<char> value, string? issuer)
    {
        var known = ChineseDates.Read(value, out _) is var date && date > 0 ? date : OfficialDocumentNumbers.Read(value);
        if (known > 0) return known + TimeLength(value[known..]);
        if (PageMetadataLabels.PartOf(label) != "signatory" || value.Length <= LongestName) return value.Length <= LongestValue ? value.Length : null;
        var name = issuer is null ? -1 : value[..Math.Min(value.Length, LongestName + issuer.Length)].IndexOf(issuer.Split(' ')[0]);
        if (name > 1) return name;
        return value.Length <= LongestLine && value.IndexOfAny('。', '：', '，') < 0 ? value.Length : null;
    }

    private static int TimeLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 10 && (char.IsAsciiDigit(text[length]) || text[length] is ':' or '：' or ' ')) length++;
        return text[..length].IndexOfAny(':', '：') > 0 ? length : 0;
    }
}
