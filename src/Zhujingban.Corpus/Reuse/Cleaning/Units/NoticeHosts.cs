namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What stands at each place, in order. Both streams are ordered, so a piece stands right behind the piece that its own stream had before it; a
/// piece that says another one again keeps its stream's place there. What says differently what another one says stands behind it; of two versions of
/// a sentence that goes on with others, the other one stands behind all at its place, so that the text goes on.
/// </summary>
internal sealed class NoticeHosts
{
    /// <summary>So many pieces are looked at to see what a text without numbers leads up to.</summary>
    private const int Farthest = 8;

    private readonly Placement _placement;
    private readonly PageHeads _heads;
    private readonly Dictionary<int, LinkedList<int>> _hosts = [];
    private readonly Dictionary<int, LinkedListNode<int>> _placed = [];
    private readonly LinkedListNode<int>?[] _last = new LinkedListNode<int>?[2];

    /// <summary>The part of the head that the piece before says again.</summary>
    private LinkedListNode<int>? _headAgain;

    /// <param name="placement">Where the pieces go.</param>
    public NoticeHosts(Placement placement)
    {
        _placement = placement;
        _heads = new PageHeads(placement.Pieces, piece => placement.Choices[piece].Of is >= 0 and var of ? of : piece);
        var versions = new List<int>();
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            var isVersion = placement.Differing.TryGetValue(i, out var first);
            var isApart = isVersion && !placement.Pieces[i].IsFrame && !(IsParagraph(placement, first) && IsParagraph(placement, i));
            if (isApart) versions.Add(i);
            if (placement.Choices[i].Of is >= 0 and var of) Follow(i, isVersion ? first : of);
            else if (isApart) FollowVersion(i, first);
            else Place(i, isVersion ? _placed.GetValueOrDefault(first) : Before(i));
        }

        if (placement.Ranks.Count > 0) SortByRanks();
        foreach (var version in versions) HostAt(placement.Choices[version].Node).AddLast(version);
    }

    /// <summary>
    /// As the notice as a whole has them, but behind the number or the title that opens the place; what got its place later, and another version of something, stays
    /// behind what it stands behind. Nothing is placed any more afterwards.
    /// </summary>
    private void SortByRanks()
    {
        foreach (var (node, host) in _hosts.ToList())
        {
            var rank = -1;
            var ranked = new List<(int Rank, int Piece)>();
            foreach (var piece in host)
            {
                if (ranked.Count == 0 && Opens(_placement.Pieces[piece])) rank = int.MinValue;
                else if (_placement.Ranks[piece] >= 0 && !_placement.Differing.ContainsKey(piece)) rank = _placement.Ranks[piece];
                ranked.Add((rank, piece));
            }

            _hosts[node] = new LinkedList<int>(ranked.OrderBy(entry => entry.Rank).Select(entry => entry.Piece));
        }
    }

    /// <summary>Goes on behind what a piece says again; a head may stand over a page, and tells nothing of where the text goes on.</summary>
    private void Follow(int piece, int of)
    {
        var said = _placed.GetValueOrDefault(of);
        _headAgain = _placement.Pieces[piece].IsHead || _placement.Pieces[of].IsHead ? said : null;
        if (_headAgain is null) _last[_placement.Choices[piece].Stream] = said;
    }

    private void FollowVersion(int piece, int first)
    {
        var beside = _placed.GetValueOrDefault(first);
        _headAgain = null;
        _last[_placement.Choices[piece].Stream] = beside;
        if (beside is not null) _placed[piece] = beside;
    }

    private void Place(int piece, LinkedListNode<int>? before)
    {
        var host = HostAt(_placement.Choices[piece].Node);
        if (before is not null && _heads.IsOfPage(before.Value, piece)) before = null;
        _placed[piece] = before is not null && before.List == host && !_placement.AsItStands ? host.AddAfter(before, piece) : AddBehindAll(_placement, host, piece);
        _last[_placement.Choices[piece].Stream] = _placed[piece];
        _headAgain = null;
    }

    /// <summary>
    /// What a piece stands behind. Behind a head that is said again stands the rest of it, or what leads from it to the notice's first sentence; other text goes on where its
    /// stream was, unless it leads up to something that stands already.
    /// </summary>
    private LinkedListNode<int>? Before(int piece)
    {
        if (_headAgain is null) return _last[_placement.Choices[piece].Stream];
        if (_placement.Pieces[piece].StandsInHead || IsLastOfHead(_headAgain)) return _headAgain;
        return LeadsUpTo(piece) is { Previous: { } before } ? before : _last[_placement.Choices[piece].Stream];
    }

    /// <summary>What stands already and follows a piece in its stream, with nothing but new sentences between; null for none.</summary>
    private LinkedListNode<int>? LeadsUpTo(int piece)
    {
        var (choices, end) = (_placement.Choices, Math.Min(piece + Farthest, _placement.Choices.Length));
        for (var next = piece + 1; next < end && choices[next].Stream == choices[piece].Stream && choices[next].Node == choices[piece].Node && !_placement.Pieces[next].IsHead; next++)
        {
            if (choices[next].Of >= 0) return _placed.GetValueOrDefault(choices[next].Of);
        }

        return null;
    }

    /// <summary>True for a part of a head that no sentence stands behind yet.</summary>
    private bool IsLastOfHead(LinkedListNode<int> head) => head.Next is not { } next || (_placement.Pieces[next.Value].IsFrame && !_placement.Pieces[next.Value].StandsInHead);

    /// <summary>Behind what stands there; but a number opens its unit and a title its notice, whose tails may have been placed before.</summary>
    private static LinkedListNode<int> AddBehindAll(Placement placement, LinkedList<int> host, int piece)
    {
        if (placement.AsItStands || host.First is not { } first) return host.AddLast(piece);
        var (one, other) = (placement.Pieces[piece], placement.Pieces[first.Value]);
        var opens = Opens(one) && (one.IsMarked ? !other.IsMarked : !other.IsFrame);
        return opens ? host.AddFirst(piece) : host.AddLast(piece);
    }

    private static bool Opens(in NoticePiece piece) => piece.IsMarked || piece.Kind == PieceKind.Title;

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
