using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>版记, the last lines of an official document: 主题词, 抄送 and 印发.</summary>
internal sealed record OfficialDocumentImprint
{
    private const int MostLines = 10;
    private const int LongestLine = 1000;

    /// <summary>The first of its lines; the number of lines when there is none.</summary>
    public required int First { get; init; }

    /// <summary>主送机关 that stand here, as they do when they would push the signature off the page (GB/T 9704-2012 7.3.2).</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>抄送机关 as written.</summary>
    public IReadOnlyList<string> CopiedTo { get; init; } = [];

    /// <summary>印发机关.</summary>
    public string? PrintingOffice { get; init; }

    /// <summary>印发日期, ISO 8601.</summary>
    public string? PrintedDate { get; init; }

    /// <summary>Reads the imprint at the end of a document's lines.</summary>
    public static OfficialDocumentImprint Read(string text, IReadOnlyList<TextSpan> lines)
    {
        var imprint = new OfficialDocumentImprint { First = lines.Count };
        for (var i = lines.Count - 1; i >= 0 && lines.Count - i <= MostLines && lines[i].Length <= LongestLine; i--)
        {
            var line = lines[i].Of(text);
            if (line.StartsWith("抄送", StringComparison.Ordinal) || line.StartsWith("抄报", StringComparison.Ordinal)
                || line.StartsWith("分送", StringComparison.Ordinal))
                imprint = imprint with { First = i, CopiedTo = [.. Names(line[2..]), .. imprint.CopiedTo] };
            else if (line is ['主', '送', '：' or ':', ..])
                imprint = imprint with { First = i, Addressees = Names(line[3..]) };
            else if (line.StartsWith("主题词", StringComparison.Ordinal) || IsCount(line))
                imprint = imprint with { First = i };
            else if (ReadPrinting(line) is { } printing)
                imprint = imprint with { First = i, PrintingOffice = printing.Office, PrintedDate = printing.Date };
            else if (i < lines.Count - 3)
                break;
        }

        return imprint;
    }

    /// <summary>（共印800份）.</summary>
    private static bool IsCount(string line) =>
        line.Length <= 16 && line.TrimStart('（', '(') is ['共' or '印', ..] && line.TrimEnd('）', ')', '。').EndsWith('份');

    private static string[] Names(string list) =>
        list.TrimStart('：', ':', ' ', '\u3000').TrimEnd('。')
            .Split(['，', '；', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>国务院办公厅秘书局　2010年1月20日印发.</summary>
    private static (string? Office, string Date)? ReadPrinting(string line)
    {
        line = line.TrimEnd('。');
        if (!line.EndsWith("印发", StringComparison.Ordinal) || line.Length > 80) return null;
        for (var start = 0; start < line.Length - 6; start++)
        {
            if (!ChineseNumerals.IsNumeral(line[start])) continue;
            var length = ChineseDates.Read(line.AsSpan(start), out var date);
            if (length == 0 || line[(start + length)..].Trim() != "印发") continue;
            var office = line[..start].Trim();
            return (office.Length == 0 ? null : office, date);
        }

        return null;
    }
}
