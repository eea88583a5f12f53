using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>The parts that stand beside the title in a document's head: the number, labelled values, the addressees.</summary>
internal static class OfficialDocumentHeadParts
{
    private const int LongestAddressees = 800;
    private const int LongestAddressee = 40;
    private const int LongestLabel = 16;
    private const int LongestMasthead = 60;

    /// <summary>The same with the blanks that pages put between letters.</summary>
    private const int LongestMastheadLine = 240;
    private const int LongestPurpose = 400;
    private const int LongestIssued = 80;
    private const int LongestDate = 20;

    private static readonly SearchValues<char> NoNames = SearchValues.Create("。；！？《》〔〕\n");

    private static readonly string[] NoAddressees = WordList.Load("no-addressees.txt");
    private static readonly string[] Preambles = WordList.Load("preamble-openings.txt");
    private static readonly string[] Openings = [.. Preambles, .. WordList.Load("body-openings.txt")];
    private static readonly string[] Mastheads = WordList.Load("urgency-marks.txt");

    /// <summary>True when a number, a label, the addressees, the preamble or the first unit of the body stand at the start of a range.</summary>
    public static bool StartsAt(string text, TextSpan range)
    {
        var characters = text.AsSpan(range.Start, range.Length);
        return OfficialDocumentNumbers.Read(characters) > 0 || ReadLabel(characters, out _) > 0 || ReadAddressees(text, range) > 0
            || IsHistory(characters) || IsOpening(characters);
    }

    /// <summary>True for what is no part of a title that a line begins with: a number, a label, a preamble. A year, a numeral in brackets or 目录 may be one.</summary>
    public static bool FollowsTitle(ReadOnlySpan<char> rest) =>
        OfficialDocumentNumbers.Read(rest) > 0 || ReadLabel(rest, out _) > 0 || IsIssued(rest) || Preambles.AnyStarts(rest);

    /// <summary>True where the preamble or the first unit of the body begins.</summary>
    public static bool IsOpening(ReadOnlySpan<char> text) => Openings.AnyStarts(text) || IsIssued(text) || IsPurpose(text);

    /// <summary>True where the preamble of a regulation begins: 为了…，制定本办法。, and of an interpretation: 根据…，解释如下：</summary>
    public static bool IsPurpose(ReadOnlySpan<char> text)
    {
        if (text is not ['为', ..] && !Preambles.AnyStarts(text)) return false;
        text = text[..Math.Min(text.Length, LongestPurpose)];
        var end = text.IndexOfAny('。', '：', '\n');
        var sentence = end < 0 ? text : text[..end];
        return sentence.IndexOf("，制定本") > 0 || sentence.IndexOf(",制定本") > 0 || sentence.EndsWith("如下") || sentence.EndsWith("如下解释") || sentence.EndsWith("如下规定") || sentence.EndsWith("如下安排");
    }

    /// <summary>True for a preamble that begins with what it issues: 《…办法》已经…，现予印发.</summary>
    private static bool IsIssued(ReadOnlySpan<char> text)
    {
        if (text is not ['《', ..]) return false;
        var close = text[..Math.Min(text.Length, LongestIssued)].IndexOf('》');
        return close > 0 && text[(close + 1)..] is ['已' or '业' or '经', ..];
    }

    /// <summary>What a title says of its document behind it: （1995年10月30日…通过）.</summary>
    public static bool IsHistory(ReadOnlySpan<char> text) =>
        text is ['（' or '(', var year, _, _, _, '年', ..] && ChineseNumerals.IsNumeral(year);

    /// <summary>份号, 密级 and 紧急程度 (GB/T 9704-2012 7.2.1 to 7.2.3), a line each above the letterhead: 000123, 机密★1年, 特急.</summary>
    public static bool IsMasthead(string text, TextSpan span)
    {
        // What is longer is no line of a head, and is not copied.
        if (span.Length > LongestMastheadLine) return false;
        var line = span.Of(text);
        if (line.Length == 6 && line.All(ChineseNumerals.IsArabic)) return true;
        var letters = line.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
        return letters.Length <= LongestMasthead && Mastheads.AnyStarts(letters) && OfficialDocumentGenres.Of(letters) is null;
    }

    /// <summary>The length of a label with its colon, or of 【label】, and the label; 0 when the text begins with none.</summary>
    public static int ReadLabel(ReadOnlySpan<char> text, out string label)
    {
        label = "";
        var start = text[0] is '【' or '[' ? 1 : 0;
        var window = text[start..Math.Min(text.Length, LongestLabel)];
        var end = start == 0 ? window.IndexOfAny('：', ':') : window.IndexOfAny('】', ']');
        if (end < 2) return 0;
        var name = string.Concat(window[..end].ToString().Where(c => !char.IsWhiteSpace(c)));
        if (!PageMetadataLabels.IsLabel(name)) return 0;
        label = name;
        end += start + 1;
        return end < text.Length && start > 0 && text[end] is '：' or ':' ? end + 1 : end;
    }

    /// <summary>The day on which a meeting passed the document, where its history names one such day and no amendment; else null.</summary>
    /// <remarks>成文日期 is the day a meeting passed it (Regulations on the Handling of Official Documents, 2012, art. 9 (11)).</remarks>
    public static string? PassedOn(string history)
    {
        if (history.Contains('修', StringComparison.Ordinal)) return null;
        // （一九八一年一月卅日）: old documents and decisions name their day so.
        if (ChineseDates.Parse(history.AsSpan().Trim("（）()")) is { } day) return day;
        string? passed = null;
        for (var at = 0; at < history.Length;)
        {
            var length = ChineseDates.Read(history.AsSpan(at), out var date);
            if (length == 0)
            {
                at++;
                continue;
            }

            at += length;
            var next = history.AsSpan(at).IndexOf("通过");
            var other = history.AsSpan(at).IndexOf('年');
            var isPassed = next >= 0 && (other < 0 || next < other);
            // Two bodies passed it on days of their own (…第1680次会议、…第50次会议通过): no one day is its date.
            if (passed is null ? !isPassed : isPassed) return null;
            if (!isPassed) continue;
            passed = date;
        }

        return passed;
    }

    /// <summary>The length of the addressees at the start of a range, their colon included; 0 when there are none.</summary>
    public static int ReadAddressees(string text, TextSpan range)
    {
        return ReadAddressees(text.AsSpan(range.Start, range.Length));
    }

    /// <summary>The length of the addressees at the start of a text, their colon included; 0 when there are none.</summary>
    public static int ReadAddressees(ReadOnlySpan<char> text)
    {
        var window = text[..Math.Min(text.Length, LongestAddressees)];
        var colon = window.IndexOfAny('：', ':');
        if (colon < 2 || window[..colon].ContainsAny(NoNames) || IsNumbered(window)) return 0;
        var names = window[..colon];
        // （负责部门：…）: what stands in brackets is a note.
        if (!names.ContainsAnyInRange('\u4E00', '\u9FFF') || names.LastIndexOfAny('（', '(') > names.LastIndexOfAny('）', ')')) return 0;
        if (PageMetadataLabels.IsLabel(names.ToString().Trim())) return 0;
        foreach (var word in NoAddressees)
        {
            if (names.IndexOf(word) >= 0) return 0;
        }

        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            // 某省人民政府2008年11月28日各市…： is a foot that addressees follow.
            if (i < names.Length && names[i] == '日' && names[(i + 1)..] is ['各', ..] && EndsWithDate(names[..(i + 1)])) return 0;
            if (i < names.Length && names[i] is not ('、' or '，' or ',')) continue;
            if (i - start > LongestAddressee) return 0;
            start = i + 1;
        }

        return colon + 1;
    }

    /// <summary>True for a text that ends with a date.</summary>
    public static bool EndsWithDate(ReadOnlySpan<char> text)
    {
        for (var at = Math.Max(0, text.Length - LongestDate); at < text.Length; at++)
        {
            if (ChineseNumerals.IsNumeral(text[at]) && ChineseDates.Read(text[at..], out _) == text.Length - at) return true;
        }

        return false;
    }

    /// <summary>一、将第三条修改为：, 第九条　广告不得有下列情形： are units of the body.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text) => text[0] is '（' or '('
        ? NumberingMarkReader.TryReadBracketed(text, 0, true, out _)
        : NumberingMarkReader.TryReadOrdinal(text, 0, out _) || text.IndexOfAny('、', '.', '．') is var at and > 0 and < 5 && NumberingMarkReader.TryReadClosed(text, at, 0, out var mark) && mark.Span.Start == 0;

    /// <summary>The groups of addressees as written, without the colon: ， divides groups, 、 only their members.</summary>
    public static IReadOnlyList<string> Groups(string addressees)
    {
        var groups = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= addressees.Length; i++)
        {
            if (i < addressees.Length)
            {
                if (addressees[i] is '（' or '(') depth++;
                else if (addressees[i] is '）' or ')') depth--;
                if (depth > 0 || addressees[i] is not ('，' or ',' or '：' or ':')) continue;
            }

            var group = LetterSpacing.Close(addressees[start..i].Trim());
            if (group.Length > 0) groups.Add(group);
            start = i + 1;
        }

        return groups;
    }

    /// <summary>A part of the head without the line breaks that stand in it.</summary>
    public static string Unbroken(ReadOnlySpan<char> part) =>
        part.Contains('\n') ? string.Concat(part.ToString().Split('\n', StringSplitOptions.TrimEntries)) : part.ToString();
}
