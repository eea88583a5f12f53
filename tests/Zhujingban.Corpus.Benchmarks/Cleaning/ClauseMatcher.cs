using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// Finds a notice's units in a cleaner's output: path equal, and the text any wording that a copy gave each character. Where line
/// breaks are lost nobody can tell a heading from its text or a paragraph from what it follows, so neighbours may be one; and whether an
/// unnumbered paragraph stands under the last mark, one above it or none is not written anywhere, so each is right.
/// </summary>
internal sealed class ClauseMatcher
{
    private const int LongestWindow = 8;

    private readonly NoticeTruth _truth;
    private readonly List<OutputUnit> _output;
    private readonly ILookup<string, int> _byPath;
    private readonly bool[] _asked;
    private readonly HashSet<int> _used = [];

    public ClauseMatcher(NoticeTruth truth, CleanedNotice cleaned, bool[] asked)
    {
        (_truth, _asked) = (truth, asked);
        _output = [.. cleaned.Units.Select(unit => Read(unit, leaveOutAsked: false)).Where(unit => unit.Characters.Count > 0 || unit.Doubtful > 0)];
        _byPath = Enumerable.Range(0, _output.Count).ToLookup(i => _output[i].Path, i => i);
    }

    /// <summary>The units that can be expected, and whether they were found.</summary>
    public Dictionary<int, bool> Found { get; } = [];

    public HashSet<string> Fitting { get; } = [];

    public Share Strictly { get; private set; }

    public Share Kinds { get; private set; }

    public void Match()
    {
        var runs = Runs();
        foreach (var unit in runs.SelectMany(run => run)) Found[unit] = false;
        foreach (var run in runs) MatchStrictly(run);
        for (var size = 1; size <= LongestWindow; size++)
        {
            foreach (var run in runs.Where(run => run.Count >= size)) MatchWindows(run, size, forgiving: false);
        }

        Forgive(runs);
    }

    /// <summary>What was asked about is left out on both sides: it may stand in another place than the truth's.</summary>
    private void Forgive(List<List<int>> runs)
    {
        if (!_asked.Contains(true)) return;
        for (var i = 0; i < _output.Count; i++)
        {
            if (!_used.Contains(i)) _output[i] = Read(_output[i].Unit, leaveOutAsked: true);
        }

        for (var size = 1; size <= LongestWindow; size++)
        {
            foreach (var run in runs.Where(run => run.Count >= size)) MatchWindows(run, size, forgiving: true);
        }
    }

    /// <summary>The units that can be expected; a unit of the body together with the unnumbered ones behind it.</summary>
    private List<List<int>> Runs()
    {
        var (runs, last) = (new List<List<int>>(), -1);
        for (var i = 0; i < _truth.Notice.Units.Count; i++)
        {
            if (!_truth.Survives(i) || !_truth.Marks.IsPathKnown(i)) continue;
            var (unit, joins) = (_truth.Notice.Units[i], false);
            if (last >= 0 && unit.IsBody && unit.Num is null)
            {
                var before = _truth.Notice.Units[last];
                joins = before.IsBody && before.Part == unit.Part;
            }

            if (joins) runs[^1].Add(i);
            else runs.Add([i]);
            last = i;
        }

        return runs;
    }

    private void MatchStrictly(List<int> run)
    {
        foreach (var unit in run)
        {
            var expected = _truth.Wordings([unit]);
            var at = _byPath[PathOf(unit)].Where(i => !_used.Contains(i) && Fits(expected, _output[i].Characters)).DefaultIfEmpty(-1).First();
            Strictly += new Share(at < 0 ? 0 : 1, 1);
            if (at < 0) continue;
            Kinds += new Share(_output[at].Unit.Kind == _truth.Notice.Units[unit].Kind ? 1 : 0, 1);
            Take([unit], at, at);
        }
    }

    private void MatchWindows(List<int> run, int size, bool forgiving)
    {
        for (var start = 0; start + size <= run.Count; start++)
        {
            var window = run.GetRange(start, size);
            if (window.All(unit => Found[unit])) continue;
            var expected = _truth.Wordings(window, forgiving ? IsAsked : null);
            if (expected.Count == 0) foreach (var unit in window) Found[unit] = true;
            else if (FindUnderAnyPath(window[0], expected) is var (first, last)) Take(window, first, last);
        }
    }

    private (int First, int Last)? FindUnderAnyPath(int unit, List<HashSet<string>> expected) =>
        Paths(unit).Select(path => Find(path, expected)).FirstOrDefault(found => found is not null);

    private (int First, int Last)? Find(string path, List<HashSet<string>> expected)
    {
        foreach (var first in _byPath[path])
        {
            var characters = new List<char>();
            for (var last = first; last < Math.Min(_output.Count, first + LongestWindow); last++)
            {
                if (_output[last].Path != path || _used.Contains(last)) break;
                characters.AddRange(_output[last].Characters);
                if (characters.Count > expected.Count * 2) break;
                if (Fits(expected, characters)) return (first, last);
            }
        }

        return null;
    }

    private void Take(List<int> window, int first, int last)
    {
        foreach (var unit in window) Found[unit] = true;
        for (var i = first; i <= last; i++)
        {
            _used.Add(i);
            Fitting.Add(_output[i].Unit.Id);
        }
    }

    /// <summary>True when every copy of a character that was kept stands in a question.</summary>
    private bool IsAsked(int sentence, int offset) =>
        _truth.Copies.TryGetValue((_truth.ClassOf[sentence], offset), out var copies) && copies.Any(i => _asked[i]);

    /// <summary>The paths that are right for a unit, the truth's own first.</summary>
    private IEnumerable<string> Paths(int unit)
    {
        yield return PathOf(unit);
        if (_truth.Notice.Units[unit] is not { IsBody: true, Num: null, Part: var part }) yield break;
        var above = _truth.Notice.Units.Take(unit).LastOrDefault(other => other.Part == part && other.Num is not null)?.Path ?? [];
        for (var length = above.Count; length >= 0; length--) yield return PathKey.Of(above.Take(length));
    }

    private string PathOf(int unit) => PathKey.Of(_truth.Notice.Units[unit].Path);

    private OutputUnit Read(CleanUnit unit, bool leaveOutAsked)
    {
        var (characters, doubtful) = (new List<char>(), 0);
        foreach (var i in CleaningScorer.Indices(unit.Spans))
        {
            if (_truth.Damaged.Sentence[i] == DamagedNotice.White) continue;
            if (_truth.Passages.IsHomeless(i) || (leaveOutAsked && _asked[i])) doubtful++;
            else if (!char.IsWhiteSpace(_truth.Damaged.Text[i])) characters.Add(_truth.Damaged.Text[i]);
        }

        return new OutputUnit(unit, PathKey.Of(unit.Path), characters, doubtful);
    }

    /// <summary>True when the characters are, one after another, a wording of each place.</summary>
    private static bool Fits(List<HashSet<string>> expected, List<char> characters)
    {
        var at = new HashSet<int> { 0 };
        foreach (var wordings in expected)
        {
            var next = new HashSet<int>();
            foreach (var start in at)
            {
                foreach (var wording in wordings)
                {
                    var (i, end) = (0, start);
                    while (i < wording.Length && (char.IsWhiteSpace(wording[i]) || (end < characters.Count && characters[end] == wording[i])))
                    {
                        if (!char.IsWhiteSpace(wording[i])) end++;
                        i++;
                    }

                    if (i == wording.Length) next.Add(end);
                }
            }

            if (next.Count == 0) return false;
            at = next;
        }

        return at.Contains(characters.Count);
    }

    private sealed record OutputUnit(CleanUnit Unit, string Path, List<char> Characters, int Doubtful);
}
