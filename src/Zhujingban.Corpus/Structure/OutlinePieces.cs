using System.Buffers;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>Cuts lines at their marks and gives the pieces to the outline, each with what it needs to know of the next.</summary>
internal sealed class OutlinePieces
{
    private const int LongestDivision = 40;

    private static readonly SearchValues<char> NoHeading = SearchValues.Create("。；：！？，;:!?,\n");

    private readonly string _text;
    private readonly List<(NumberingMark? Mark, TextSpan Span)> _pieces = [];

    private OutlinePieces(string text) => _text = text;

    /// <summary>Adds the lines of a part's body.</summary>
    public static void Add(string text, IEnumerable<TextSpan> lines, RegulationMarks ordinals, OutlineBuilder outline)
    {
        var pieces = new OutlinePieces(text);
        pieces.Cut(lines, ordinals);
        if (ordinals.Marks.Count > 0) pieces.FindDivisions();
        pieces.Release(outline);
    }

    private void Cut(IEnumerable<TextSpan> lines, RegulationMarks ordinals)
    {
        var marks = new List<NumberingMark>();
        var awaited = 0;
        foreach (var line in lines)
        {
            marks.Clear();
            NumberingScanner.Scan(_text, line, marks, ordinals, awaited);
            foreach (var mark in marks)
            {
                if (mark.Kind <= NumberingKind.Third) awaited = mark.Kind == NumberingKind.Third ? mark.Value + 1 : 0;
            }

            var first = marks.Count > 0 ? marks[0].Span.Start : line.End;
            if (first > line.Start) Pass(null, line.Start, first);
            for (var i = 0; i < marks.Count; i++)
                Pass(marks[i], marks[i].Span.Start, i + 1 < marks.Count ? marks[i + 1].Span.Start : line.End);
        }
    }

    private void Pass(NumberingMark? mark, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        if (end > start) _pieces.Add((mark, new TextSpan(start, end)));
    }

    /// <summary>一、 with a heading right above an article divides the articles; so does （一） inside such a division.</summary>
    private void FindDivisions()
    {
        var inside = false;
        var last = 0;
        for (var i = 0; i + 1 < _pieces.Count; i++)
        {
            if (_pieces[i].Mark is not { } mark) continue;
            if (NumberingKinds.IsContainer(mark.Kind)) inside = false;
            if (mark.Kind == NumberingKind.First && IsHeading(i) && (StandsOverArticle(i) || (IsSecond(i + 1, 1) && IsHeading(i + 1) && StandsOverArticle(i + 1))))
            {
                _pieces[i] = (mark with { Kind = NumberingKind.Division }, _pieces[i].Span);
                (inside, last) = (true, 0);
            }
            else if (inside && IsSecond(i, last + 1) && IsHeading(i) && StandsOverArticle(i))
            {
                _pieces[i] = (mark with { Kind = NumberingKind.Subdivision }, _pieces[i].Span);
                last = mark.Value;
            }
        }
    }

    private bool StandsOverArticle(int i) => i + 1 < _pieces.Count && _pieces[i + 1].Mark?.Kind == NumberingKind.Article;

    /// <summary>附则 without a number, as codes have it: it belongs to the whole and to no chapter or article before it.</summary>
    private bool IsSupplement(TextSpan span) => span.Length <= LongestDivision && string.Concat(span.Of(_text).Where(c => !char.IsWhiteSpace(c))) == "附则";

    private bool IsSecond(int i, int value) => _pieces[i].Mark is { Kind: NumberingKind.Second } mark && mark.Value == value;

    private bool IsHeading(int i)
    {
        var heading = new TextSpan(_pieces[i].Mark!.Value.Span.End, _pieces[i].Span.End);
        return heading.Length is > 0 and <= LongestDivision && !_text.AsSpan(heading.Start, heading.Length).ContainsAny(NoHeading);
    }

    private void Release(OutlineBuilder outline)
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            var (mark, span) = _pieces[i];
            if (StandsOverArticle(i) && IsSupplement(span)) outline.CloseAll();
            if (mark is { } number) outline.AddUnit(number, span, Leads(number.Kind, i + 1));
            else outline.AddParagraph(span);
        }
    }

    /// <summary>True when the next piece is not of the kind or of a higher one.</summary>
    private bool Leads(NumberingKind kind, int next) =>
        next < _pieces.Count && (_pieces[next].Mark is not { } mark || mark.Kind > kind);
}
