using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds what a cleaned notice does with a place of its source.</summary>
internal sealed class UnitPlaces
{
    private readonly List<UnitPlace> _places = [];

    public UnitPlaces(CleanedNotice notice)
    {
        for (var unit = 0; unit < notice.Units.Count; unit++)
        {
            _places.AddRange(notice.Units[unit].Spans.Select(span => new UnitPlace(span, unit, null)));
            foreach (var duplicate in notice.Units[unit].Duplicates)
                _places.AddRange(duplicate.Spans.Select(span => new UnitPlace(span, unit, duplicate)));
        }

        _places.RemoveAll(place => place.Span.IsEmpty);
        _places.Sort((left, right) => left.Span.CompareTo(right.Span));
    }

    /// <summary>Parts a range of the source by who has it, in the source's order.</summary>
    /// <param name="range">A range of the source that is not empty.</param>
    public IEnumerable<UnitPlace> Split(TextSpan range)
    {
        var at = range.Start;
        for (var i = FirstBehind(at); at < range.End; i++)
        {
            var place = i < _places.Count ? _places[i] : new UnitPlace(new TextSpan(range.End, range.End), UnitPlace.NoUnit, null);
            var start = Math.Min(place.Span.Start, range.End);
            if (start > at) yield return new UnitPlace(new TextSpan(at, start), UnitPlace.NoUnit, null);
            at = Math.Max(at, start);
            var end = Math.Min(place.Span.End, range.End);
            if (end > at) yield return place with { Span = new TextSpan(at, end) };
            at = Math.Max(at, end);
        }
    }

    /// <summary>The numbers of the units that keep some of the spans, in canonical order.</summary>
    public IReadOnlyList<int> UnitsAt(IEnumerable<TextSpan> spans) =>
        [.. spans.Where(span => !span.IsEmpty).SelectMany(Split).Where(place => place.IsKept).Select(place => place.Unit).Distinct().Order()];

    private int FirstBehind(int position)
    {
        var (low, high) = (0, _places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_places[middle].Span.End > position) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}

/// <summary>A place of the source and who has it.</summary>
/// <param name="Span">The place.</param>
/// <param name="Unit">The number of the unit that stands there or is said again there; <see cref="NoUnit"/> for none.</param>
/// <param name="Duplicate">What of the unit is said again there; null where the unit itself stands.</param>
internal readonly record struct UnitPlace(TextSpan Span, int Unit, UnitDuplicate? Duplicate)
{
    /// <summary>The place is boilerplate.</summary>
    public const int NoUnit = -1;

    /// <summary>True where a unit itself stands.</summary>
    public bool IsKept => Unit != NoUnit && Duplicate is null;
}
