namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Collects faults; a file that is wrong everywhere does not fill the memory.</summary>
internal sealed class FaultList
{
    private const int Most = 1000;

    private readonly List<GenerationFault> _faults = [];
    private int _more;

    /// <summary>True when nothing is wrong so far.</summary>
    public bool IsEmpty => _faults.Count == 0;

    /// <summary>Adds a fault.</summary>
    public void Add(string file, string? place, string message)
    {
        if (_faults.Count < Most) _faults.Add(new GenerationFault(file, place, message));
        else _more++;
    }

    /// <summary>The faults; behind the first thousand, how many more there are.</summary>
    public IReadOnlyList<GenerationFault> ToList() =>
        _more == 0 ? _faults : [.. _faults, new GenerationFault(".", null, $"{_more} more faults were found.")];
}
