using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Tells where a heading ends that has lost its line break, and of which the text has no other copy: it ends as headings do, and what
/// follows says who has to do something, by when or on what ground (一、加强组织领导各地区要…).
/// </summary>
internal static class RunTogetherHeadings
{
    private const int ShortestHeading = 4;
    private const int LongestHeading = 16;
    private const int LongestParallel = 30;
    private const int MostUneven = 4;
    private const int ShortestRest = 10;
    private const int LongestSubject = 24;
    private const int LongestAdverbial = 60;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = Words("heading-endings.txt").ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] Actors = [.. Words("actor-openings.txt")];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = Words("heading-verbs.txt").ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] AdverbialOpenings = [.. Words("adverbial-openings.txt")];
    private static readonly string[] AdverbialEndings = [.. Words("adverbial-endings.txt")];
    private static readonly string[] NoHeadings = [.. Words("no-heading-openings.txt")];
    private static readonly string[] Duties = [.. Words("duty-words.txt")];

    /// <summary>The length of the mark and the heading that a piece begins with; 0 for a piece that is no heading and its text.</summary>
    public static int LengthOf(string text, in NoticePiece piece)
    {
        if (!piece.IsMarked || piece.Mark.Kind is not (NumberingKind.First or NumberingKind.Second or NumberingKind.Third)) return 0;
        var own = text.AsSpan(piece.Mark.Span.End, piece.Span.End - piece.Mark.Span.End);
        var most = Math.Min(LongestHeading, own.Length - ShortestRest);
        // 对建筑消防设施每年检测一次 is a sentence.
        if (most < ShortestHeading || NoHeadings.AnyStarts(own)) return 0;
        var heading = 0;
        for (var length = 1; length <= most && char.IsLetter(own[length - 1]) && own[length - 1] != '的' && !Duties.AnyStarts(own[(length - 1)..]); length++)
        {
            if (length >= ShortestHeading && Endings.Contains(own[(length - 2)..length]) && !AreVerbs(own[..length]) && (IsSubject(own[length..]) || IsAdverbial(own[length..]))) heading = length;
        }

        return heading == 0 ? 0 : piece.Mark.Span.Length + heading;
    }

    /// <summary>
    /// True for a heading that only its place shows to be one: two parts with a comma between, each about as long as the other (严格采购管理，规范加工操作), or
    /// one with words in quotation marks (促进“双元”育人); none has a word for a duty.
    /// </summary>
    public static bool IsHeading(ReadOnlySpan<char> heading)
    {
        heading = heading.Trim();
        if (heading.Length is < ShortestHeading or > LongestParallel || NoHeadings.AnyStarts(heading)) return false;
        var comma = heading.IndexOf('，');
        if (comma < 0 ? heading.IndexOf('“') < 0 : Math.Min(comma, heading.Length - comma - 1) < ShortestHeading || Math.Abs(heading.Length - comma - 1 - comma) > MostUneven) return false;
        for (var at = 0; at < heading.Length; at++)
        {
            if (at != comma && (!(char.IsLetter(heading[at]) || heading[at] is '“' or '”' or '、') || heading[at] is '的' || IsDuty(heading[at..]))) return false;
        }

        return true;
    }

    /// <summary>组织协调, 监督检查: before an office they say what is done with it.</summary>
    private static bool AreVerbs(ReadOnlySpan<char> heading) => heading.Length == 4 && Verbs.Contains(heading[..2]) && Verbs.Contains(heading[2..]);

    /// <summary>True for a time or a ground with its comma: 2015年6月底前，…, 根据《…》，….</summary>
    private static bool IsAdverbial(ReadOnlySpan<char> rest)
    {
        var comma = rest[..Math.Min(rest.Length, LongestAdverbial)].IndexOfAny('，', ',');
        if (comma < 2 || AdverbialEndings.EndOf(rest[..comma]) is null) return false;
        return AdverbialOpenings.AnyStarts(rest) || (ChineseNumerals.Read(rest, out _) is > 0 and var digits && rest[digits..] is ['年', ..]);
    }

    /// <summary>True for an office, or places, and the word for what it has to do: 市场监管部门应当, 合肥、济南等地要.</summary>
    private static bool IsSubject(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestSubject)];
        var isPlace = ProtectedWords.StartsWithPlace(rest);
        if (!isPlace && !Actors.AnyStarts(rest)) return false;
        for (var length = 1; length < rest.Length && (char.IsLetter(rest[length - 1]) || rest[length - 1] == '、'); length++)
        {
            if (IsDuty(rest[length..])) return isPlace ? rest[..length].EndsWith("等地") : IsActor(rest[..length]);
        }

        return false;
    }

    /// <summary>应当, 要, 负责; but not what 应急, 要求 and 需求 begin with.</summary>
    private static bool IsDuty(ReadOnlySpan<char> rest) => Duties.AnyStarts(rest) || rest is ['应' or '要' or '需', not ('急' or '求' or '对' or '用' or '点' or '素' or '件'), ..];

    private static bool IsActor(ReadOnlySpan<char> name) => name.IndexOf('、') < 0
        && (Organs.EndsAsOrgan(name) || name is [.., '地', '区'] or [.., '部', '门'] or [.., '单', '位'] or [.., '企', '业'] or [.., '团', '体'] or [.., '政', '府']);

    private static IEnumerable<string> Words(string list) => WordList.Load(list).SelectMany(line => line.Split(' '));
}
