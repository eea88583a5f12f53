using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// 发文机关标志 (GB/T 9704-2012 7.2.4): the issuers, one or several a line, with 文件, 令 or 公告 behind the last of them or in the middle;
/// of 令 and 公告 the number too, which is composed of their names and 第N号.
/// </summary>
internal sealed record OfficialDocumentLetterhead
{
    private const string Republic = "中华人民共和国";
    private const int MostLines = 14;
    private const int LongestLine = 60;
    private const int LongestOrdinal = 16;
    private const int LongestPreamble = 400;

    private static readonly string[] Kinds = ["文件", "公告", "命令", "令"];

    /// <summary>The issuers.</summary>
    public required IReadOnlyList<string> Organs { get; init; }

    /// <summary>文件, 令 or 公告.</summary>
    public required string Kind { get; init; }

    /// <summary>Where the letterhead ends.</summary>
    public required int End { get; init; }

    /// <summary>The ordinal of a 令 or 公告; null when it has none.</summary>
    public string? Ordinal { get; init; }

    /// <summary>The range of an ordinal on a line of its own; empty when it stands beside the name.</summary>
    public TextSpan OrdinalSpan { get; init; }

    /// <summary>The issuers as metadata name them.</summary>
    public string Issuer => string.Join(' ', Organs.Select(organ => Short(organ) is "主席" ? organ : Short(organ)));

    /// <summary>国令第706号, 商务部公告2010年第3号; null for 文件 and where there is no ordinal.</summary>
    public string? Number => Ordinal is null ? null
        : (Organs is [var only] && Short(only) == "国务院" && Kind == "令" ? "国" : string.Join('、', Organs.Select(Short))) + Kind + Ordinal;

    /// <summary>The letterhead that begins with a line; null when none does.</summary>
    public static OfficialDocumentLetterhead? Read(string text, IReadOnlyList<TextSpan> lines, int first)
    {
        var names = new List<string>();
        string? kind = null;
        var end = -1;
        for (var i = first; i < lines.Count && i - first < MostLines && lines[i].Length <= LongestLine; i++)
        {
            var line = LetterSpacing.Close(lines[i].Of(text)).Trim();
            if (kind is null)
            {
                if (OfLine(line, names) is not { } found) break;
                kind = found.Kind;
                if (kind is null) continue;
                if (found.Ordinal is { } ordinal) return Make(names, kind, lines[i].End, ordinal, default);
                end = lines[i].End;
                if (kind == "文件") continue;
                return WithOrdinalBelow(text, lines, i, Make(names, kind, end, null, default));
            }

            // 文件 stands in the middle of three names: what follows it belongs to them when the number comes next.
            if (Structure.Organs.Split(line) is not { Count: > 0 } more || !LeadsToNumber(text, lines, i)) break;
            names.AddRange(more);
            end = lines[i].End;
        }

        return kind is null || names.Count == 0 ? null : Make(names, kind, end, null, default);
    }

    /// <summary>A letterhead that runs together with what follows it: 山东省人民政府文件鲁政发…, 中华人民共和国国务院令第594号….</summary>
    public static OfficialDocumentLetterhead? ReadRunTogether(string text, TextSpan line)
    {
        var window = text.AsSpan(line.Start, Math.Min(line.Length, 2 * LongestLine));
        foreach (var kind in Kinds)
        {
            var at = window.IndexOf(kind);
            if (at < 2 || Structure.Organs.Split(window[..at].ToString()) is not { Count: > 0 } names) continue;
            var behind = at + kind.Length;
            while (behind < window.Length && char.IsWhiteSpace(window[behind])) behind++;
            var rest = text.AsSpan(line.Start + behind, line.End - line.Start - behind);
            if (kind == "文件")
            {
                if (OfficialDocumentNumbers.Read(rest) > 0) return Make(names, kind, line.Start + behind, null, default);
            }
            else if (OfficialDocumentNumbers.ReadOrdinal(rest) is var length and > 0)
            {
                return Make(names, kind, line.Start + behind + length, rest[..length].ToString(), default);
            }
            else if (rest is ['《', ..] && rest[..Math.Min(rest.Length, LongestPreamble)].IndexOf("予公布") > 0)
            {
                return Make(names, kind, line.Start + behind, null, default);
            }
        }

        return null;
    }

    private static OfficialDocumentLetterhead Make(IReadOnlyList<string> names, string kind, int end, string? ordinal, TextSpan span) =>
        new() { Organs = [.. names], Kind = kind == "命令" ? "令" : kind, End = end, Ordinal = ordinal is null ? null : Tight(ordinal), OrdinalSpan = span };

    /// <summary>A line of issuers, with the kind and the ordinal when they stand on it; null when it is none. Adds the issuers.</summary>
    private static (string? Kind, string? Ordinal)? OfLine(string line, List<string> names)
    {
        foreach (var kind in Kinds)
        {
            var at = line.LastIndexOf(kind, StringComparison.Ordinal);
            if (at < 0) continue;
            var ordinal = line[(at + kind.Length)..].Trim(' ', '\u3000', '（', '）', '(', ')');
            if (ordinal.Length > 0 && (kind == "文件" || OfficialDocumentNumbers.ReadOrdinal(ordinal) != ordinal.Length)) continue;
            var before = line[..at].Trim();
            var organs = Structure.Organs.Split(before);
            if (organs.Count == 0 && (before.Length > 0 || names.Count == 0)) continue;
            names.AddRange(organs);
            return (kind, ordinal.Length > 0 ? ordinal : null);
        }

        var more = Structure.Organs.Split(line);
        names.AddRange(more);
        return more.Count > 0 ? (null, null) : null;
    }

    /// <summary>A 令 or 公告 has its ordinal below, or at once the text that says what it makes known.</summary>
    private static OfficialDocumentLetterhead? WithOrdinalBelow(string text, IReadOnlyList<TextSpan> lines, int at, OfficialDocumentLetterhead head)
    {
        if (at + 1 >= lines.Count) return null;
        var below = lines[at + 1];
        if (below.Length <= LongestOrdinal)
        {
            var ordinal = below.Of(text).Trim(' ', '\u3000', '（', '）', '(', ')');
            if (ordinal.Length > 0 && OfficialDocumentNumbers.ReadOrdinal(ordinal) == ordinal.Length) return Make(head.Organs, head.Kind, below.End, ordinal, below);
        }

        return text[below.Start] == '《' && text.AsSpan(below.Start, Math.Min(below.Length, LongestPreamble)).IndexOf("予公布") > 0 ? head : null;
    }

    private static bool LeadsToNumber(string text, IReadOnlyList<TextSpan> lines, int at)
    {
        for (var last = at + MostLines; ++at < lines.Count && at < last && lines[at].Length <= LongestLine;)
        {
            var line = lines[at].Of(text);
            if (OfficialDocumentNumbers.Read(line) > 0) return true;
            if (Structure.Organs.Split(line).Count == 0) return false;
        }

        return false;
    }

    private static string Short(string organ) =>
        organ.StartsWith(Republic, StringComparison.Ordinal) && organ.Length > Republic.Length + 1 ? organ[Republic.Length..] : organ;

    private static string Tight(string ordinal) => string.Concat(ordinal.Where(c => !char.IsWhiteSpace(c)));
}
