using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Shows a damaged notice, its truth and what a cleaner made of it, for a person who looks for the difference.</summary>
internal static class DamagedView
{
    public static void Write(CleaningScore score, CleanedNotice cleaned, TextWriter to)
    {
        var (truth, notice) = (score.Truth, score.Truth.Notice);
        to.WriteLine();
        to.WriteLine($"══ {cleaned.Document.Id} (base {notice.Id}; {string.Join(", ", truth.Damaged.Damages)}) badness {score.Badness:F0}");
        to.WriteLine($"   clauses {score.Units.Hits}/{score.Units.Of}, lost {score.LostCharacters}, faults {score.Faults}, "
            + $"duplicates wrong {score.Duplicates.Wrong} missed {score.Duplicates.Missed}, order {score.Order:F3}, decoys merged {score.DecoysMerged.Hits}, gaps wrong {score.Gaps.Wrong} missed {score.Gaps.Missed}, "
            + $"break-offs wrong {score.BreakOffs.Wrong} missed {score.BreakOffs.Missed}, "
            + $"not asked {score.Questions.Of - score.Questions.Hits}, spurious {score.SpuriousQuestions}");
        to.WriteLine("── damaged text: «stream piece», sentences as unit.sentence");
        WriteDamaged(truth, to);
        to.WriteLine("── units of the truth that were not found (path: text), and where their text went");
        foreach (var (unit, _) in score.Found.Where(entry => !entry.Value)) WriteMissed(truth, cleaned, unit, to);
        to.WriteLine("── output: ✓ fits, ✗ does not; ⧉ duplicates");
        foreach (var unit in cleaned.Units) WriteOutput(truth, score, unit, to);
        WriteCharacters(truth, cleaned, to);
        WriteRest(truth, cleaned, to);
    }

    /// <summary>Piece by piece, with the units that each holds.</summary>
    private static void WriteDamaged(NoticeTruth truth, TextWriter to)
    {
        var damaged = truth.Damaged;
        for (var i = 0; i < damaged.Text.Length;)
        {
            var start = i;
            for (; i < damaged.Text.Length && damaged.Piece[i] == damaged.Piece[start] && Kind(i) == Kind(start); i++)
            {
            }

            var text = damaged.Text[start..i].Replace("\r", "␍").Replace("\n", "⏎");
            var what = Kind(start) == 0 ? $"«{damaged.Piece[start]}» {Range(truth, start, i)}" : "«page»";
            to.WriteLine($"{start,6} {what} {Clip(text, 90)}");
        }

        int Kind(int i) => damaged.Sentence[i] == DamagedNotice.Furniture ? 1 : 0;
    }

    private static string Range(NoticeTruth truth, int start, int end)
    {
        var sentences = Enumerable.Range(start, end - start).Select(i => truth.Damaged.Sentence[i]).Where(sentence => sentence >= 0).ToList();
        return sentences.Count == 0 ? "⏎" : $"{Name(truth, sentences[0])}…{Name(truth, sentences[^1])}";
    }

    private static string Name(NoticeTruth truth, int sentence)
    {
        var (unit, index) = (truth.Notice.Sentences[sentence].Unit, truth.Notice.Sentences[sentence].Index);
        var source = truth.Notice.Units[unit];
        return $"{string.Concat(source.Path)}{(source.Num is null ? source.Kind.ToString().ToLowerInvariant() : "")}.{index + 1}";
    }

    private static void WriteMissed(NoticeTruth truth, CleanedNotice cleaned, int unit, TextWriter to)
    {
        var source = truth.Notice.Units[unit];
        to.WriteLine($"  − {source.Kind,-10} [{string.Concat(source.Path)}] {Clip(string.Join("│", source.Sentences), 200)}");
        var ids = truth.Notice.SentencesOf(unit).Select(sentence => truth.ClassOf[sentence.Id]).ToHashSet();
        var places = cleaned.Units.Select(output => (output, Count: CleaningScorer.Indices(output.Spans)
            .Count(i => truth.Damaged.Sentence[i] >= 0 && ids.Contains(truth.ClassOf[truth.Damaged.Sentence[i]])))).Where(place => place.Count > 0);
        var found = places.Select(place => $"{place.output.Id} [{string.Concat(place.output.Path)}] {place.Count} of {place.output.Text.Length}");
        to.WriteLine($"      due {truth.Wordings([unit]).Count} characters; in {string.Join(", ", found)}");
    }

    private static void WriteOutput(NoticeTruth truth, CleaningScore score, CleanUnit unit, TextWriter to)
    {
        var sign = score.Fitting.Contains(unit.Id) ? "✓" : "✗";
        var text = Clip(unit.Text, score.Fitting.Contains(unit.Id) ? 24 : 160);
        to.WriteLine($"  {sign} {unit.Id,-5} {unit.Kind,-10} [{string.Concat(unit.Path)}] {text}");
        foreach (var duplicate in unit.Duplicates.Where(duplicate => duplicate.Spans.Count > 0))
        {
            var copy = string.Concat(duplicate.Spans.Select(span => span.Of(truth.Damaged.Text))).Replace("\n", "⏎");
            to.WriteLine($"        ⧉ {duplicate.Spans[0]} {duplicate.Similarity:F3} {duplicate.Reason}: {Clip(copy, 40)}");
        }
    }

    /// <summary>Places of which too few or too many copies are kept, a run a line.</summary>
    private static void WriteCharacters(NoticeTruth truth, CleanedNotice cleaned, TextWriter to)
    {
        var roles = new CodeUnitRoles(cleaned, truth.Damaged.Text.Length);
        foreach (var span in PassageTruth.SpansOf(roles.Left)) to.WriteLine($"  FAULT: in no part {span} {Clip(span.Of(truth.Damaged.Text), 40)}");
        foreach (var span in PassageTruth.SpansOf(roles.Doubled)) to.WriteLine($"  FAULT: in two parts {span} {Clip(span.Of(truth.Damaged.Text), 40)}");
        foreach (var unit in cleaned.Units.Where(unit => !CleaningScorer.IsTextOfSpans(unit, truth.Damaged.Text)))
            to.WriteLine($"  FAULT: {unit.Id}'s text is not that of its spans");
        foreach (var sentence in truth.Notice.Sentences.Where(s => truth.SentencesOfClass[truth.ClassOf[s.Id]][0] == s.Id))
        {
            for (var offset = 0; offset < sentence.Text.Length;)
            {
                var (start, state) = (offset, State(sentence.Id, offset));
                while (offset < sentence.Text.Length && State(sentence.Id, offset) == state) offset++;
                if (state == "") continue;
                var copies = truth.Copies[(truth.ClassOf[sentence.Id], start)];
                to.WriteLine($"  {state}: {Name(truth, sentence.Id)} {Clip(sentence.Text[start..offset], 40)} (copies at {string.Join(", ", copies)})");
            }
        }

        string State(int sentence, int offset)
        {
            var place = (truth.ClassOf[sentence], offset);
            if (!truth.Copies.TryGetValue(place, out var copies)) return "";
            var (kept, due) = (copies.Count(roles.IsKept), truth.Due(place));
            if (kept < due) return "LOST";
            return kept > due && copies.Count(roles.IsDuplicate) < copies.Count - due ? "KEPT TWICE" : "";
        }
    }

    private static void WriteRest(NoticeTruth truth, CleanedNotice cleaned, TextWriter to)
    {
        to.WriteLine($"── marks missing, truth: {Marks(truth.Marks.Certain)} (lost without a trace: {Marks(truth.Marks.Lost.Except(truth.Marks.Certain))})");
        foreach (var gap in cleaned.Gaps)
            to.WriteLine($"   gap between {gap.After ?? "the beginning"} and {gap.Before ?? "the end"}: {string.Join(' ', gap.Missing)} {gap.Certainty}");
        foreach (var conflict in cleaned.Conflicts) to.WriteLine($"   conflict {conflict.Kind}: {conflict.Message}");
        if (truth.Notice.DatesContradict) to.WriteLine("   the truth's dates contradict one another, where both stand");
        foreach (var passage in truth.Passages.Homeless)
        {
            var home = string.Concat(truth.Notice.Units[passage.Unit].Path);
            to.WriteLine($"   {(passage.MustBeAsked ? "must" : "may")} be asked, left of {home}: {Clip(Text(passage.Indices), 120)}");
        }

        foreach (var question in cleaned.Questions)
        {
            var spurious = CleaningScorer.Indices(question.Spans).Any(truth.Passages.IsDoubtful) ? "question" : "SPURIOUS question";
            var passage = Clip(string.Concat(question.Spans.Select(span => span.Of(truth.Damaged.Text))), 120);
            to.WriteLine($"   {spurious}: {passage} → {string.Join(", ", question.Candidates.Select(id => id ?? "?"))}: {question.Reason}");
        }

        string Marks(IEnumerable<int> units) =>
            string.Join(' ', units.Select(unit => string.Concat(truth.Notice.Units[unit].Path))) is { Length: > 0 } marks ? marks : "none";

        string Text(IReadOnlyList<int> indices) => string.Concat(indices.Select(i => truth.Damaged.Text[i]));
    }

    /// <summary>The beginning and the end of a text that is longer than so many characters.</summary>
    public static string Clip(string text, int length) =>
        text.Length <= length ? text : $"{text[..(length * 2 / 3)]}…{text[^(length / 3)..]}";
}
