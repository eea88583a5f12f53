using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Makes one segment of several, without analysing anything again. It is what one build over all their entries would give.</summary>
/// <param name="segments">The segments, in the order of their entries.</param>
internal sealed class SegmentMerger(IReadOnlyList<Segment> segments)
{
    private readonly List<uint> _places = [];

    /// <summary>Writes the segment.</summary>
    /// <param name="writer">The segment to write; empty.</param>
    /// <param name="ids">Takes down the ids of the entries.</param>
    public SegmentManifest Merge(SegmentWriter writer, IdOrder ids)
    {
        foreach (var segment in segments)
        {
            for (var number = 0; number < segment.Count; number++)
            {
                var entry = segment.Read(number);
                writer.Add(entry);
                ids.Add(entry.Id);
            }

            writer.Norms.Add(segment.Lengths, segment.Statistics);
        }

        return writer.Complete(MergeTerms);
    }

    private void MergeTerms(TermDictionaryWriter dictionary, PostingsWriter postings)
    {
        var starts = Starts();
        var queue = new PriorityQueue<Source, Source>(Comparer<Source>.Create(Compare));
        for (var i = 0; i < segments.Count; i++) Enqueue(queue, new Source(segments[i], starts[i], segments[i].Terms.GetEnumerator()));
        while (queue.Count > 0)
        {
            var term = queue.Peek().Term;
            postings.Start();
            while (queue.TryPeek(out var source, out _) && source.Term.AsSpan().SequenceEqual(term))
            {
                Copy(queue.Dequeue(), postings);
                Enqueue(queue, source);
            }

            dictionary.Add(term, postings.Finish());
        }
    }

    private void Copy(Source source, PostingsWriter postings)
    {
        var cursor = source.Segment.Cursor(source.Info);
        for (var entry = cursor.Advance(0); entry != TermCursor.End; entry = cursor.Move(1))
        {
            _places.Clear();
            for (var field = 0; field < Fields.Count; field++)
            {
                foreach (var position in cursor.Positions((Field)field)) _places.Add(Place.Of((Field)field, position));
            }

            postings.Add(source.Start + entry, CollectionsMarshal.AsSpan(_places));
        }
    }

    private int[] Starts()
    {
        var starts = new int[segments.Count];
        for (var i = 1; i < starts.Length; i++) starts[i] = checked(starts[i - 1] + segments[i - 1].Count);
        return starts;
    }

    private static void Enqueue(PriorityQueue<Source, Source> queue, Source source)
    {
        if (source.Terms.MoveNext()) queue.Enqueue(source, source);
        else source.Terms.Dispose();
    }

    private static int Compare(Source? left, Source? right)
    {
        var order = left!.Term.AsSpan().SequenceCompareTo(right!.Term);
        return order != 0 ? order : left.Start.CompareTo(right.Start);
    }

    /// <summary>The terms of a segment, from one on.</summary>
    private sealed record Source(Segment Segment, int Start, IEnumerator<(byte[] Term, TermInfo Info)> Terms)
    {
        public byte[] Term => Terms.Current.Term;

        public TermInfo Info => Terms.Current.Info;
    }
}
