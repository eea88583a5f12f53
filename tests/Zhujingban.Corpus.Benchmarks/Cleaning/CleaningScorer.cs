using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Holds a cleaned notice against the truth of its damages.</summary>
internal static class CleaningScorer
{
    public static CleaningScore Score(NoticeTruth truth, CleanedNotice cleaned)
    {
        var roles = new CodeUnitRoles(cleaned, truth.Damaged.Text.Length);
        var asked = new bool[truth.Damaged.Text.Length];
        foreach (var i in cleaned.Questions.SelectMany(question => Indices(question.Spans))) asked[i] = true;
        var (lost, duplicates) = CountCopies(truth, roles);
        var clauses = new ClauseMatcher(truth, cleaned, asked);
        clauses.Match();
        var marks = GapScorer.Marks(truth, cleaned);
        return new CleaningScore(truth)
        {
            Faults = roles.Faults + cleaned.Units.Count(unit => !IsTextOfSpans(unit, truth.Damaged.Text)),
            LostCharacters = lost,
            Duplicates = duplicates,
            DecoysMerged = CountDecoys(truth, roles),
            TyposKept = CountTypos(truth, roles),
            Units = new Share(clauses.Found.Values.Count(found => found), clauses.Found.Count),
            UnitsStrictly = clauses.Strictly,
            Kinds = clauses.Kinds,
            Found = clauses.Found,
            Fitting = clauses.Fitting,
            ExtraUnits = cleaned.Units.Count - clauses.Fitting.Count,
            Order = OrderScorer.Tau(truth, cleaned, asked),
            Gaps = marks,
            GapsPlaced = GapScorer.Placed(truth, cleaned),
            Conflicts = CountConflicts(truth, cleaned),
            BreakOffs = GapScorer.BreakOffs(truth, cleaned),
            Questions = new Share(truth.Passages.Homeless.Count(p => p.MustBeAsked && IsAsked(p, asked)), truth.Passages.Homeless.Count(p => p.MustBeAsked)),
            SpuriousQuestions = cleaned.Questions.Count(question => !Indices(question.Spans).Any(truth.Passages.IsDoubtful)),
        };
    }

    public static IEnumerable<int> Indices(IEnumerable<TextSpan> spans) => spans.SelectMany(span => Enumerable.Range(span.Start, span.Length));

    private static bool IsAsked(HomelessPassage passage, bool[] asked) => passage.Indices.Count(i => asked[i]) * 3 >= passage.Indices.Count;

    /// <summary>True when a unit says what its spans hold, line breaks aside.</summary>
    public static bool IsTextOfSpans(CleanUnit unit, string text) =>
        WithoutWhite(string.Concat(unit.Spans.Select(span => span.Of(text)))) == WithoutWhite(unit.Text);

    private static string WithoutWhite(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static (int Lost, Retrieval Duplicates) CountCopies(NoticeTruth truth, CodeUnitRoles roles)
    {
        var (lost, duplicates) = (0, default(Retrieval));
        foreach (var (place, copies) in truth.Copies)
        {
            var due = truth.Due(place);
            var kept = copies.Count(roles.IsKept);
            lost += Math.Max(0, due - kept);
            var (expected, marked) = (copies.Count - due, copies.Count(roles.IsDuplicate));
            var right = Math.Min(expected, marked);
            duplicates += new Retrieval(right, marked - right, expected - right);
        }

        return (lost, duplicates);
    }

    private static Share CountTypos(NoticeTruth truth, CodeUnitRoles roles)
    {
        var avoidable = truth.Damaged.Typos.Where(i => truth.Copies[(truth.ClassOf[truth.Damaged.Sentence[i]], truth.Damaged.Offset[i])].Count > 1).ToList();
        return new Share(avoidable.Count(roles.IsKept), avoidable.Count);
    }

    /// <summary>Of the bases only made-up ones may contradict themselves; a real one may do so without anybody's knowing.</summary>
    private static Retrieval CountConflicts(NoticeTruth truth, CleanedNotice cleaned)
    {
        CleanUnitKind[] dates = [CleanUnitKind.PublishedDate, CleanUnitKind.Date];
        var units = truth.Notice.Units;
        var standing = Enumerable.Range(0, units.Count).Where(unit => truth.Survives(unit)).Select(unit => units[unit].Kind);
        var stands = truth.Notice.DatesContradict && !dates.Except(standing).Any();
        var found = Math.Min(stands ? 1 : 0, cleaned.Conflicts.Count);
        return new Retrieval(found, cleaned.Conflicts.Count - found, (stands ? 1 : 0) - found);
    }

    /// <summary>A decoy is merged when half of it or more is kept less often than it is due.</summary>
    private static Share CountDecoys(NoticeTruth truth, CodeUnitRoles roles)
    {
        var (merged, all) = (0, 0);
        foreach (var decoy in truth.Notice.Decoys)
        {
            var classes = new[] { truth.ClassOf[decoy.First], truth.ClassOf[decoy.Second] };
            var places = classes.Select(c => truth.Copies.Where(copy => copy.Key.Class == c && truth.Due(copy.Key) > 0).ToList()).ToList();
            if (places.Any(list => list.Count < 8) || (classes[0] == classes[1] && places[0].Count(copy => truth.Due(copy.Key) > 1) < 8)) continue;
            all++;
            if (places.Any(list => list.Count(copy => copy.Value.Count(roles.IsKept) < truth.Due(copy.Key)) * 2 >= list.Count)) merged++;
        }

        return new Share(merged, all);
    }
}

/// <summary>What a cleaner made of each code unit.</summary>
internal sealed class CodeUnitRoles
{
    private readonly byte[] _role;

    public CodeUnitRoles(CleanedNotice cleaned, int length)
    {
        _role = new byte[length];
        foreach (var unit in cleaned.Units)
        {
            Take(unit.Spans, 1);
            foreach (var duplicate in unit.Duplicates) Take(duplicate.Spans, 2);
        }

        Take(cleaned.Boilerplate, 3);
    }

    /// <summary>Code units in no part or in more than one.</summary>
    public int Faults => Doubled.Count + _role.Count(role => role == 0);

    /// <summary>The code units that are in more than one part.</summary>
    public List<int> Doubled { get; } = [];

    /// <summary>The code units that are in none.</summary>
    public IEnumerable<int> Left => Enumerable.Range(0, _role.Length).Where(i => _role[i] == 0);

    public bool IsKept(int index) => _role[index] == 1;

    public bool IsDuplicate(int index) => _role[index] == 2;

    private void Take(IReadOnlyList<TextSpan> spans, byte role)
    {
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (i < 0 || i >= _role.Length || _role[i] != 0) Doubled.Add(i);
                else _role[i] = role;
            }
        }
    }
}

/// <summary>Whether what was kept stands in the notice's order.</summary>
internal static class OrderScorer
{
    public static double Tau(NoticeTruth truth, CleanedNotice cleaned, bool[] asked)
    {
        var order = Kept(truth, cleaned, asked);
        if (order.Count < 2) return 1;
        long inversions = 0;
        for (var i = 0; i < order.Count; i++)
        {
            for (var j = i + 1; j < order.Count; j++) inversions += order[i] > order[j] ? 1 : 0;
        }

        return 1 - (4.0 * inversions / order.Count / (order.Count - 1));
    }

    /// <summary>The sentences in the order of their first kept character; those of equal words and those without a home have no place of their own.</summary>
    public static List<int> Kept(NoticeTruth truth, CleanedNotice cleaned, bool[] asked)
    {
        var (order, seen) = (new List<int>(), new HashSet<int>());
        foreach (var i in cleaned.Units.SelectMany(unit => CleaningScorer.Indices(unit.Spans)))
        {
            var sentence = truth.Damaged.Sentence[i];
            if (sentence < 0 || asked[i] || truth.Passages.IsHomeless(i) || truth.SentencesOfClass[truth.ClassOf[sentence]].Count > 1
                || !truth.Marks.IsPathKnown(truth.Notice.Sentences[sentence].Unit)) continue;
            if (seen.Add(sentence)) order.Add(sentence);
        }

        return order;
    }
}
