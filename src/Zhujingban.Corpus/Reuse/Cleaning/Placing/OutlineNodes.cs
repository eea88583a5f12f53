using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

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

    /// <summary>For each hash the place made last that has it, and for each place the one made before it; -1 for none. No dictionary is as quick.</summary>
    private int[] _last = NewTable(FirstPlaces);
    private int[] _before = new int[FirstPlaces];
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
        Find(new OutlineNode(_nodes[parent].Run, parent, kind, value, 0, list));

    /// <summary>The place that a unit has, with its number, under another parent.</summary>
    public int Under(int parent, int id) => Id(_nodes[id] with { Run = _nodes[parent].Run, Parent = parent });

    /// <summary>The same with another number.</summary>
    public int Numbered(int id, int parent, int value) => Id(_nodes[id] with { Run = _nodes[parent].Run, Parent = parent, Value = value });

    /// <summary>False for a place under which none has been spoken of.</summary>
    public bool MayHold(int id) => _hold[id];

    /// <summary>The place of a unit with a number that another unit has already.</summary>
    public int Again(int id) => Id(_nodes[id] with { Again = _nodes[id].Again + 1 });

    /// <summary>The unit behind this one under the same parent, <paramref name="steps"/> numbers on.</summary>
    public int Next(int id, int steps) => Id(_nodes[id] with { Value = _nodes[id].Value + steps, Branch = 0, Again = 0 });

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

            Unlink(id);
            _free.Push(id);
        }

        _young = young;
    }

    private int Id(in OutlineNode node)
    {
        if (Find(node) is >= 0 and var known) return known;
        if (!_free.TryPop(out var id))
        {
            if (_count == _nodes.Length) Grow();
            id = _count++;
            _ages.Add(Age.Unused);
            _hold.Add(false);
        }

        (_nodes[id], _hold[id]) = (node, false);
        _depths[id] = node.IsRoot ? 0 : _depths[node.Parent] + 1;
        if (!node.IsRoot) _hold[node.Parent] = true;
        Link(id);
        _young.Add(id);
        return id;
    }

    private int Find(in OutlineNode node)
    {
        var id = LastWithHashOf(node);
        while (id >= 0 && !_nodes[id].Equals(node)) id = _before[id];
        return id;
    }

    private void Link(int id)
    {
        ref var last = ref LastWithHashOf(_nodes[id]);
        (_before[id], last) = (last, id);
    }

    private void Unlink(int id)
    {
        ref var link = ref LastWithHashOf(_nodes[id]);
        while (link != id) link = ref _before[link];
        link = _before[id];
    }

    private ref int LastWithHashOf(in OutlineNode node) => ref _last[node.GetHashCode() & (_last.Length - 1)];

    /// <summary>Makes room for more places, when all that there is room for are spoken of.</summary>
    private void Grow()
    {
        Array.Resize(ref _nodes, 2 * _count);
        Array.Resize(ref _depths, 2 * _count);
        Array.Resize(ref _before, 2 * _count);
        _last = NewTable(2 * _count);
        for (var id = 0; id < _count; id++) Link(id);
    }

    private static int[] NewTable(int length)
    {
        var table = new int[length];
        Array.Fill(table, -1);
        return table;
    }
}
