using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Tells whether numbers run through a notice: （三） is the first one in 二、, behind （二） as the last in 一、. Then nothing is missing before it, and what stands before
/// it opens its section. It is so where more sections go on with the number due than begin anew with （一）.
/// </summary>
internal sealed class RunningNumbers
{
    private readonly OutlineNodes _nodes;
    private readonly Dictionary<(int Parent, NumberingKind Kind), (int First, int Last)> _lists = [];
    private readonly Dictionary<(int Run, NumberingKind Kind), int> _votes = [];

    /// <param name="placement">Where the pieces go.</param>
    public RunningNumbers(Placement placement)
    {
        _nodes = placement.Nodes;
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            var place = _nodes[placement.Choices[i].Node];
            if (placement.Choices[i].Of >= 0 || !placement.Pieces[i].IsMarked || place.IsRoot || place.IsEnd || place.Kind <= NumberingKind.Article || _nodes[place.Parent].IsRoot) continue;
            var (first, last) = _lists.GetValueOrDefault((place.Parent, place.Kind), (place.Value, place.Value));
            _lists[(place.Parent, place.Kind)] = (Math.Min(first, place.Value), Math.Max(last, place.Value));
        }

        foreach (var section in _lists.GroupBy(list => (_nodes[list.Key.Parent].Parent, _nodes[list.Key.Parent].Kind, list.Key.Kind))) Vote([.. section.OrderBy(list => _nodes[list.Key.Parent].Order)]);
    }

    /// <summary>True when numbers of a kind run through the units beside one.</summary>
    /// <param name="parent">The unit.</param>
    /// <param name="kind">The kind of the numbers inside it.</param>
    public bool RunThrough(int parent, NumberingKind kind) => _votes.GetValueOrDefault((_nodes[parent].Run, kind)) > 0;

    /// <summary>True for the first number in its unit, where such numbers go on from the unit before.</summary>
    public bool GoesOn(int node) => _lists.TryGetValue((_nodes[node].Parent, _nodes[node].Kind), out var list)
        && list.First == _nodes[node].Value && list.First > 1 && RunThrough(_nodes[node].Parent, _nodes[node].Kind);

    private void Vote(KeyValuePair<(int Parent, NumberingKind Kind), (int First, int Last)>[] lists)
    {
        for (var i = 1; i < lists.Length; i++)
        {
            var key = (_nodes[lists[i].Key.Parent].Run, lists[i].Key.Kind);
            var first = lists[i].Value.First;
            _votes[key] = _votes.GetValueOrDefault(key) + (first == 1 ? -1 : first == lists[i - 1].Value.Last + 1 ? 1 : 0);
        }
    }
}
