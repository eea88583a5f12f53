namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Says when a search has to end. It looks at the clock every few thousand entries, and not before the first of them: what a cold program
/// takes to come so far leaves no answer empty.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="after">How long from the first entry on; null for ever, zero for no entry at all.</param>
internal sealed class Deadline(TimeProvider clock, TimeSpan? after)
{
    /// <summary>The entries between two looks at the clock.</summary>
    private const int Between = 2048;

    private long? _start;
    private int _left = after > TimeSpan.Zero ? Between : 0;

    /// <summary>True from the look on that came too late.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>No deadline.</summary>
    public static Deadline None { get; } = new(TimeProvider.System, null);

    /// <summary>Looks at the clock: true when it is too late.</summary>
    public bool PassesNow() => Passes(Between);

    /// <summary>To be asked before some entries are looked at: true when it is too late for them.</summary>
    public bool Passes(int entries = 1)
    {
        if (after is null || HasPassed) return HasPassed;
        _start ??= clock.GetTimestamp();
        _left -= entries;
        if (_left > 0) return false;
        _left = Between;
        return HasPassed = clock.GetElapsedTime(_start.Value) >= after;
    }
}
