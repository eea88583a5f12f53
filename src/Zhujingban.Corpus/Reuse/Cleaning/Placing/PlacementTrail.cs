namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// A row of choices that many states share the beginning of: whole blocks are shared, and the first one that goes on from a row writes
/// into its open block, so that only rows that part copy anything, and never more than a block.
/// </summary>
internal sealed class PlacementTrail
{
    /// <summary>How many choices a block holds; rows are shortened by whole blocks.</summary>
    public const int Block = 32;

    private readonly PieceChoice[][] _full;
    private readonly OpenBlock _open;
    private readonly int _count;

    private PlacementTrail(PieceChoice[][] full, OpenBlock open, int count) => (_full, _open, _count) = (full, open, count);

    /// <summary>No choices.</summary>
    public static PlacementTrail Empty => new([], new OpenBlock(), 0);

    public int Length => (_full.Length * Block) + _count;

    public PieceChoice this[int index] => index / Block is var block && block < _full.Length ? _full[block][index % Block] : _open.Choices[index % Block];

    /// <summary>The row with one choice more.</summary>
    public PlacementTrail With(PieceChoice choice)
    {
        var (full, open, count) = (_full, _open, _count);
        if (count == Block) (full, open, count) = ([.. full, open.Choices], new OpenBlock(), 0);
        else if (open.Used > count) open = open.Copy(count);
        open.Choices[count] = choice;
        open.Used = count + 1;
        return new PlacementTrail(full, open, count + 1);
    }

    /// <summary>The row without its first choices: a number of whole blocks.</summary>
    public PlacementTrail Without(int choices) => new(_full[(choices / Block)..], _open, _count);

    /// <summary>True when the first choices are the same: a number of whole blocks.</summary>
    public bool Agrees(PlacementTrail other, int choices)
    {
        for (var i = 0; i < choices / Block; i++)
        {
            if (!ReferenceEquals(_full[i], other._full[i]) && !_full[i].AsSpan().SequenceEqual(other._full[i])) return false;
        }

        return true;
    }

    /// <summary>The last block of rows that go on.</summary>
    private sealed class OpenBlock
    {
        public PieceChoice[] Choices { get; } = new PieceChoice[Block];

        /// <summary>How many choices the longest row has written here; no row reads behind its own end.</summary>
        public int Used { get; set; }

        public OpenBlock Copy(int count)
        {
            var copy = new OpenBlock();
            Choices.AsSpan(0, count).CopyTo(copy.Choices);
            return copy;
        }
    }
}
