using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Brings the entries that match one of several alternatives, a window after another.</summary>
internal abstract class WindowSource
{
    /// <summary>No entry scores more by it in the window that is looked at.</summary>
    public double WindowBound { get; private set; }

    /// <summary>An entry of the window that scores less by it is not among the best, whatever the other sources add.</summary>
    public double LeastScore { get; set; } = double.NegativeInfinity;

    /// <summary>The first entry from <paramref name="target"/> on that it may bring.</summary>
    public abstract int Advance(int target);

    /// <summary>Finds what an entry of a window can score by it.</summary>
    public void SetBound(int start, int end)
    {
        WindowBound = Bound(start, out var last);
        while (last < end - 1) WindowBound = Math.Max(WindowBound, Bound(last + 1, out last));
    }

    /// <summary>Marks its entries and adds to their scores.</summary>
    /// <param name="window">The window.</param>
    /// <param name="isEssential">False when it cannot bring an entry among the best alone: then it only adds to candidates.</param>
    public abstract void Add(EntryWindow window, bool isEssential);

    /// <summary>No entry from a target on scores more by it; see <see cref="TermCursor.Bound"/>.</summary>
    protected abstract double Bound(int target, out int last);
}
