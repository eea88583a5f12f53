using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.PlainText;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what is kept in place of a part of a duplicate: the run of kept text on which the part's first character falls. Kept spans with
/// nothing but white space between them are one run.
/// </summary>
internal sealed class KeptPlaces
{
    private readonly UnitDuplicate _duplicate;
    private readonly int[] _before;
    private readonly List<(TextSpan Span, int Until)> _kept = [];

    public KeptPlaces(UnitDuplicate duplicate, string source)
    {
        _duplicate = duplicate;
        _before = new int[duplicate.Spans.Count];
        for (var i = 1; i < _before.Length; i++) _before[i] = _before[i - 1] + duplicate.Spans[i - 1].Length;
        var until = 0;
        foreach (var of in duplicate.Of)
        {
            until += of.Length;
            if (_kept.Count > 0 && _kept[^1].Span.End <= of.Start && IsBlank(source.AsSpan(_kept[^1].Span.End, of.Start - _kept[^1].Span.End)))
                _kept[^1] = (_kept[^1].Span with { End = of.End }, until);
            else
                _kept.Add((of, until));
        }
    }

    /// <summary>What is kept in place of a part of the duplicate's spans.</summary>
    public TextSpan For(TextSpan part)
    {
        if (_kept.Count == 0) return default;
        var place = LastWhere(_before.Length, i => _duplicate.Spans[i].Start <= part.Start);
        var offset = place < 0 ? 0 : _before[place] + part.Start - _duplicate.Spans[place].Start;
        var passed = LastWhere(_kept.Count, i => _kept[i].Until <= offset);
        return _kept[Math.Min(passed + 1, _kept.Count - 1)].Span;
    }

    /// <summary>The last number below <paramref name="count"/> that a condition holds for, which holds for all before it; -1 for none.</summary>
    private static int LastWhere(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle)) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!InvisibleCharacters.IsBlank(c)) return false;
        }

        return true;
    }
}
