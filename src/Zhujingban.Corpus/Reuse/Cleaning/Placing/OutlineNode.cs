using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A place in a notice's outline.</summary>
/// <param name="Run">The number of its run of numbers: a notice has one, and each attachment with numbers of its own one more.</param>
/// <param name="Parent">The place above, or -1 for the root of a run.</param>
/// <param name="Kind">The kind of its number.</param>
/// <param name="Value">Its number; of a root 0, of the end of a run <see cref="int.MaxValue"/>.</param>
/// <param name="Branch">之一, 之二; of a container which heading it has.</param>
/// <param name="List">Which list under its parent it is in: the items of an article's second paragraph begin with （一） again.</param>
/// <param name="Again">Which unit with its number it is, where different ones bear it.</param>
internal readonly record struct OutlineNode(int Run, int Parent, NumberingKind Kind, int Value, int Branch, int List = 0, int Again = 0)
{
    private const int SpreadOfRuns = unchecked((int)0x9E37_79B1);

    /// <summary>The order among units of a kind under one parent.</summary>
    public (int List, int Value, int Branch, int Again) Order => (List, Value, Branch, Again);

    public bool IsRoot => Parent < 0;

    /// <summary>Places are looked up all the time, and differ by what is mixed here; the roots of runs by nothing but their run, of which a text may have thousands.</summary>
    public override int GetHashCode() => ((((((Parent * 31) + Value) * 31) + (int)Kind) * 31) + List + (Again * 7) + Branch) ^ (Run * SpreadOfRuns);

    public bool IsEnd => Value == int.MaxValue;
}
