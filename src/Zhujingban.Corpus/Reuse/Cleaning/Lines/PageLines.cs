using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// The lines that the page has around the notice: what every site says (打印本页), page numbers, the head that a printed page repeats beside them, and what may
/// be the page's or the notice's (来源, 主办单位) where it stands beside one of these.
/// </summary>
internal static class PageLines
{
    private const int LongestLine = 160;
    private const int LongestNumber = 20;
    private const int LongestHead = 80;
    private const int MostTitleLines = 4;

    /// <summary>On so many of the document's lines the page may stand before the head.</summary>
    private const int MostFronts = 3;

    private static readonly SearchValues<char> LabelSigns = SearchValues.Create("：:】]");
    private static readonly Regex MayBeOfNotice = Union("lines-of-page-or-notice.txt");
    private static readonly Regex Numbers = Union("page-number-lines.txt");
    private static readonly Regex SummaryEnds = Union("summary-end-lines.txt");

    /// <summary>What a line may be.</summary>
    private enum LineKind
    {
        Notice,
        PageOrNotice,
        Page,
        Number,
    }

    /// <summary>True for a line that is the page's wherever it stands.</summary>
    public static bool IsOfPage(string text, TextSpan line) => KindOf(text, line) >= LineKind.Page;

    /// <summary>True for a line of the page behind a summary, whose last sentence goes on nowhere: it stays, and parts what stands around it.</summary>
    public static bool EndsSummary(string text, TextSpan line) => line.Length <= LongestNumber && SummaryEnds.IsMatch(text.AsSpan(line.Start, line.Length));

    /// <summary>The document without these lines, which its source still has: a sentence that goes on behind them goes on.</summary>
    public static Document LeaveOut(Document document)
    {
        var text = ScriptOfRules.Of(document.Text.Text);
        var areOfPage = Find(text, document.Blocks);
        var cuts = new List<TextSpan>();
        var blocks = document.Blocks.ToArray();
        var (end, linesBefore) = (0, 0);
        for (var i = 0; i < areOfPage.Length; i++)
        {
            var span = blocks[i].Span;
            var title = areOfPage[i] || blocks[i].Kind != BlockKind.Paragraph ? span.Start : NoticeInPageLine.TitleStart(text, span, front => IsOfPage(text, front));
            if (title == span.Start && !areOfPage[i] && blocks[i].Kind == BlockKind.Paragraph && linesBefore++ < MostFronts) title += PageFronts.Length(text, span);
            if (areOfPage[i]) cuts.Add(new TextSpan(Math.Min(end, span.Start), span.End));
            else if (title > span.Start)
            {
                cuts.Add(new TextSpan(span.Start, title));
                blocks[i] = blocks[i] with { Span = span with { Start = title } };
            }

            if (!areOfPage[i] && blocks[i].Kind == BlockKind.Paragraph) cuts.AddRange(PageWords.Find(text, blocks[i].Span));

            end = Math.Max(end, span.End);
        }

        return cuts.Count == 0 ? document : DocumentCuts.Without(document with { Blocks = blocks }, areOfPage, cuts);
    }

    /// <summary>For each block of a document whether it is a line of the page.</summary>
    private static bool[] Find(string text, IReadOnlyList<Block> blocks)
    {
        var lines = Enumerable.Range(0, blocks.Count).Where(block => !blocks[block].Span.IsEmpty).ToArray();
        var kinds = Array.ConvertAll(lines, line => blocks[line].Kind == BlockKind.Paragraph ? KindOf(text, blocks[line].Span) : LineKind.Notice);
        FindRunningHeads(text, blocks, lines, kinds);
        for (var i = 1; i < kinds.Length; i++) Spread(kinds, i - 1, i);
        for (var i = kinds.Length - 2; i >= 0; i--) Spread(kinds, i + 1, i);
        var areOfPage = new bool[blocks.Count];
        for (var i = 0; i < lines.Length; i++) areOfPage[lines[i]] = kinds[i] >= LineKind.Page && !EndsSummary(text, blocks[lines[i]].Span);
        return areOfPage;
    }

    /// <summary>
    /// A short line that stands beside two page numbers is the page's, and so is the same line above everything. Beside the same number twice it stands in a page
    /// that was scraped twice.
    /// </summary>
    private static void FindRunningHeads(string text, IReadOnlyList<Block> blocks, int[] lines, LineKind[] kinds)
    {
        var numbers = new Dictionary<string, string>();
        var heads = new HashSet<string>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (NumberBeside(kinds, i) is not (>= 0 and var number) || blocks[lines[i]].Span.Length > LongestHead) continue;
            if (!numbers.TryAdd(LineOf(i), LineOf(number)) && numbers[LineOf(i)] != LineOf(number)) heads.Add(LineOf(i));
        }

        for (var i = 0; i < kinds.Length && heads.Count > 0; i++)
        {
            if (heads.Contains(LineOf(i)) && (NumberBeside(kinds, i) >= 0 || (i == 0 && !BeginsTitle()))) kinds[i] = LineKind.Page;
        }

        string LineOf(int line) => blocks[lines[line]].Span.Of(text);

        // The head of the page may be the first line of a title that is broken over lines; it is not when the title begins behind it: what it is about, and before that who says it.
        bool BeginsTitle() => HasTitle(0) && !(HasTitle(1) && LineOf(1).IndexOf("关于", StringComparison.Ordinal) > 0);

        bool HasTitle(int first)
        {
            var title = new StringBuilder();
            for (var i = first; i < Math.Min(first + MostTitleLines, lines.Length); i++)
            {
                if (OfficialDocumentGenres.Of(title.Append(LineOf(i)).ToString()) is not null) return true;
            }

            return false;
        }
    }

    /// <summary>The page number that stands beside a line, the one before it first; -1 for none.</summary>
    private static int NumberBeside(LineKind[] kinds, int line) => kinds[line] >= LineKind.Page ? -1
        : line > 0 && kinds[line - 1] == LineKind.Number ? line - 1
        : line + 1 < kinds.Length && kinds[line + 1] == LineKind.Number ? line + 1 : -1;

    private static void Spread(LineKind[] kinds, int from, int to)
    {
        if (kinds[to] == LineKind.PageOrNotice && kinds[from] == LineKind.Page) kinds[to] = LineKind.Page;
    }

    private static LineKind KindOf(string text, TextSpan line) =>
        KindOf(text.AsSpan(line.Start, line.Length)) is var kind && kind == LineKind.Page && NoticeInPageLine.Stands(text, line, front => IsOfPage(text, front)) ? LineKind.Notice : kind;

    private static LineKind KindOf(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine) return LineKind.Notice;
        Span<char> squashed = stackalloc char[LongestLine];
        var length = 0;
        foreach (var c in line)
        {
            // No white space stands behind the ideographic one (Unicode, White_Space): to ask for each Chinese character costs more than all else here.
            if (c > '\u3000' || !char.IsWhiteSpace(c)) squashed[length++] = c;
        }

        return length == 0 ? LineKind.Notice : KindOfSquashed(squashed[..length], BoilerplateLines.BeginsWithMark(line));
    }

    private static LineKind KindOfSquashed(ReadOnlySpan<char> line, bool isMarked)
    {
        if (line.Length <= LongestNumber && Numbers.IsMatch(line)) return LineKind.Number;
        if (isMarked) return LineKind.Notice;
        var isSiteLine = BoilerplateLines.ContainSquashed(line);
        if (isSiteLine && !MayBeOfNotice.IsMatch(line)) return LineKind.Page;
        return isSiteLine || (line.ContainsAny(LabelSigns) && HeadPieces.IsLabelOfPage(line)) ? LineKind.PageOrNotice : LineKind.Notice;
    }

    /// <summary>The lines are short, and these patterns have nothing inside what is repeated: to step back costs less than a regex that does not.</summary>
    private static Regex Union(string list) => new(string.Join('|', WordList.Load(list)), RegexOptions.CultureInvariant);
}
