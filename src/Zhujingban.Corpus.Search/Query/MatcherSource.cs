namespace Zhujingban.Corpus.Search.Query;

/// <summary>The entries of a matcher.</summary>
/// <param name="matcher">The matcher.</param>
internal sealed class MatcherSource(Matcher matcher) : WindowSource
{
    private int _next = -1;

    /// <inheritdoc/>
    public override int Advance(int target) => _next < target ? _next = matcher.Advance(target) : _next;

    /// <inheritdoc/>
    public override void Add(EntryWindow window, bool isEssential)
    {
        for (var entry = Advance(window.Start); entry < window.End; entry = Advance(entry + 1))
        {
            if (!matcher.Matches()) continue;
            var at = entry - window.Start;
            if (window.States[at] == EntryWindow.Candidate)
            {
                window.Scores[at] += matcher.Score();
            }
            else if (isEssential)
            {
                (window.States[at], window.Scores[at]) = (EntryWindow.Candidate, matcher.Score());
            }
            else
            {
                window.States[at] = EntryWindow.Counted;
            }
        }
    }

    /// <inheritdoc/>
    protected override double Bound(int target, out int last) => matcher.Bound(target, out last);
}
