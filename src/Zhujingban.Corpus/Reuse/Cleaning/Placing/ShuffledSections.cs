using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the order of a text whose blocks stand whole, and not in the order of a notice: 二、 before 一、, 第九条 before 第一条, the head behind them, the foot
/// among them. Where a number stands twice over different text there is more to decide than numbers can.
/// </summary>
internal sealed class ShuffledSections
{
    private const int LongestSwapped = 2;

    /// <summary>Of so many steps of a countdown one may rise: a list may close with 七、 that has counted down from 六、.</summary>
    private const int MostRising = 4;

    /// <summary>Of so many numbers one may be missing.</summary>
    private const int FewestOfMissing = 4;

    /// <summary>Fewer articles may be quoted in any order.</summary>
    private const int FewestArticles = 5;

    /// <summary>What is excerpted may stand in any order, too.</summary>
    private static readonly string[] Excerpts = ["摘录", "摘编", "节选", "选编"];

    private readonly string _text;
    private readonly NoticePiece[] _pieces;
    private readonly NumberingKind _kind;
    private readonly int _head;
    private readonly List<NoticeBlock> _blocks;
    private readonly List<NoticeBlock> _sections;

    /// <summary>The sections whose numbers are lower than those before them.</summary>
    private readonly List<int> _falls;

    private readonly bool _isIssuing;

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces, in the order of the source.</param>
    public ShuffledSections(string text, NoticePiece[] pieces)
    {
        (_text, _pieces, _head) = (text, pieces, FindHead(text, pieces));
        // A notice that issues a regulation may have a 一、 and a 二、 of its own: they stay in its head.
        _kind = pieces.Count(piece => piece.HasNumber(NumberingKind.First)) >= pieces.Count(piece => piece.HasNumber(NumberingKind.Article)) ? NumberingKind.First : NumberingKind.Article;
        _blocks = NoticeBlocks.Of(text, pieces, _head, _kind) ?? [];
        _sections = _blocks.FindAll(block => block.IsSection);
        _falls = [.. Enumerable.Range(1, Math.Max(0, _sections.Count - 1)).Where(i => _sections[i].Number < _sections[i - 1].Number)];
        _isIssuing = _blocks.Exists(block => block.Kind == NoticeBlockKind.IssuedTitle) || (_head >= 0 && IssuedTitles.IsIssuing(_pieces[_head].Span.Of(_text)));
    }

    /// <summary>
    /// True where the head certainly belongs to what stands before it: it ends the text with a colon, and no number behind it, or it names the title that stands
    /// there, over a list that lacks its beginning or behind the notice's own foot: a whole regulation may stand before the notice that issues it.
    /// </summary>
    public bool IsHeadOfTextBefore => _head > 0 && (LateHeads.Announces(_text, _pieces, _head)
        || (_blocks.Exists(block => block.Kind == NoticeBlockKind.IssuedTitle && block.Start < _head)
            && _blocks.Exists(block => block.Start < _head && (block.Kind == NoticeBlockKind.Foot || (block.IsSection && block.Start == _sections[0].Start && block.Number > 1)))));

    /// <summary>The title at the beginning, or the head behind something of the body; that of an order only where it names a title that stands before it. -1 for none.</summary>
    private static int FindHead(string text, NoticePiece[] pieces)
    {
        if (pieces.Length == 0) return -1;
        if (LateHeads.Find(text, pieces) is > 0 and var late) return late;
        if (pieces[0].IsTitle) return 0;
        var order = Array.FindIndex(pieces, piece => piece.Kind == PieceKind.Order);
        if (order < 0) return -1;
        var said = NoticeBlocks.HeadText(text, pieces, order);
        return Array.Exists(pieces[..order], piece => piece.Kind is PieceKind.Title or PieceKind.Sentence && piece.StartsLine && NoticeBlocks.IsNamed(text, piece, said)) ? order : -1;
    }

    /// <summary>The pieces in the order of their blocks; null for a text whose blocks are in order, or that cannot be told by them.</summary>
    public NoticePiece[]? Sorted()
    {
        if (_sections.Count < 2) return null;
        var last = _sections.Max(section => section.Number);
        var sorted = Enumerable.Range(0, _blocks.Count).OrderBy(at => RankOf(at, last)).Select(at => _blocks[at]).ToList();
        if (sorted.SequenceEqual(_blocks) || !IsOneNotice()) return null;
        var areSorted = Enumerable.Range(1, _sections.Count - 1).All(i => _sections[i].Number > _sections[i - 1].Number);
        // A notice may have sections of its own, and a foot, before what it issues, and that may hold a sample with a foot; but it has one head.
        if (areSorted && _head == 0 && _blocks.Count(block => block.Kind == NoticeBlockKind.Head) == 1) return null;
        if (!areSorted && (!IsWholeList([.. sorted.Where(block => block.IsSection)]) || AreCut([.. sorted.Where(block => block.IsSection)]) || MayBeMeant())) return null;
        return _head >= 0 || AreChaptersShuffled() ? [.. sorted.SelectMany(block => _pieces[block.Start..block.End])] : null;
    }

    /// <summary>Where a block stands in a notice: the foot at the end, or where the notice issues another text, before that.</summary>
    private (NoticeBlockKind Kind, int Number) RankOf(int at, int last) =>
        _blocks[at].Kind == NoticeBlockKind.Foot && !IsFootOfHead(at, last) ? (NoticeBlockKind.Section, int.MaxValue) : (_blocks[at].Kind, _blocks[at].Number);

    private bool IsFootOfHead(int foot, int last)
    {
        if (foot > 0 && _blocks[foot - 1].IsSection) return _isIssuing && _blocks[foot - 1].Number < last;
        return _isIssuing || (foot > 0 && _blocks[foot - 1].Kind == NoticeBlockKind.Head && _text[_pieces[_blocks[foot].Start - 1].Span.End - 1] is not ('：' or ':'));
    }

    /// <summary>True where nothing shows that there are two documents: two heads or feet, or the end of one and the beginning of another.</summary>
    private bool IsOneNotice()
    {
        if (_kind != NumberingKind.Article && !Array.Exists(_pieces, piece => piece.Kind is PieceKind.DocumentNumber or PieceKind.Addressees || IsIssued(piece))) return false;
        var feet = _blocks.FindAll(block => block.Kind == NoticeBlockKind.Foot);
        if (feet.Count > 1)
        {
            var families = new PieceFamilies(_text, _pieces);
            if (!feet.TrueForAll(foot => AreCopies(families, foot, feet[0]))) return false;
        }

        if (_head <= 0 || _blocks.Exists(block => block.Kind == NoticeBlockKind.IssuedTitle)) return true;
        // What begins with a head and its first number may be a document of its own, and what stands before it the end of another one; but none has 一、 alone and a foot.
        var behind = _sections.FindAll(section => section.Start > _head);
        var isCut = behind.Count == 0 || behind[0].Number != 1 || (behind.Count == 1 && feet.Count > 0 && _sections[0].Number == behind[0].Number + 1);
        return (isCut && feet.TrueForAll(foot => foot.Start > _head)) || LateHeads.Announces(_text, _pieces, _head) || LateHeads.MayGoOn(_text, _pieces, _head);
    }

    private bool IsIssued(in NoticePiece piece) => piece.Kind == PieceKind.Title && OfficialDocumentTitles.IssuerOf(piece.Span.Of(_text)) is not null;

    /// <summary>True for numbers from 1 on of which few are missing, each with one text: what selects or quotes articles has others.</summary>
    private bool IsWholeList(List<NoticeBlock> sorted)
    {
        var (copies, missing) = (0, sorted[0].Number - 1);
        for (var i = 1; i < sorted.Count; i++)
        {
            copies += sorted[i].Number == sorted[i - 1].Number ? 1 : 0;
            missing += Math.Max(0, sorted[i].Number - sorted[i - 1].Number - 1);
        }

        if (missing * FewestOfMissing > sorted[^1].Number) return false;
        if (_kind == NumberingKind.Article) return copies == 0 && (missing == 0 || IsCountdown || AreChaptersShuffled());
        if (copies == 0) return true;
        var families = new PieceFamilies(_text, _pieces);
        return Enumerable.Range(1, sorted.Count - 1).All(i => sorted[i].Number != sorted[i - 1].Number || AreCopies(families, sorted[i], sorted[i - 1]));
    }

    /// <summary>True where a list inside a section goes on with the numbers of another one that does not stand right before it: two streams take turns, and sections are not whole.</summary>
    private bool AreCut(List<NoticeBlock> sorted)
    {
        var ends = new HashSet<(NumberingKind Kind, int Value)>();
        var begins = new List<(NumberingKind Kind, int Value)>();
        var before = new Dictionary<NumberingKind, int>();
        foreach (var section in sorted)
        {
            var (first, last) = (new Dictionary<NumberingKind, int>(), new Dictionary<NumberingKind, int>());
            foreach (var piece in _pieces[section.Start..section.End])
            {
                if (!piece.IsMarked || piece.Mark.Kind <= _kind) continue;
                first.TryAdd(piece.Mark.Kind, piece.Mark.Value);
                last[piece.Mark.Kind] = piece.Mark.Value;
            }

            begins.AddRange(first.Where(mark => mark.Value > 1 && before.GetValueOrDefault(mark.Key) != mark.Value - 1).Select(mark => (mark.Key, mark.Value)));
            foreach (var (kind, value) in last) ends.Add((kind, before[kind] = value));
        }

        return begins.Exists(mark => ends.Contains((mark.Kind, mark.Value - 1)));
    }

    /// <summary>True for two copies of a block that are whole.</summary>
    private static bool AreCopies(PieceFamilies families, NoticeBlock one, NoticeBlock other) =>
        one.Length == other.Length && Enumerable.Range(0, one.Length).All(i => families.FamilyOf(one.Start + i) == families.FamilyOf(other.Start + i));

    /// <summary>
    /// True for a countdown (a ranking, the days before an exam), and for 一、三、二、 in single sentences or before the foot, where a number may be wrong. Many articles are never
    /// counted down, nor are sections with numbers inside; a foot between sections, or a head behind them, shows that they have been moved.
    /// </summary>
    private bool MayBeMeant()
    {
        if (_head > 0) return false;
        if (_head == 0 && NoticeBlocks.HeadText(_text, _pieces, _head) is var said && Array.Exists(Excerpts, word => said.Contains(word, StringComparison.Ordinal))) return true;
        if (_kind == NumberingKind.Article && IsFootBehindAll && _sections.Count < FewestArticles && !AreChaptersShuffled()) return true;
        var isList = _kind != NumberingKind.Article && IsFootBehindAll && _sections.Count(HoldsNumbers) * 2 < _sections.Count;
        return (isList && IsCountdown)
            || (_falls is [var fall] && _sections[fall - 1].Number == _sections[fall].Number + 1 && (AreSwapped(fall) || (fall == _sections.Count - 1 && _kind == NumberingKind.First)));
    }

    private bool AreSwapped(int fall) => _sections[fall - 1].Length <= LongestSwapped && _sections[fall].Length <= LongestSwapped;

    private bool HoldsNumbers(NoticeBlock section) => Array.Exists(_pieces[section.Start..section.End], piece => piece.IsMarked && piece.Mark.Kind > _kind);

    private bool IsCountdown => _falls.Count * MostRising >= (MostRising - 1) * (_sections.Count - 1);

    private bool IsFootBehindAll => _blocks.FindIndex(block => block.Kind == NoticeBlockKind.Foot) is var foot && (foot < 0 || !_blocks.Skip(foot).Any(block => block.IsSection));

    /// <summary>True where numbers fall only where the heading of an earlier chapter stands.</summary>
    private bool AreChaptersShuffled()
    {
        var chapter = int.MaxValue;
        for (var i = 0; i < _sections.Count; i++)
        {
            var first = _pieces[_sections[i].Start];
            var falls = i > 0 && _sections[i].Number < _sections[i - 1].Number;
            if (falls && (first.Mark.Kind == _kind || first.Mark.Value >= chapter)) return false;
            if (first.Mark.Kind != _kind) chapter = first.Mark.Value;
        }

        return chapter != int.MaxValue;
    }
}
