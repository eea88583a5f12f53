namespace Zhujingban.Corpus.Search.Index;

/// <summary>Walks through the entries that hold something indexed, forward only. For one reader.</summary>
internal abstract class TermCursor
{
    /// <summary>The entry behind the last.</summary>
    public const int End = int.MaxValue;

    /// <summary>The entry it stands at; -1 before the first, <see cref="End"/> behind the last.</summary>
    public int Entry { get; protected set; } = -1;

    /// <summary>How many entries it walks through.</summary>
    public abstract int Holders { get; }

    /// <summary>How often the entry holds it.</summary>
    public abstract FieldCounts Counts { get; }

    /// <summary>How often a field of the entry holds it.</summary>
    public virtual int CountIn(Field field) => field switch { Field.Text => Counts.Text, Field.Headings => Counts.Headings, _ => Counts.Title };

    /// <summary>Moves to the first entry that is not before <paramref name="target"/>; stays when it stands there.</summary>
    public abstract int Advance(int target);

    /// <summary>No entry from a target on counts more in ranking than this.</summary>
    /// <param name="target">Never less than the target before.</param>
    /// <param name="last">The last entry of which that is true; <see cref="End"/> when none is left behind it.</param>
    public abstract float Bound(int target, out int last);

    /// <summary>Where a field of the entry holds it, rising; good until the cursor moves.</summary>
    public abstract ReadOnlySpan<int> Positions(Field field);
}
