using System.Globalization;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// The marks of a document's 编, 分编, 章, 节 and 条, chosen from all places where such words stand. Articles are chosen first; a
/// container is one when its heading runs up to one of them, or to another container, or fills a line. A table of contents is
/// known by its containers coming again with no article in between: its lines stay paragraphs.
/// </summary>
internal sealed class RegulationMarks
{
    private const int LongestContentsTitle = 8;
    private const string PageSigns = " \u3000\t0123456789０１２３４５６７８９.．·…‥・—-－_()（）";

    private readonly Dictionary<int, NumberingMark> _byStart = [];
    private readonly List<NumberingMark> _marks = [];
    private readonly List<int> _cuts = [];

    /// <summary>The marks, in order.</summary>
    public IReadOnlyList<NumberingMark> Marks => _marks;

    /// <summary>Where the lines are to be cut, in order: before each mark and behind each heading.</summary>
    public IReadOnlyList<int> Cuts => _cuts;

    /// <summary>The mark that begins at a place.</summary>
    public bool TryGet(int start, out NumberingMark mark) => _byStart.TryGetValue(start, out mark);

    /// <summary>Chooses the marks of a document.</summary>
    public static RegulationMarks Read(string text, IReadOnlyList<TextSpan> lines)
    {
        var candidates = new OrdinalCandidates(text).Find(lines);
        var marks = new RegulationMarks();
        if (candidates.Count == 0) return marks;
        var chosen = new ArticleChain(candidates).Choose();
        ChooseContainers(candidates, chosen);
        ContainerHeadings.ChooseOwn(text, candidates, chosen);
        var contents = LeaveOutContents(text, candidates, chosen);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (contents.Contains(i)) marks._cuts.Add(ContentsStart(text, candidates[i].Mark.Span.Start));
            if (!chosen[i]) continue;
            marks._marks.Add(candidates[i].Mark with { AtLineStart = true });
            marks._byStart[candidates[i].Mark.Span.Start] = marks._marks[^1];
            marks._cuts.Add(candidates[i].Mark.Span.Start);
            if (candidates[i].HeadingEnd > 0 && (i + 1 == candidates.Count || candidates[i].HeadingEnd < candidates[i + 1].Mark.Span.Start))
                marks._cuts.Add(candidates[i].HeadingEnd);
        }

        return marks;
    }

    private static void ChooseContainers(List<OrdinalCandidate> candidates, bool[] chosen)
    {
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            var candidate = candidates[i];
            if (!NumberingKinds.IsContainer(candidate.Mark.Kind)) continue;
            if (candidate.IsCertain)
            {
                chosen[i] = true;
                continue;
            }

            if (candidate.IsReference || candidate.IsQuoted || candidate.Place == OrdinalPlace.Inside || candidate.HeadingEnd < 0) continue;
            chosen[i] = i + 1 < candidates.Count && chosen[i + 1] && candidates[i + 1].Mark.Span.Start == candidate.HeadingEnd;
        }
    }

    /// <summary>Takes the containers of tables of contents out; gives where such a table begins.</summary>
    private static HashSet<int> LeaveOutContents(string text, List<OrdinalCandidate> candidates, bool[] chosen)
    {
        var begins = new HashSet<int>();
        var run = new List<int>();
        for (var i = 0; i <= candidates.Count; i++)
        {
            if (i < candidates.Count && (!chosen[i] || NumberingKinds.IsContainer(candidates[i].Mark.Kind)))
            {
                if (chosen[i]) run.Add(i);
                continue;
            }

            // A table that calls itself one may name its first chapter otherwise than the chapter does.
            var called = run.Count > 0 && begins.Count == 0 && text.AsSpan(0, candidates[run[0]].Mark.Span.Start).TrimEnd() is [.., '录'] before
                && LetterSpacing.Close(before[Math.Max(0, before.Length - LongestContentsTitle)..].ToString()).EndsWith("目录", StringComparison.Ordinal);
            var again = run.FindIndex(Math.Min(1, run.Count), at => called
                ? candidates[run[0]].Mark.Kind == candidates[at].Mark.Kind && candidates[run[0]].Mark.Value == candidates[at].Mark.Value
                : IsSame(text, candidates[run[0]], candidates[at]));
            if (again > 0)
            {
                foreach (var entry in run[..again]) chosen[entry] = false;
                begins.Add(run[0]);
            }

            run.Clear();
        }

        return begins;
    }

    /// <summary>目录 belongs to the table that runs together with it.</summary>
    private static int ContentsStart(string text, int first) =>
        text.AsSpan(0, first).EndsWith("目录") ? first - 2 : first;

    private static bool IsSame(string text, in OrdinalCandidate one, in OrdinalCandidate other)
    {
        if (one.Mark.Kind != other.Mark.Kind || one.Mark.Value != other.Mark.Value || one.HeadingEnd < 0 || other.HeadingEnd < 0) return false;
        return Name(one) == Name(other);

        // 总　则………………1 and （1）: a table of contents has its leaders and page numbers.
        string Name(in OrdinalCandidate candidate) => string.Concat(
            text.AsSpan(candidate.Mark.Span.End, candidate.HeadingEnd - candidate.Mark.Span.End).TrimEnd(PageSigns).ToString()
                .Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));
    }
}
