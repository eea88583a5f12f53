namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Which marks are missing so that numbering shows it, and whose path can be told all the same.</summary>
internal sealed class MarkTruth
{
    private readonly BaseNotice _notice;
    private readonly bool[] _stands;
    private readonly bool[] _hasText;

    public MarkTruth(BaseNotice notice, Func<int, bool> markSurvives, Func<int, bool> survives)
    {
        _notice = notice;
        _stands = [.. Enumerable.Range(0, notice.Units.Count).Select(markSurvives)];
        _hasText = [.. Enumerable.Range(0, notice.Units.Count).Select(survives)];
        var marked = Enumerable.Range(0, notice.Units.Count).Where(i => notice.Units[i].Num is not null).ToList();
        Lost = [.. marked.Where(i => !_stands[i])];
        Certain = [.. Lost.Where(IsCertain)];
    }

    /// <summary>The units whose mark stands nowhere.</summary>
    public IReadOnlyList<int> Lost { get; }

    /// <summary>Those of them that the marks before and behind show.</summary>
    public IReadOnlyList<int> Certain { get; }

    public bool Stands(int unit) => _stands[unit];

    /// <summary>The unit whose mark a unit stands under, its own included; -1 for none.</summary>
    public int Owner(int unit)
    {
        var path = _notice.Units[unit].Path;
        if (path.Count == 0) return -1;
        while (_notice.Units[unit].Num is null || _notice.Units[unit].Path.Count != path.Count) unit--;
        return unit;
    }

    /// <summary>True when a reader can tell the whole path of a unit.</summary>
    public bool IsPathKnown(int unit)
    {
        var owner = Owner(unit);
        if (owner < 0) return true;
        if (!_stands[owner]) return false;
        for (var child = owner; _notice.Numbering.Parent[child] is >= 0 and var parent; child = parent)
        {
            if (!_stands[parent] && !IsToldByChildren(parent)) return false;
        }

        return true;
    }

    private bool IsCertain(int unit)
    {
        if (!LaterStands(unit)) return false;
        if (InRun(unit).Any(other => other < unit && _stands[other])) return true;
        var parent = _notice.Numbering.Parent[unit];
        return parent < 0 || _stands[parent] || IsToldByChildren(parent);
    }

    private bool LaterStands(int unit) => InRun(unit).Any(other => other > unit && _stands[other]);

    private IEnumerable<int> InRun(int unit) =>
        Enumerable.Range(0, _notice.Units.Count).Where(other => _notice.Numbering.Run[other] == _notice.Numbering.Run[unit]);

    /// <summary>
    /// True when a lost heading shows by its children: the marks around it stand, so that it is the only one that can be meant, and the
    /// children begin anew, so that they cannot be those of the heading before it.
    /// </summary>
    private bool IsToldByChildren(int unit)
    {
        var ordinal = _notice.Numbering.Ordinal;
        if (!LaterStands(unit) || InRun(unit).Any(other => Math.Abs(ordinal[other] - ordinal[unit]) == 1 && !_stands[other])) return false;
        var first = Enumerable.Range(0, _notice.Units.Count).FirstOrDefault(i => _stands[i] && _notice.Numbering.Parent[i] == unit, -1);
        if (first < 0) return true;
        var before = Enumerable.Range(0, first).LastOrDefault(i => _stands[i] && _notice.Units[i].Part == _notice.Units[first].Part
            && _notice.Units[i].Path.Count <= _notice.Units[first].Path.Count, -1);
        if (before < 0) return ordinal[unit] == 1;
        return _notice.Units[before].Path.Count == _notice.Units[first].Path.Count
            && BaseNumbering.StyleOf(_notice.Units[before].Num!) == BaseNumbering.StyleOf(_notice.Units[first].Num!)
            && ordinal[before] >= ordinal[first];
    }

    /// <summary>True when some of a unit stands somewhere.</summary>
    public bool HasText(int unit) => _hasText[unit];
}
