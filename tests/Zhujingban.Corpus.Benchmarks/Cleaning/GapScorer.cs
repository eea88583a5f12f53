using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Whether a cleaner says what is missing.</summary>
internal static class GapScorer
{
    /// <summary>Marks that stand nowhere: those that numbering shows must be named, the other lost ones may.</summary>
    public static Retrieval Marks(NoticeTruth truth, CleanedNotice cleaned)
    {
        var certain = Counts(truth.Marks.Certain.Select(unit => truth.Notice.Units[unit].Num!));
        var lost = Counts(truth.Marks.Lost.Select(unit => truth.Notice.Units[unit].Num!));
        var named = Counts(cleaned.Gaps.SelectMany(gap => gap.Missing));
        var result = default(Retrieval);
        foreach (var mark in certain.Keys.Union(named.Keys))
        {
            var (due, may, said) = (certain.GetValueOrDefault(mark), lost.GetValueOrDefault(mark), named.GetValueOrDefault(mark));
            result += new Retrieval(Math.Min(due, said), Math.Max(0, said - may), Math.Max(0, due - said));
        }

        return result;

        static Dictionary<string, int> Counts(IEnumerable<string> marks) => marks.CountBy(PathKey.Of).ToDictionary();
    }

    /// <summary>Of the certain marks that are named, those that a gap names between units before and behind them.</summary>
    public static Share Placed(NoticeTruth truth, CleanedNotice cleaned)
    {
        var units = cleaned.Units.ToDictionary(unit => unit.Id, unit => SentencesOf(truth, unit).Select(sentence => truth.Notice.Sentences[sentence].Unit).ToList());
        var placed = default(Share);
        foreach (var lost in truth.Marks.Certain)
        {
            var mark = PathKey.Of(truth.Notice.Units[lost].Num!);
            var naming = cleaned.Gaps.Where(gap => gap.Missing.Any(missing => PathKey.Of(missing) == mark)).ToList();
            if (naming.Count == 0) continue;
            placed += new Share(naming.Any(gap => At(gap.After).All(unit => unit < lost) && At(gap.Before).All(unit => unit > lost)) ? 1 : 0, 1);
        }

        return placed;

        IEnumerable<int> At(string? id) => id is not null && units.TryGetValue(id, out var held)
            ? held.Where(unit => !truth.Marks.Lost.Contains(truth.Marks.Owner(unit)))
            : [];
    }

    /// <summary>
    /// Texts that break off in mid-sentence in every copy; a gap that stands there says it. Where what follows is neither marked nor on
    /// a line of its own nobody can see that they do, so that naming them is right and leaving them out no fault.
    /// </summary>
    public static Retrieval BreakOffs(NoticeTruth truth, CleanedNotice cleaned)
    {
        var (cutBehind, cutBefore, seen) = (new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
        foreach (var sentence in truth.Notice.Sentences)
        {
            var standing = Enumerable.Range(0, sentence.Text.Length).Where(offset => truth.Survives(sentence.Id, offset)).ToList();
            if (standing.Count == 0) continue;
            var breaksOff = standing[^1] < sentence.Text.Length - 1 && cutBehind.Add(sentence.Id);
            if (breaksOff && ShowsItsCut(truth, sentence, standing[^1])) seen.Add(sentence.Id);
            if (standing[0] > 0) cutBefore.Add(sentence.Id);
        }

        var units = cleaned.Units.ToDictionary(unit => unit.Id, unit => SentencesOf(truth, unit));
        var found = new HashSet<int>();
        var wrong = 0;
        foreach (var gap in cleaned.Gaps)
        {
            var behind = gap.After is { } after && units.TryGetValue(after, out var left) ? left.Where(cutBehind.Contains).ToList() : [];
            var before = gap.Before is { } next && units.TryGetValue(next, out var right) ? right.Where(cutBefore.Contains).ToList() : [];
            foreach (var sentence in behind) found.Add(sentence);
            if (gap.Missing.Count == 0 && behind.Count == 0 && before.Count == 0) wrong++;
        }

        found.IntersectWith(seen);
        return new Retrieval(found.Count, wrong, seen.Count - found.Count);
    }

    /// <summary>True when what comes next in some copy is a mark, a line or the end.</summary>
    private static bool ShowsItsCut(NoticeTruth truth, NoticeSentence sentence, int offset) =>
        truth.Copies[(truth.ClassOf[sentence.Id], offset)].Any(index =>
        {
            var next = index + 1;
            while (next < truth.Damaged.Text.Length && truth.Damaged.Sentence[next] == sentence.Id && truth.Damaged.Offset[next] == offset) next++;
            return next == truth.Damaged.Text.Length || truth.Damaged.Sentence[next] == DamagedNotice.White || BeginsMarked(truth, next);
        });

    private static bool BeginsMarked(NoticeTruth truth, int index)
    {
        if (truth.Damaged.Sentence[index] < 0 || truth.Damaged.Offset[index] != 0) return false;
        var sentence = truth.Notice.Sentences[truth.Damaged.Sentence[index]];
        return sentence.Index == 0 && truth.Notice.Units[sentence.Unit].Num is not null;
    }

    private static HashSet<int> SentencesOf(NoticeTruth truth, CleanUnit unit) =>
        [.. CleaningScorer.Indices(unit.Spans).Select(i => truth.Damaged.Sentence[i]).Where(sentence => sentence >= 0)];
}

/// <summary>Marks and paths without what copies write differently.</summary>
internal static class PathKey
{
    public static string Of(string mark) => string.Concat(mark.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch
    {
        '(' => '（', ')' => '）', '．' => '.', >= '０' and <= '９' => (char)(c - '０' + '0'), _ => c,
    }));

    public static string Of(IEnumerable<string> path) => string.Join(' ', path.Select(Of));
}
