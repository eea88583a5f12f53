using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A unit that is open where a row has come to.</summary>
/// <param name="Kind">The kind of its number.</param>
/// <param name="Value">Its number.</param>
/// <param name="Branch">之一, 之二.</param>
/// <param name="List">Which list under its parent it is in.</param>
/// <param name="Again">Which unit with its number it is.</param>
/// <param name="Key">A number for it and the units around it.</param>
internal readonly record struct OpenUnit(NumberingKind Kind, int Value, int Branch, int List, int Again, long Key);

/// <summary>The units that are open where a row has come to, the outermost first.</summary>
internal sealed class OpenUnits
{
    /// <summary>So many kinds of numbers there are: the last is <see cref="NumberingKind.Fifth"/>.</summary>
    public const int MostKinds = (int)NumberingKind.Fifth + 1;

    private readonly OpenUnit[] _units = new OpenUnit[MostKinds];
    private int _count;
    private int _run;

    /// <summary>True behind the foot of a run.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>The units around a place, and the one at it.</summary>
    public static OpenUnit[] At(OutlineNodes nodes, int node)
    {
        var path = new Stack<OutlineNode>();
        for (; !nodes[node].IsRoot && !nodes[node].IsEnd; node = nodes[node].Parent) path.Push(nodes[node]);
        var units = new OpenUnit[path.Count];
        var key = (long)nodes[node].Run;
        for (var i = 0; i < units.Length; i++)
        {
            var place = path.Pop();
            key = KeyOf(key, place.Kind, place.Value, place.List, place.Again);
            units[i] = new OpenUnit(place.Kind, place.Value, place.Branch, place.List, place.Again, key);
        }

        return units;
    }

    /// <summary>Closes all.</summary>
    public void Clear(int run, bool isEnd) => (_run, IsEnd, _count) = (run, isEnd, 0);

    /// <summary>Opens what is open at a place.</summary>
    public void Load(in OutlineNode place, OpenUnit[] units)
    {
        Clear(place.Run, place.IsEnd);
        units.AsSpan().CopyTo(_units);
        _count = units.Length;
    }

    /// <summary>Opens what is open in another.</summary>
    public void Copy(OpenUnits other)
    {
        Clear(other._run, other.IsEnd);
        other._units.AsSpan(0, other._count).CopyTo(_units);
        _count = other._count;
    }

    /// <summary>True when just what is open at a place is open.</summary>
    public bool IsAt(in OutlineNode place, OpenUnit[] units) =>
        _run == place.Run && IsEnd == place.IsEnd && _units.AsSpan(0, _count).SequenceEqual(units);

    /// <summary>How many of the open units a number of a kind stands in.</summary>
    public int DepthFor(NumberingKind kind)
    {
        if (kind <= NumberingKind.Article) return 0;
        var depth = _count;
        while (depth > 0 && _units[depth - 1].Kind >= kind) depth--;
        return depth;
    }

    /// <summary>The open unit of a kind inside so many others; one without a number where none is.</summary>
    public OpenUnit UnitAt(int depth, NumberingKind kind) => depth < _count && _units[depth].Kind == kind ? _units[depth] : default;

    /// <summary>The kind of the unit that so many units end with; null for none.</summary>
    public NumberingKind? KindAbove(int depth) => depth == 0 ? null : _units[depth - 1].Kind;

    /// <summary>Closes all but so many units and opens one.</summary>
    public void Open(int depth, NumberingKind kind, int value, int branch, int list)
    {
        _units[depth] = new OpenUnit(kind, value, branch, list, 0, KeyOf(KeyAbove(depth), kind, value, list, 0));
        _count = depth + 1;
    }

    /// <summary>The key of the unit behind an open one.</summary>
    public long KeyBehind(int at) => KeyOf(KeyAbove(at), _units[at].Kind, _units[at].Value + 1, _units[at].List, 0);

    /// <summary>Closes an open unit and opens the one behind it.</summary>
    public void GoOn(int at) => Open(at, _units[at].Kind, _units[at].Value + 1, 0, _units[at].List);

    /// <summary>The place that is open.</summary>
    public int PlaceIn(OutlineNodes nodes)
    {
        if (IsEnd) return nodes.End(_run);
        var node = nodes.Root(_run);
        foreach (ref readonly var unit in _units.AsSpan(0, _count))
        {
            node = nodes.Child(node, unit.Kind, unit.Value, unit.Branch, unit.List);
            for (var again = 0; again < unit.Again; again++) node = nodes.Again(node);
        }

        return node;
    }

    private long KeyAbove(int depth) => depth == 0 ? _run : _units[depth - 1].Key;

    private static long KeyOf(long above, NumberingKind kind, int value, int list, int again) =>
        (((((((above * 1_000_003) + (int)kind) * 100_003) + value) * 1009) + list) * 31) + again;
}
