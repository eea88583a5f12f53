using System.Buffers;
using System.Collections.Frozen;
using System.Reflection;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>A label of metadata in a line.</summary>
/// <param name="Name">The label as written, without white space and colon.</param>
/// <param name="Value">The range of its value in the line; empty when none follows.</param>
internal readonly record struct PageMetadataLabel(string Name, TextSpan Value);

/// <summary>The labels under which pages state metadata, in either script: <c>page-metadata-labels.txt</c>.</summary>
internal static class PageMetadataLabels
{
    private const int LongestLine = 400;

    /// <summary>Of the labels that follow a value's last word without a gap, short ones may be the end of a word: 数据来源.</summary>
    private const int ShortestInside = 3;

    private const int LongestDate = 30;

    /// <summary>The label of a date of publication that has none on the page.</summary>
    private const string Published = "发布时间";

    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\n\r\v\f\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000【】[]|｜；;");
    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:： \u3000");
    private static readonly HashSet<string> WithColonOnly = new(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> Parts = Load();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known = Parts.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> Initials = SearchValues.Create([.. Parts.Keys.Select(label => label[0]).Distinct()]);
    private static readonly int LongestLabel = Parts.Keys.Max(label => label.Length);

    /// <summary>The part of the document that a label tells; null when it tells none.</summary>
    public static string? PartOf(string label) => Parts.GetValueOrDefault(ScriptOfRules.Of(label)) is { } part and not "-" ? part : null;

    /// <summary>True for a label of the list.</summary>
    public static bool IsLabel(string label) => Parts.ContainsKey(ScriptOfRules.Of(label));

    /// <summary>True for a label whose value is a date of the document.</summary>
    public static bool IsDate(string label) => PartOf(label) is "date" or "published";

    /// <summary>
    /// The labels of a line with their values: each begins the line or follows white space, and a colon follows it. Behind the first one
    /// they may follow each other closely, as inline elements do that only the style sheet parts. A label in brackets needs no colon.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="isCell">True in a cell of a table, where a label may stand alone without a colon.</param>
    public static IReadOnlyList<PageMetadataLabel> Read(ReadOnlySpan<char> line, bool isCell)
    {
        if (line.Length > LongestLine) return [];
        if (Bracketed(line) is { } bracketed) return [bracketed];
        if (line.IndexOfAny(':', '：') < 0) return isCell && Alone(line) is { } alone ? [new PageMetadataLabel(alone, default)] : [];
        if (!MayHaveLabels(line)) return [];
        Span<char> letters = stackalloc char[LongestLine];
        Span<int> places = stackalloc int[LongestLine];
        var count = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (IsBlank(line[i])) continue;
            (letters[count], places[count]) = (ScriptOfRules.Of(line[i]), i);
            count++;
        }

        var found = Find(line, letters[..count], places[..count]);
        if (found.Count == 0) return [];
        if (DateBefore(line[..found[0].Start]) is { } date) return [date, .. Values(line, found)];
        return found.Count == 1 && found[0].Start > 0 ? [] : Values(line, found);
    }

    /// <summary>True for a label, without white space and colon, that needs no colon.</summary>
    public static bool NeedsNoColon(string name) => IsLabel(name) && !WithColonOnly.Contains(ScriptOfRules.Of(name));

    /// <summary>A label begins the line, or what comes before it ends with white space or a line.</summary>
    private static bool MayHaveLabels(ReadOnlySpan<char> line)
    {
        var first = 0;
        while (first < line.Length && IsBlank(line[first])) first++;
        return first < line.Length && (Initials.Contains(ScriptOfRules.Of(line[first])) || line[first..].ContainsAny(Gaps));
    }

    /// <summary><c>2022-05-11 15:20　来源：…</c>: the date before the labels, which is that of publication; null when there is none.</summary>
    private static PageMetadataLabel? DateBefore(ReadOnlySpan<char> line)
    {
        var length = line.TrimEnd().Length;
        if (length is 0 or > LongestDate || ChineseDates.Read(line[..length], out _) is not (> 0 and var end)) return null;
        return line[end..length].ContainsAnyExcept(Clock) ? null : new PageMetadataLabel(Published, new TextSpan(0, length));
    }

    /// <summary><c>[发文机构]北京市人民政府办公厅</c>: null for a line that does not begin so.</summary>
    private static PageMetadataLabel? Bracketed(ReadOnlySpan<char> line)
    {
        if (line is not ['[' or '【', ..]) return null;
        var end = line.IndexOfAny(']', '】');
        if (end < 0 || Alone(line[..end]) is not { } name) return null;
        var start = end + 1;
        while (start < line.Length && (char.IsWhiteSpace(line[start]) || line[start] is ':' or '：')) start++;
        return new PageMetadataLabel(name, start < line.Length ? new TextSpan(start, line.Length) : default);
    }

    /// <summary>The label that is all of a line, without white space; null when the line is none.</summary>
    private static string? Alone(ReadOnlySpan<char> line)
    {
        Span<char> letters = stackalloc char[LongestLabel];
        var count = 0;
        foreach (var c in line)
        {
            if (IsBlank(c)) continue;
            if (count == LongestLabel) return null;
            letters[count++] = c;
        }

        return letters[..count].ToString() is var name && NeedsNoColon(name) ? name : null;
    }

    private static string WithoutBlanks(ReadOnlySpan<char> label) => string.Concat(label.ToString().Where(c => !IsBlank(c)));

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '【' or '】' or '[' or ']';

    private static List<(string Name, int Start, int End)> Find(ReadOnlySpan<char> line, ReadOnlySpan<char> squashed, ReadOnlySpan<int> places)
    {
        var found = new List<(string, int, int)>();
        for (var i = 0; i < squashed.Length; i++)
        {
            if (!Initials.Contains(squashed[i])) continue;
            var follows = i > 0 && places[i] == places[i - 1] + 1 && squashed[i - 1] is not ('|' or '｜' or '；' or ';');
            if (follows && found.Count == 0) continue;
            var shortest = follows && char.IsLetter(squashed[i - 1]) ? ShortestInside : 2;
            for (var end = Math.Min(squashed.Length - 1, i + LongestLabel); end >= i + shortest; end--)
            {
                if (squashed[end] is not (':' or '：') || !Known.TryGetValue(squashed[i..end], out _)) continue;
                found.Add((WithoutBlanks(line[places[i]..(places[end - 1] + 1)]), i == 0 ? 0 : places[i], end + 1 < places.Length ? places[end + 1] : line.Length));
                i = end;
                break;
            }
        }

        return found;
    }

    private static List<PageMetadataLabel> Values(ReadOnlySpan<char> line, List<(string Name, int Start, int End)> found)
    {
        var labels = new List<PageMetadataLabel>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var (start, end) = (found[i].End, i + 1 < found.Count ? found[i + 1].Start : line.Length);
            while (start < end && IsBetween(line[start])) start++;
            while (end > start && (IsBetween(line[end - 1]) || line[end - 1] is '【' or '[')) end--;
            labels.Add(new PageMetadataLabel(found[i].Name, start < end ? new TextSpan(start, end) : default));
        }

        return labels;
    }

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is '|' or '｜' or '；' or ';';

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page-metadata-labels.txt")
            ?? throw new InvalidOperationException("The resource page-metadata-labels.txt is missing.");
        using var reader = new StreamReader(stream);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var label, var part]) continue;
            if (label.EndsWith('：')) WithColonOnly.Add(label = label[..^1]);
            parts.Add(label, part);
        }

        return parts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
