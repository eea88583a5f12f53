namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What stands at each place, in order. Both streams are ordered, so a piece stands right behind the piece that its own stream had before it; a
/// piece that says another one again keeps its stream's place there. What says differently what another one says stands behind it; of two versions of
/// a sentence that goes on with others, the other one stands behind all at its place, so that the text goes on.
/// </summary>
internal sealed class NoticeHosts
{
    private readonly Dictionary<int, LinkedList<int>> _hosts = [];
    private readonly Dictionary<int, LinkedListNode<int>> _placed = [];

    /// <param name="placement">Where the pieces go.</param>
    public NoticeHosts(Placement placement)
    {
        var last = new LinkedListNode<int>?[2];
        LinkedListNode<int>? headAgain = null;
        var versions = new List<int>();
        var heads = new PageHeads(placement.Pieces, piece => placement.Choices[piece].Of is >= 0 and var of ? of : piece);
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            var choice = placement.Choices[i];
            var isVersion = placement.Differing.TryGetValue(i, out var first);
            var isApart = isVersion && !placement.Pieces[i].IsFrame && !(IsParagraph(placement, first) && IsParagraph(placement, i));
            if (isApart) versions.Add(i);
            if (choice.Of >= 0 || isApart)
            {
                var said = _placed.GetValueOrDefault(isVersion ? first : choice.Of);
                // A head that is said again may stand over a page: what follows it, but the rest of the head, goes on with the text.
                headAgain = choice.Of >= 0 && placement.Pieces[i].IsHead ? said : null;
                if (headAgain is not null) continue;
                last[choice.Stream] = said;
                if (isApart && last[choice.Stream] is { } beside) _placed[i] = beside;
                continue;
            }

            var host = HostAt(choice.Node);
            var before = isVersion ? _placed.GetValueOrDefault(first) : headAgain is not null && placement.Pieces[i].StandsInHead ? headAgain : last[choice.Stream];
            headAgain = null;
            if (before is not null && heads.IsOfPage(before.Value, i)) before = null;
            var placed = before is not null && before.List == host && !placement.AsItStands ? host.AddAfter(before, i) : AddBehindAll(placement, host, i);
            _placed[i] = placed;
            last[choice.Stream] = placed;
        }

        foreach (var version in versions) HostAt(placement.Choices[version].Node).AddLast(version);
    }

    /// <summary>Behind what stands there; but a number opens its unit and a title its notice, whose tails may have been placed before.</summary>
    private static LinkedListNode<int> AddBehindAll(Placement placement, LinkedList<int> host, int piece)
    {
        if (placement.AsItStands || host.First is not { } first) return host.AddLast(piece);
        var (one, other) = (placement.Pieces[piece], placement.Pieces[first.Value]);
        var opens = (one.IsMarked && !other.IsMarked) || (one.Kind == PieceKind.Title && !other.IsFrame);
        return opens ? host.AddFirst(piece) : host.AddLast(piece);
    }

    private static bool IsParagraph(Placement placement, int piece) =>
        placement.Pieces[piece].StartsLine && (piece + 1 == placement.Pieces.Length || placement.Pieces[piece + 1].StartsLine);

    private LinkedList<int> HostAt(int node)
    {
        if (!_hosts.TryGetValue(node, out var host)) _hosts[node] = host = new LinkedList<int>();
        return host;
    }

    /// <summary>The places at which something stands.</summary>
    public IEnumerable<int> Places => _hosts.Keys;

    /// <summary>The pieces at a place.</summary>
    public IEnumerable<int> At(int node) => _hosts.TryGetValue(node, out var host) ? host : [];

    /// <summary>True when something stands at a place.</summary>
    public bool Stands(int node) => _hosts.ContainsKey(node);
}
