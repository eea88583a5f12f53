using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse;

/// <summary>The smallest piece that repeats are made of: a sentence, or what stands between it and a mark.</summary>
/// <param name="Span">Its range of the text, without white space at the end.</param>
/// <param name="Hash">The hash of its folded characters.</param>
/// <param name="Numbered">True when it begins with a mark.</param>
/// <param name="Fits">True when its mark continues the numbers before it; also true without a mark.</param>
internal readonly record struct PassageUnit(TextSpan Span, ulong Hash, bool Numbered, bool Fits);

/// <summary>Cuts a document into the units that repeats are made of.</summary>
internal static class PassageUnits
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static List<PassageUnit> Of(Document document)
    {
        var text = document.Text.Text;
        var rules = ScriptOfRules.Of(text);
        var units = new List<PassageUnit>();
        var marks = new List<NumberingMark>();
        var last = new int[(int)NumberingKind.Fifth + 1];
        foreach (var block in document.Blocks)
        {
            marks.Clear();
            NumberingScanner.Scan(rules, block.Span, marks);
            AddSentences(text, block.Span.Start, marks.Count > 0 ? marks[0].Span.Start : block.Span.End, null, units);
            for (var i = 0; i < marks.Count; i++)
            {
                var end = i + 1 < marks.Count ? marks[i + 1].Span.Start : block.Span.End;
                AddSentences(text, marks[i].Span.Start, end, Continues(marks[i], last), units);
            }
        }

        return units;
    }

    /// <summary>A character as it counts in comparisons: full-width ASCII as half-width.</summary>
    public static char Fold(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;

    /// <summary>
    /// True when a number follows the last one of its kind, or begins at 1 below a new unit. Every mark opens what is inside it anew.
    /// </summary>
    private static bool Continues(in NumberingMark mark, int[] last)
    {
        var kind = (int)mark.Kind;
        var fits = mark.Value == last[kind] + 1 || (mark.Value == 1 && last[kind] == 0);
        last[kind] = mark.Value;
        Array.Clear(last, kind + 1, last.Length - kind - 1);
        return fits;
    }

    private static void AddSentences(string text, int start, int end, bool? fits, List<PassageUnit> units)
    {
        foreach (var sentence in Sentences.Split(text, new TextSpan(start, end)))
        {
            var stop = sentence.End;
            while (stop > sentence.Start && char.IsWhiteSpace(text[stop - 1])) stop--;
            if (stop == sentence.Start) continue;
            var span = new TextSpan(sentence.Start, stop);
            var first = sentence.Start == start;
            units.Add(new PassageUnit(span, HashOf(text, span), first && fits is not null, !first || fits is null or true));
        }
    }

    private static ulong HashOf(string text, TextSpan span)
    {
        var hash = Offset;
        foreach (var c in text.AsSpan(span.Start, span.Length)) hash = (hash ^ Fold(c)) * Prime;
        return hash;
    }
}
