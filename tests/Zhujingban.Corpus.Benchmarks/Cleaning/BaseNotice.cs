using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>A unit of a notice before it is damaged.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Num">Its mark as written, or null.</param>
/// <param name="Path">The marks around it, its own included.</param>
/// <param name="Sentences">Its text, sentence by sentence.</param>
/// <param name="Part">0 for the notice itself, then one up for each document that it carries.</param>
internal sealed record NoticeUnit(CleanUnitKind Kind, string? Num, IReadOnlyList<string> Path, IReadOnlyList<string> Sentences, int Part)
{
    /// <summary>True for what has a place in the body and may share it with neighbours of the same path.</summary>
    public bool IsBody => Kind is CleanUnitKind.Heading or CleanUnitKind.Clause or CleanUnitKind.Paragraph or CleanUnitKind.Preamble;

    /// <summary>True when the text runs on behind it without a line break of its own: a heading before its text.</summary>
    public bool RunsIn { get; init; }
}

/// <summary>A sentence of a base notice; the smallest thing that a scraper's window takes or leaves.</summary>
internal sealed record NoticeSentence(int Id, int Unit, int Index, string Text);

/// <summary>Two sentences that look alike and must both stay.</summary>
internal readonly record struct Decoy(int First, int Second, string Kind);

/// <summary>A notice before it is damaged, with everything known of it.</summary>
internal sealed class BaseNotice
{
    public BaseNotice(string id, IReadOnlyList<NoticeUnit> units, IReadOnlyList<(int Unit, int OtherUnit, string Kind)> decoyUnits)
    {
        (Id, Units) = (id, units);
        var sentences = new List<NoticeSentence>();
        var firstOf = new int[units.Count];
        for (var unit = 0; unit < units.Count; unit++)
        {
            firstOf[unit] = sentences.Count;
            for (var i = 0; i < units[unit].Sentences.Count; i++) sentences.Add(new NoticeSentence(sentences.Count, unit, i, units[unit].Sentences[i]));
        }

        (Sentences, FirstSentence) = (sentences, firstOf);
        Decoys = [.. decoyUnits.Select(pair => new Decoy(firstOf[pair.Unit], firstOf[pair.OtherUnit], pair.Kind))];
        Numbering = new BaseNumbering(units);
    }

    public string Id { get; }

    public IReadOnlyList<NoticeUnit> Units { get; }

    public IReadOnlyList<NoticeSentence> Sentences { get; }

    /// <summary>The number of each unit's first sentence.</summary>
    public IReadOnlyList<int> FirstSentence { get; }

    public IReadOnlyList<Decoy> Decoys { get; }

    /// <summary>True when the notice was published before it was made.</summary>
    public bool DatesContradict { get; init; }

    public BaseNumbering Numbering { get; }

    /// <summary>The sentences of a unit.</summary>
    public IEnumerable<NoticeSentence> SentencesOf(int unit) =>
        Enumerable.Range(FirstSentence[unit], Units[unit].Sentences.Count).Select(id => Sentences[id]);
}

/// <summary>What the numbers of a notice tell: which units count on from one another, and what each stands under.</summary>
internal sealed class BaseNumbering
{
    public BaseNumbering(IReadOnlyList<NoticeUnit> units)
    {
        (Parent, Run, Ordinal) = (new int[units.Count], new int[units.Count], new int[units.Count]);
        var open = new Dictionary<string, int>();
        var runs = 0;
        for (var i = 0; i < units.Count; i++)
        {
            (Parent[i], Run[i]) = (-1, -1);
            if (units[i].Num is not { } num) continue;
            var above = units[i].Path.Count - 1;
            for (var j = i - 1; above > 0 && j >= 0 && Parent[i] < 0; j--)
            {
                if (units[j].Part == units[i].Part && units[j].Num is not null && units[j].Path.Count == above) Parent[i] = j;
            }

            Ordinal[i] = ValueOf(num);
            var style = $"{units[i].Part} {StyleOf(num)}";
            Run[i] = Ordinal[i] > 1 && open.TryGetValue(style, out var run) ? run : runs++;
            open[style] = Run[i];
        }
    }

    /// <summary>The unit whose mark stands above each unit's; -1 for none.</summary>
    public int[] Parent { get; }

    /// <summary>Units that count on from one another have the same number here; -1 for units without a mark.</summary>
    public int[] Run { get; }

    /// <summary>The value of each unit's mark.</summary>
    public int[] Ordinal { get; }

    /// <summary>The value of a mark.</summary>
    public static int ValueOf(string mark)
    {
        if (mark[0] is >= '①' and <= '⑳') return mark[0] - '①' + 1;
        var number = mark.Trim('第', '章', '节', '条', '、', '.', '．', '（', '）', '(', ')', ' ', '　');
        return ChineseNumerals.TryParse(number, out var value) ? value : 0;
    }

    /// <summary>What is around the number of a mark.</summary>
    public static string StyleOf(string mark) => mark[0] is >= '①' and <= '⑳'
        ? "①"
        : string.Concat(mark.Select(c => char.IsAsciiDigit(c) ? '1' : ChineseNumerals.IsNumeral(c) ? '一' : c).Distinct());
}
