using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Finds the runs of units that stand a second time, from front to back in one pass: a unit continues the run before it when the
/// unit behind its counterpart is the same, else it begins a new run at the first place where it is kept.
/// </summary>
/// <param name="units">The units of a document.</param>
/// <param name="text">Its text.</param>
internal sealed class PassageMatcher(List<PassageUnit> units, string text)
{
    /// <summary>Numbered passages: long enough not to be a formula (其他情形。).</summary>
    private const int ShortestNumbered = 30;

    /// <summary>Passages without a number: only length speaks for them.</summary>
    private const int ShortestUnnumbered = 120;

    private readonly Dictionary<ulong, int> _kept = new(units.Count);
    private readonly List<RepeatedRange> _repeats = [];
    private readonly HashSet<int> _left = [];

    /// <summary>The repeats, in the order of the text.</summary>
    public IReadOnlyList<RepeatedRange> Repeats()
    {
        for (var at = 0; at < units.Count;)
        {
            if (!_kept.TryGetValue(units[at].Hash, out var of) || !Same(of, at))
            {
                _kept.TryAdd(units[at].Hash, at++);
                continue;
            }

            var length = 1;
            while (Goes(of + length, at + length, at)) length++;
            if (IsRepeat(of, at, length)) Leave(of, at, length);
            at += length;
        }

        return _repeats;
    }

    /// <summary>True when a run goes on: the kept units before it are still the same.</summary>
    private bool Goes(int of, int at, int start) =>
        at < units.Count && of < start && !_left.Contains(of) && Same(of, at);

    private bool IsRepeat(int of, int at, int length)
    {
        var (characters, numbered, misfit) = (0, false, false);
        for (var i = 0; i < length; i++)
        {
            characters += units[at + i].Span.Length;
            numbered |= units[at + i].Numbered;
            misfit |= !units[at + i].Fits || !units[of + i].Fits;
        }

        return numbered ? misfit && characters >= ShortestNumbered : characters >= ShortestUnnumbered && length > 1;
    }

    /// <summary>One range for each stretch without a line break in it, so that line breaks stay what they are.</summary>
    private void Leave(int of, int at, int length)
    {
        var start = 0;
        for (var i = 1; i <= length; i++)
        {
            _left.Add(at + i - 1);
            var touches = i < length && units[at + i].Span.Start == units[at + i - 1].Span.End;
            if (touches) continue;
            var range = new TextSpan(units[at + start].Span.Start, units[at + i - 1].Span.End);
            var kept = new TextSpan(units[of + start].Span.Start, units[of + i - 1].Span.End);
            _repeats.Add(new RepeatedRange(range, kept, Similarity(of + start, at + start, i - start), "passage-repeated"));
            start = i;
        }
    }

    private bool Same(int left, int right)
    {
        var (a, b) = (units[left].Span, units[right].Span);
        if (units[left].Hash != units[right].Hash || a.Length != b.Length) return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (PassageUnits.Fold(text[a.Start + i]) != PassageUnits.Fold(text[b.Start + i])) return false;
        }

        return true;
    }

    /// <summary>The share of equal characters: what differs only in width counts as near.</summary>
    private double Similarity(int left, int right, int length)
    {
        var (equal, all) = (0, 0);
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (units[left + i].Span, units[right + i].Span);
            for (var j = 0; j < a.Length; j++) equal += text[a.Start + j] == text[b.Start + j] ? 1 : 0;
            all += a.Length;
        }

        return (double)equal / all;
    }
}
