namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// Cuts a notice into the pieces that a scraper wrote out, in the order in which it wrote them: ordered, partial copies of the
/// notice that take turns, or one copy with windows of it repeated. Unless the turns may lose something, all of it stands whole in one copy or more.
/// </summary>
internal sealed class ScrapedStreams
{
    private readonly SeededRandom _random;
    private readonly IReadOnlyList<Fragment> _order;
    private readonly int _headLength;
    private readonly bool _loses;

    /// <param name="random">What decides.</param>
    /// <param name="order">What is left of the notice, in the order in which every stream has it.</param>
    /// <param name="headLength">How many of them are the notice's head.</param>
    /// <param name="loses">True when what the turns leave out may stand in no copy.</param>
    public ScrapedStreams(SeededRandom random, IReadOnlyList<Fragment> order, int headLength, bool loses) =>
        (_random, _order, _headLength, _loses) = (random, order, Math.Min(headLength, order.Count), loses);

    /// <summary>The pieces, and how they came about.</summary>
    public (List<Piece> Pieces, string Way) Cut()
    {
        var way = _random.Next(100);
        var (pieces, name) = way switch
        {
            < 35 => (Spliced(), "spliced"),
            < 58 => (Alternating(2, abreast: true), "abreast"),
            < 65 => (Alternating(2, abreast: false), "alternating"),
            < 68 => (Alternating(3, abreast: true), "three abreast"),
            < 84 => (Windows(), "windows"),
            < 92 => (Heads(), "heads"),
            _ => (Twice(), "twice"),
        };
        CutOff(pieces);
        return (pieces, name);
    }

    /// <summary>Lines of one copy, each with a piece of the other copy in its middle, often instead of what stood there.</summary>
    private List<Piece> Spliced()
    {
        var reach = _order.Count * _random.Between(45, 100) / 100;
        var lines = Chunks(0, _order.Count, 3, 14);
        var others = Chunks(0, reach, 2, Math.Max(3, reach * 2 / Math.Max(1, lines.Count)));
        var pieces = new List<Piece>();
        for (var i = 0; i < Math.Max(lines.Count, others.Count); i++)
        {
            var (start, end) = i < lines.Count ? lines[i] : (0, 0);
            var middle = end - start < 2 ? end : _random.Between(start + 1, end - 1);
            var dropped = _random.Percent(60) ? Math.Min(_random.Between(1, 4), end - middle) : 0;
            if (middle + dropped > reach && !(_loses && _random.Percent(70))) dropped = Math.Max(0, reach - middle);
            Add(pieces, 0, start, middle);
            if (i < others.Count) Add(pieces, 1, others[i].Start, others[i].End);
            Add(pieces, 0, Math.Min(end, middle + dropped), end);
            if (pieces.Count > 0) pieces[^1] = pieces[^1] with { EndsLine = true };
        }

        return pieces;
    }

    /// <summary>
    /// Copies that take turns; each has runs of the notice that the others miss. Abreast, the one that is behind goes on; else they
    /// take turns whatever they have reached.
    /// </summary>
    private List<Piece> Alternating(int count, bool abreast)
    {
        var streams = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (var (start, end) in Chunks(0, _order.Count, 2, 9))
        {
            var holder = _random.Next(100) switch { < 50 => -1, < 78 => 0, _ => _random.Between(1, count - 1) };
            if (_loses && start > 2 && _random.Percent(6)) continue;
            for (var s = 0; s < count; s++)
            {
                if (holder < 0 || holder == s) streams[s].AddRange(Enumerable.Range(start, end - start));
            }
        }

        var queues = streams.Select(stream => new Queue<List<int>>(Turns(stream))).ToArray();
        var pieces = new List<Piece>();
        for (var s = 0; queues.Any(queue => queue.Count > 0); s = _random.Percent(85) ? (s + 1) % count : _random.Next(count))
        {
            if (abreast) s = Enumerable.Range(0, count).MinBy(i => queues[i].TryPeek(out var next) ? (next[^1] + next[0]) / 2 : int.MaxValue);
            if (queues[s].TryDequeue(out var turn)) pieces.Add(new Piece(s, [.. turn.Select(i => _order[i])]));
        }

        return pieces;
    }

    /// <summary>Where a stream misses something, its turn likely ends: the other one's piece stands there instead.</summary>
    private IEnumerable<List<int>> Turns(List<int> stream)
    {
        var turn = new List<int>();
        var length = _random.Between(2, 10);
        foreach (var i in stream)
        {
            var jumps = turn.Count > 0 && turn[^1] + 1 != i;
            if (turn.Count >= length || (jumps && _random.Percent(70)))
            {
                yield return turn;
                (turn, length) = ([], _random.Between(2, 10));
            }

            turn.Add(i);
        }

        if (turn.Count > 0) yield return turn;
    }

    /// <summary>One copy, with windows of it once more somewhere.</summary>
    private List<Piece> Windows()
    {
        var cuts = Chunks(0, _order.Count, 2, 12);
        var after = new List<(int Start, int End)>[cuts.Count];
        for (var n = _random.Between(1, 6); n > 0; n--)
        {
            var start = _random.Next(_order.Count);
            var end = Math.Min(_order.Count, start + _random.Between(1, 8));
            var place = _random.Percent(40) ? cuts.FindIndex(cut => cut.End >= end) : _random.Next(cuts.Count);
            (after[Math.Max(0, place)] ??= []).Add((start, end));
        }

        var pieces = new List<Piece>();
        for (var i = 0; i < cuts.Count; i++)
        {
            Add(pieces, 0, cuts[i].Start, cuts[i].End);
            foreach (var (start, end) in after[i] ?? []) Add(pieces, 1, start, end);
        }

        return pieces;
    }

    /// <summary>The head, or its title, two or three times in front, or once more somewhere.</summary>
    private List<Piece> Heads()
    {
        var pieces = new List<Piece>();
        var head = _random.Next(10) switch { < 3 => 1, < 5 => _random.Between(1, Math.Max(1, _headLength)), _ => Math.Max(1, _headLength) };
        var place = _random.Percent(70) ? 0 : _random.Next(_order.Count);
        if (place > 0) Add(pieces, 0, 0, place);
        for (var n = _random.Percent(80) ? 1 : 2; n > 0; n--) Add(pieces, 1, 0, head);
        Add(pieces, 0, place, _order.Count);
        return pieces;
    }

    /// <summary>The whole notice, and then most of it again.</summary>
    private List<Piece> Twice()
    {
        var pieces = new List<Piece>();
        Add(pieces, 0, 0, _order.Count);
        foreach (var (start, end) in Chunks(0, _order.Count, 4, 20))
        {
            if (_random.Percent(85)) Add(pieces, 1, start, end);
        }

        return pieces;
    }

    /// <summary>Some pieces begin or end within a sentence that stands whole elsewhere.</summary>
    private void CutOff(List<Piece> pieces)
    {
        var whole = new Dictionary<Fragment, int>();
        foreach (var fragment in pieces.SelectMany(piece => piece.Fragments)) whole[fragment] = whole.GetValueOrDefault(fragment) + 1;
        foreach (var fragments in pieces.Select(piece => piece.Fragments))
        {
            var last = fragments[^1];
            if (_random.Percent(12) && whole[last] > 1 && last.End - last.Start >= 16)
            {
                whole[last]--;
                fragments[^1] = last with { End = _random.Between(last.Start + 8, last.End - 3) };
            }

            var first = fragments[0];
            if (fragments.Count == 1 || !_random.Percent(8) || whole[first] < 2 || first.End - first.Start < 16) continue;
            whole[first]--;
            fragments[0] = first with { Start = _random.Between(first.Start + 3, first.End - 8) };
        }
    }

    private void Add(List<Piece> pieces, int stream, int start, int end)
    {
        if (end > start) pieces.Add(new Piece(stream, [.. _order.Skip(start).Take(end - start)]));
    }

    private List<(int Start, int End)> Chunks(int start, int end, int shortest, int longest)
    {
        var chunks = new List<(int, int)>();
        while (start < end)
        {
            var next = Math.Min(end, start + _random.Between(shortest, longest));
            chunks.Add((start, next));
            start = next;
        }

        return chunks;
    }
}
