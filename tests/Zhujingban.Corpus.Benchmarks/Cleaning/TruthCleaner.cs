using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Cleans a damaged notice by its truth: what the scorer must give full marks, or the one of the two is wrong.</summary>
internal static class TruthCleaner
{
    public static CleanedNotice Clean(NoticeTruth truth, Document document)
    {
        var units = new List<CleanUnit>();
        var (kept, ofUnit) = Keep(truth);
        foreach (var (unit, spans) in ofUnit.SelectMany(entry => entry.Value.Select(spans => (entry.Key, spans))))
        {
            var source = truth.Notice.Units[unit];
            var text = string.Concat(spans.Select(span => span.Of(truth.Damaged.Text)));
            units.Add(new CleanUnit($"u{units.Count + 1}", source.Kind, source.Num, source.Path, text, spans, []));
        }

        var rest = Enumerable.Range(0, truth.Damaged.Text.Length).Where(i => !kept.Contains(i) && truth.Damaged.Sentence[i] >= 0);
        if (units.Count > 0) units[0] = units[0] with { Duplicates = [new UnitDuplicate(PassageTruth.SpansOf(rest), [], 1, "truth")] };
        return new CleanedNotice(document, units)
        {
            Gaps = [.. Gaps(truth, units)],
            Questions = [.. truth.Passages.Homeless.Where(p => p.MustBeAsked).Select(p => new CleanQuestion(PassageTruth.SpansOf(p.Indices), [null], "truth"))],
            Conflicts = Conflicts(truth, units),
            Boilerplate = PassageTruth.SpansOf(Enumerable.Range(0, truth.Damaged.Text.Length).Where(i => truth.Damaged.Sentence[i] < 0)),
        };
    }

    /// <summary>
    /// The fullest copy of each sentence, unit by unit. Where a later place of a unit is kept from an earlier place of the source, the unit
    /// goes on in a second one: the text of a unit is in the source's order.
    /// </summary>
    private static (HashSet<int> Kept, SortedDictionary<int, List<IReadOnlyList<TextSpan>>> OfUnit) Keep(NoticeTruth truth)
    {
        var (kept, ofUnit) = (new HashSet<int>(), new SortedDictionary<int, List<IReadOnlyList<TextSpan>>>());
        var taken = new HashSet<int>();
        for (var unit = 0; unit < truth.Notice.Units.Count; unit++)
        {
            var run = new List<int>();
            foreach (var sentence in truth.Notice.SentencesOf(unit))
            {
                foreach (var index in Choose(truth, sentence, taken))
                {
                    if (run.Count > 0 && index < run[^1]) Flush(unit, run);
                    run.AddRange(Run(truth, index));
                }
            }

            Flush(unit, run);
        }

        return (kept, ofUnit);

        void Flush(int unit, List<int> run)
        {
            if (run.Count == 0) return;
            if (!ofUnit.TryGetValue(unit, out var parts)) ofUnit[unit] = parts = [];
            parts.Add(PassageTruth.SpansOf(run));
            kept.UnionWith(run);
            run.Clear();
        }
    }

    /// <summary>The fullest copy that is not taken yet, and from others what that one lacks.</summary>
    private static List<int> Choose(NoticeTruth truth, NoticeSentence sentence, HashSet<int> taken)
    {
        var places = Enumerable.Range(0, sentence.Text.Length).Where(offset => truth.Survives(sentence.Id, offset))
            .Select(offset => truth.Copies[(truth.ClassOf[sentence.Id], offset)].Where(index => !taken.Contains(index)).ToList()).ToList();
        var best = places.SelectMany(copies => copies).GroupBy(CopyOf).MaxBy(copy => copy.Count())?.Key;
        var chosen = places.ConvertAll(copies => copies.Find(index => CopyOf(index) == best) is > 0 and var index ? index
            : copies.Contains(0) && CopyOf(0) == best ? 0 : copies[0]);
        taken.UnionWith(chosen);
        return chosen;

        (int, int) CopyOf(int index) => (truth.Damaged.Piece[index], truth.Damaged.Sentence[index]);
    }

    /// <summary>The code units that stand for one place in a copy.</summary>
    private static IEnumerable<int> Run(NoticeTruth truth, int index)
    {
        var damaged = truth.Damaged;
        for (var i = index; i < damaged.Text.Length; i++)
        {
            if (damaged.Sentence[i] == DamagedNotice.White) continue;
            if ((damaged.Sentence[i], damaged.Offset[i], damaged.Piece[i]) != (damaged.Sentence[index], damaged.Offset[index], damaged.Piece[index])) yield break;
            yield return i;
        }
    }

    private static CleanConflict[] Conflicts(NoticeTruth truth, List<CleanUnit> units)
    {
        var published = units.Find(unit => unit.Kind == CleanUnitKind.PublishedDate);
        var made = units.Find(unit => unit.Kind == CleanUnitKind.Date);
        return truth.Notice.DatesContradict && published is not null && made is not null
            ? [new CleanConflict("truth", "truth", TextSpans.Flatten([.. published.Spans, .. made.Spans]))]
            : [];
    }

    private static IEnumerable<CleanGap> Gaps(NoticeTruth truth, List<CleanUnit> units)
    {
        foreach (var unit in truth.Marks.Certain) yield return new CleanGap(null, null, [truth.Notice.Units[unit].Num!], GapCertainty.Certain);
        foreach (var sentence in truth.Notice.Sentences)
        {
            var standing = Enumerable.Range(0, sentence.Text.Length).Where(offset => truth.Survives(sentence.Id, offset)).ToList();
            if (standing.Count == 0 || standing[^1] == sentence.Text.Length - 1) continue;
            var at = truth.Copies[(truth.ClassOf[sentence.Id], standing[^1])];
            var holder = units.First(unit => CleaningScorer.Indices(unit.Spans).Any(at.Contains));
            yield return new CleanGap(holder.Id, null, [], GapCertainty.Probable);
        }
    }
}
