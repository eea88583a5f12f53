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
    /// <summary>The order among units of a kind under one parent.</summary>
    public (int List, int Value, int Branch, int Again) Order => (List, Value, Branch, Again);

    public bool IsRoot => Parent < 0;

    /// <summary>Places are looked up all the time, and differ by what is mixed here; the roots of runs by nothing but their run.</summary>
    public override int GetHashCode() => ((((((Parent * 31) + Value) * 31) + (int)Kind) * 31) + List + (Again * 7) + Branch) ^ (Run << 16);

    public bool IsEnd => Value == int.MaxValue;
}

/// <summary>
/// The places where units of a notice can stand, each made when it is first spoken of. The root of a run holds what stands before its first
/// number, its end what stands behind its last: the foot.
/// </summary>
internal sealed class OutlineNodes
{
    private const int MostYoung = 8192;

    /// <summary>Most notices speak of more places, few of many more.</summary>
    private const int FirstPlaces = 64;

    private OutlineNode[] _nodes = new OutlineNode[FirstPlaces];
    private int[] _depths = new int[FirstPlaces];
    private int _count;
    private readonly Dictionary<OutlineNode, int> _ids = new(FirstPlaces);
    private readonly List<Age> _ages = [];
    private readonly List<bool> _hold = [];
    private readonly Stack<int> _free = [];
    private List<int> _young = [];

    /// <summary>How long a place is needed.</summary>
    private enum Age : byte
    {
        Unused,
        Used,
        Settled,
    }

    /// <summary>True when so many places have been spoken of since the last time that most of them can be forgotten.</summary>
    public bool AreMany => _young.Count > MostYoung;

    /// <summary>The number of runs that have been spoken of.</summary>
    public int Runs { get; private set; }

    public ref readonly OutlineNode this[int id] => ref _nodes[id];

    public int Root(int run)
    {
        Runs = Math.Max(Runs, run + 1);
        return Id(new OutlineNode(run, -1, 0, 0, 0));
    }

    public int End(int run) => Id(new OutlineNode(run, Root(run), 0, int.MaxValue, 0));

    public int Child(int parent, NumberingKind kind, int value, int branch = 0, int list = 0) =>
        Id(new OutlineNode(_nodes[parent].Run, parent, kind, value, branch, list));

    /// <summary>The same, when it has been spoken of; -1 otherwise.</summary>
    public int Find(int parent, NumberingKind kind, int value, int list = 0) =>
        _ids.GetValueOrDefault(new OutlineNode(_nodes[parent].Run, parent, kind, value, 0, list), -1);

    /// <summary>The place that a unit has, with its number, under another parent.</summary>
    public int Under(int parent, int id) => Id(_nodes[id] with { Run = _nodes[parent].Run, Parent = parent });

    /// <summary>False for a place under which none has been spoken of.</summary>
    public bool MayHold(int id) => _hold[id];

    /// <summary>The place of a unit with a number that another unit has already.</summary>
    public int Again(int id) => Id(_nodes[id] with { Again = _nodes[id].Again + 1 });

    /// <summary>The unit behind this one under the same parent, <paramref name="steps"/> numbers on.</summary>
    public int Next(int id, int steps) => Id(_nodes[id] with { Value = _nodes[id].Value + steps, Branch = 0, Again = 0 });

    /// <summary>The unit around a place, or the place, that holds units of a kind.</summary>
    public int HolderOf(NumberingKind kind, int place)
    {
        while (!_nodes[place].IsRoot && (kind <= NumberingKind.Article || _nodes[place].IsEnd || _nodes[place].Kind >= kind || NumberingKinds.IsContainer(_nodes[place].Kind)))
            place = _nodes[place].Parent;
        return place;
    }

    /// <summary>The unit of a kind directly under <paramref name="holder"/> that a place is in; -1 for none.</summary>
    public int UnitUnder(int holder, NumberingKind kind, int place)
    {
        for (; place != holder && !_nodes[place].IsRoot; place = _nodes[place].Parent)
        {
            if (_nodes[place].Parent == holder) return _nodes[place].Kind == kind && !_nodes[place].IsEnd ? place : -1;
        }

        return -1;
    }

    /// <summary>The number of that unit; 0 for none.</summary>
    public int NumberUnder(int holder, NumberingKind kind, int place) => UnitUnder(holder, kind, place) is >= 0 and var unit ? _nodes[unit].Value : 0;

    /// <summary>The article that a place is in, not at; -1 for none.</summary>
    public int ArticleAround(int place)
    {
        for (place = _nodes[place].Parent; place >= 0 && !_nodes[place].IsRoot; place = _nodes[place].Parent)
        {
            if (_nodes[place].Kind == NumberingKind.Article) return place;
        }

        return -1;
    }

    /// <summary>
    /// Order in the notice: below zero when one stands before the other. What numbering does not order, such as a chapter and an article,
    /// is equal.
    /// </summary>
    public int Compare(int one, int other)
    {
        if (one == other) return 0;
        if (_nodes[one].Run != _nodes[other].Run) return _nodes[one].Run.CompareTo(_nodes[other].Run);
        var (a, b) = (one, other);
        if (_nodes[a].Parent != _nodes[b].Parent)
        {
            var (deepOne, deepOther) = (_depths[one], _depths[other]);
            (a, b) = (Up(one, deepOne - deepOther), Up(other, deepOther - deepOne));
            if (a == b) return deepOne.CompareTo(deepOther);
            while (_nodes[a].Parent != _nodes[b].Parent) (a, b) = (_nodes[a].Parent, _nodes[b].Parent);
        }

        ref readonly var left = ref _nodes[a];
        ref readonly var right = ref _nodes[b];
        if (left.IsEnd || right.IsEnd) return left.Value.CompareTo(right.Value);
        if (left.Kind != right.Kind || NumberingKinds.IsContainer(left.Kind)) return 0;
        return left.Order.CompareTo(right.Order);
    }

    private int Up(int id, int steps)
    {
        for (; steps > 0; steps--) id = _nodes[id].Parent;
        return id;
    }

    /// <summary>Keeps a place, and those above it, when the others are forgotten: for good, or for the next time only.</summary>
    public void Keep(int id, bool forGood)
    {
        var age = forGood ? Age.Settled : Age.Used;
        for (; id >= 0 && _ages[id] < age; id = _nodes[id].Parent) _ages[id] = age;
    }

    /// <summary>Forgets the places that were spoken of and that nothing has kept.</summary>
    public void ForgetOthers()
    {
        var young = new List<int>();
        foreach (var id in _young)
        {
            if (_ages[id] == Age.Settled) continue;
            if (_ages[id] == Age.Used)
            {
                _ages[id] = Age.Unused;
                young.Add(id);
                continue;
            }

            _ids.Remove(_nodes[id]);
            _free.Push(id);
        }

        _young = young;
    }

    private int Id(OutlineNode node)
    {
        if (_ids.TryGetValue(node, out var id)) return id;
        if (_free.TryPop(out id))
        {
            (_nodes[id], _hold[id]) = (node, false);
        }
        else
        {
            if (_count == _nodes.Length)
            {
                Array.Resize(ref _nodes, 2 * _count);
                Array.Resize(ref _depths, 2 * _count);
            }

            id = _count++;
            _nodes[id] = node;
            _ages.Add(Age.Unused);
            _hold.Add(false);
        }

        _depths[id] = node.IsRoot ? 0 : _depths[node.Parent] + 1;
        if (!node.IsRoot) _hold[node.Parent] = true;
        _ids[node] = id;
        _young.Add(id);
        return id;
    }
}
