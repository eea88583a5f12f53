namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What stands at each place, in order. Both streams are ordered, so a piece stands right behind the piece that its own stream had before it; a
/// piece that says another one again keeps its stream's place there.
/// </summary>
internal sealed class NoticeHosts
{
    private readonly Dictionary<int, LinkedList<int>> _hosts = [];
    private readonly Dictionary<int, LinkedListNode<int>> _placed = [];

    /// <param name="placement">Where the pieces go.</param>
    public NoticeHosts(Placement placement)
    {
        var last = new LinkedListNode<int>?[2];
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            var choice = placement.Choices[i];
            if (choice.Of >= 0)
            {
                last[choice.Stream] = _placed.GetValueOrDefault(choice.Of);
                continue;
            }

            if (!_hosts.TryGetValue(choice.Node, out var host)) _hosts[choice.Node] = host = new LinkedList<int>();
            var before = last[choice.Stream];
            var placed = before is not null && before.List == host && !placement.AsItStands ? host.AddAfter(before, i) : host.AddLast(i);
            _placed[i] = placed;
            last[choice.Stream] = placed;
        }
    }

    /// <summary>The places at which something stands.</summary>
    public IEnumerable<int> Places => _hosts.Keys;

    /// <summary>The pieces at a place.</summary>
    public IEnumerable<int> At(int node) => _hosts.TryGetValue(node, out var host) ? host : [];

    /// <summary>True when something stands at a place.</summary>
    public bool Stands(int node) => _hosts.ContainsKey(node);
}
