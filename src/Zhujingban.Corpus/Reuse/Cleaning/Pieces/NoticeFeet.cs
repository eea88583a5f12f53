using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Reads the foot of a notice: 发文机关署名 and 成文日期, on a line each or on one (GB/T 9704-2012 7.3.5).</summary>
/// <param name="text">The text.</param>
/// <param name="cut">Its lines, run-together feet cut out.</param>
internal sealed class NoticeFeet(string text, OfficialDocumentLines cut)
{
    private const int LongestSignature = 60;
    private const int LongestDate = 20;
    private const int MostSignatories = 12;

    /// <summary>The signature and the date of a line; each empty where the line has none.</summary>
    /// <param name="at">The number of the line.</param>
    public (TextSpan Signature, TextSpan Date) Read(int at)
    {
        var line = cut.Lines[at];
        if (line.Length > LongestSignature + LongestDate) return default;
        var date = DateStart(line);
        if (date < 0) return LeadsToDate(at + 1) && IsSignature(line) ? (line, default) : default;
        var signer = new TextSpan(line.Start, date);
        while (!signer.IsEmpty && char.IsWhiteSpace(text[signer.End - 1])) signer = signer with { End = signer.End - 1 };
        if (!signer.IsEmpty && !cut.IsCutFoot(line) && Organs.Split(signer.Of(text)).Count == 0) return default;
        return (signer, new TextSpan(date, line.End));
    }

    /// <summary>True where a date stands, or more signatories and then one: 联合行文 has each on a line of its own.</summary>
    private bool LeadsToDate(int at)
    {
        for (var count = 0; at < cut.Lines.Count && count < MostSignatories; at++, count++)
        {
            if (DateStart(cut.Lines[at]) == cut.Lines[at].Start) return true;
            if (!IsSignature(cut.Lines[at])) return false;
        }

        return false;
    }

    private bool IsSignature(TextSpan line) => line.Length <= LongestSignature && Organs.Split(line.Of(text)).Count > 0;

    /// <summary>Where the date begins that a line ends with; -1 when it ends otherwise.</summary>
    private int DateStart(TextSpan line)
    {
        var from = Math.Max(line.Start, line.End - 24);
        for (var at = from; at < line.End - 5; at++)
        {
            if (ChineseNumerals.IsNumeral(text[at]) && ChineseDates.Read(text.AsSpan(at, line.End - at), out _) == line.End - at) return at;
        }

        return -1;
    }
}
