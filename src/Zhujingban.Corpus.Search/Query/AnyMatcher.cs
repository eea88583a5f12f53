namespace Zhujingban.Corpus.Search.Query;

/// <summary>Entries that match one of some matchers, or several.</summary>
internal sealed class AnyMatcher : Matcher
{
    private readonly Matcher[] _matchers;
    private readonly int[] _entries;
    private readonly bool[] _match;
    private int _entry = -1;

    /// <summary>Combines matchers.</summary>
    /// <param name="matchers">At least one.</param>
    public AnyMatcher(Matcher[] matchers)
    {
        _matchers = matchers;
        _entries = new int[matchers.Length];
        _match = new bool[matchers.Length];
        Array.Fill(_entries, -1);
        Candidates = (int)Math.Min(int.MaxValue, matchers.Sum(matcher => (long)matcher.Candidates));
    }

    /// <inheritdoc/>
    public override int Candidates { get; }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        _entry = End;
        for (var i = 0; i < _matchers.Length; i++)
        {
            if (_entries[i] < target) _entries[i] = _matchers[i].Advance(target);
            _entry = Math.Min(_entry, _entries[i]);
        }

        return _entry;
    }

    /// <inheritdoc/>
    public override bool Matches()
    {
        var any = false;
        for (var i = 0; i < _matchers.Length; i++)
        {
            _match[i] = _entries[i] == _entry && _matchers[i].Matches();
            any |= _match[i];
        }

        return any;
    }

    /// <inheritdoc/>
    public override double Score()
    {
        var score = 0d;
        for (var i = 0; i < _matchers.Length; i++)
        {
            if (_match[i]) score += _matchers[i].Score();
        }

        return score;
    }

    /// <inheritdoc/>
    public override double Bound(int target, out int last) => SumOfBounds(_matchers, target, out last);
}
