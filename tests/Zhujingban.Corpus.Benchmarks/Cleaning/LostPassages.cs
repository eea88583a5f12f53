using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>What of a notice stands in no copy: whole units, heads, tails, and the rest of a sentence that breaks off.</summary>
internal sealed class LostPassages(BaseNotice notice, SeededRandom random)
{
    private readonly int[] _start = new int[notice.Sentences.Count];
    private readonly int[] _end = [.. notice.Sentences.Select(sentence => sentence.Text.Length)];

    /// <summary>Loses so many passages; answers with what is left, in order.</summary>
    public List<Fragment> Lose(int count)
    {
        for (; count > 0; count--)
        {
            var unit = random.Between(1, notice.Units.Count - 1);
            switch (random.Next(21))
            {
                case < 6: LoseUnits(unit, random.Percent(70) ? 1 : random.Between(2, 3)); break;
                case < 11: LoseHead(unit); break;
                case < 15: LoseTail(unit); break;
                case < 18: BreakOff(unit); break;
                case < 20: LoseBeginning(unit); break;
                default: LoseEnd(); break;
            }
        }

        return Left();
    }

    /// <summary>What is left so far.</summary>
    public List<Fragment> Left() =>
        [.. notice.Sentences.Where(s => _end[s.Id] > _start[s.Id]).Select(s => new Fragment(s.Id, _start[s.Id], _end[s.Id]))];

    private void LoseUnits(int unit, int count)
    {
        for (var i = unit; i < Math.Min(unit + count, notice.Units.Count); i++)
        {
            if (notice.Units[i].Kind != CleanUnitKind.Title) LoseSentences(i, 0, notice.Units[i].Sentences.Count);
        }
    }

    /// <summary>The first sentences of a unit of several, sometimes with the units before it.</summary>
    private void LoseHead(int unit)
    {
        var sentences = notice.Units[unit].Sentences.Count;
        if (sentences < 2 || !notice.Units[unit].IsBody) return;
        LoseSentences(unit, 0, random.Between(1, sentences - 1));
        if (unit > 2 && random.Percent(30)) LoseUnits(unit - 1, 1);
    }

    private void LoseTail(int unit)
    {
        var sentences = notice.Units[unit].Sentences.Count;
        if (sentences > 1 && notice.Units[unit].IsBody) LoseSentences(unit, random.Between(1, sentences - 1), sentences);
    }

    private void BreakOff(int unit)
    {
        if (!notice.Units[unit].IsBody || notice.Units[unit].Kind == CleanUnitKind.Heading) return;
        var at = notice.FirstSentence[unit] + random.Next(notice.Units[unit].Sentences.Count);
        var text = notice.Sentences[at].Text;
        if (text.Length < 24 || _end[at] < text.Length) return;
        _end[at] = random.Between(12, text.Length - 6);
        if (Cuts(text, _end[at])) _end[at]--;
        LoseSentences(unit, at - notice.FirstSentence[unit] + 1, notice.Units[unit].Sentences.Count);
    }

    /// <summary>The mark and the first words, so that what is left begins within a sentence.</summary>
    private void LoseBeginning(int unit)
    {
        var at = notice.FirstSentence[unit];
        var text = notice.Sentences[at].Text;
        if (notice.Units[unit].Kind != CleanUnitKind.Clause || text.Length < 30) return;
        _start[at] = Math.Max(_start[at], random.Between(12, text.Length - 12));
        if (Cuts(text, _start[at])) _start[at]++;
    }

    /// <summary>The head of the notice, or its last units.</summary>
    private void LoseEnd()
    {
        var count = random.Between(1, 3);
        if (random.Percent(60)) LoseUnits(Math.Max(1, notice.Units.Count - count), count);
        else for (var i = 0; i < count && notice.Units[i].Num is null; i++) LoseSentences(i, 0, notice.Units[i].Sentences.Count);
    }

    /// <summary>True where a number would be cut in two.</summary>
    private static bool Cuts(string text, int at) => WrittenNumbers.IsNumeral(text[at - 1]) && WrittenNumbers.IsNumeral(text[at]);

    private void LoseSentences(int unit, int from, int to)
    {
        for (var i = from; i < to; i++) _end[notice.FirstSentence[unit] + i] = 0;
    }
}
