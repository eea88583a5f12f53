using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>Cuts lines at their marks and gives the pieces to the outline, each with what it needs to know of the next.</summary>
internal static class OutlinePieces
{
    /// <summary>Adds the lines of a part's body.</summary>
    public static void Add(string text, IEnumerable<TextSpan> lines, RegulationMarks ordinals, OutlineBuilder outline)
    {
        var marks = new List<NumberingMark>();
        (NumberingMark? Mark, TextSpan Span)? held = null;
        foreach (var line in lines)
        {
            marks.Clear();
            NumberingScanner.Scan(text, line, marks, ordinals);
            var first = marks.Count > 0 ? marks[0].Span.Start : line.End;
            if (first > line.Start) Pass(null, Trimmed(text, line.Start, first));
            for (var i = 0; i < marks.Count; i++)
                Pass(marks[i], Trimmed(text, marks[i].Span.Start, i + 1 < marks.Count ? marks[i + 1].Span.Start : line.End));
        }

        Release(leads: false);

        void Pass(NumberingMark? mark, TextSpan span)
        {
            if (span.IsEmpty) return;
            Release(held is { Mark: { } above } && (mark is null || mark.Value.Kind > above.Kind));
            held = (mark, span);
        }

        void Release(bool leads)
        {
            if (held is not { } piece) return;
            if (piece.Mark is { } mark) outline.AddUnit(mark, piece.Span, leads);
            else outline.AddParagraph(piece.Span);
        }
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
