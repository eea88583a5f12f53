using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>One block of a term's postings: its entries, unpacked, and their counts, which are unpacked when they are first asked for. For one reader.</summary>
internal sealed class PostingsBlock(IndexFile postings)
{
    /// <summary>As many entries are passed over at once.</summary>
    private const int Stride = 32;

    /// <summary>What a tail says of an entry that holds the term once, in its text.</summary>
    private const ulong Plain = 1 << 2;

    private readonly uint[] _entries = NoEntries();

    /// <summary>How many entries it has.</summary>
    public int Count { get; private set; }

    /// <summary>How often they hold the term.</summary>
    public BlockCounts Counts { get; } = new(postings);

    /// <summary>Its last entry; it has to have one.</summary>
    public int Last => (int)_entries[Count - 1];

    /// <summary>An entry by its number in the block.</summary>
    public int this[int at] => (int)_entries[at];

    /// <summary>The entries from one on, and behind the last <see cref="TermCursor.End"/> again and again.</summary>
    public ReadOnlySpan<uint> From(int at) => _entries.AsSpan(at);

    /// <summary>Reads a block.</summary>
    /// <param name="start">Where it starts in the file.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="count">How many entries it has; a block that is not full is a tail.</param>
    /// <param name="before">The entry before its first; -1 for none.</param>
    public void Read(long start, long end, int count, int before)
    {
        var bytes = postings.Slice(start, checked((int)(end - start)));
        Count = count;
        if (count == BitPacking.BlockSize)
        {
            var length = PatchedPacking.Unpack(bytes[BlockHeader.Widths..], bytes[0], _entries);
            Counts.Start(bytes[1..BlockHeader.Widths], start + BlockHeader.Widths + length, end);
        }
        else
        {
            ReadTail(bytes);
        }

        AddUp(before);
    }

    /// <summary>The first place from one on whose entry is not before a target; behind the last entry when there is none.</summary>
    public int FirstFrom(int at, int target)
    {
        var entries = _entries.AsSpan();
        while (at + Stride < BitPacking.BlockSize && entries[at + Stride - 1] < (uint)target) at += Stride;
        var least = Vector256.Create((uint)target);
        for (; ; at += Vector256<uint>.Count)
        {
            var reached = Vector256.GreaterThanOrEqual(Vector256.Create(entries[at..]), least).ExtractMostSignificantBits();
            if (reached != 0) return at + BitOperations.TrailingZeroCount(reached);
        }
    }

    private static uint[] NoEntries()
    {
        var entries = new uint[BitPacking.BlockSize + BlockIntersection.Padding];
        Array.Fill(entries, (uint)TermCursor.End);
        return entries;
    }

    /// <summary>Makes entries of gaps, four at once: what a four adds up to does not wait for those before it.</summary>
    private void AddUp(int before)
    {
        var last = Vector128.Create((uint)before);
        foreach (ref var four in MemoryMarshal.Cast<uint, Vector128<uint>>(_entries.AsSpan(0, BitPacking.BlockSize)))
        {
            var sums = four + Vector128<uint>.One;
            sums += Vector128.Shuffle(sums, Vector128.Create(uint.MaxValue, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(uint.MaxValue, uint.MaxValue, 0, 1));
            four = sums + last;
            last += Vector128.Shuffle(sums, Vector128.Create(3u));
        }

        _entries.AsSpan(Count).Fill(TermCursor.End);
    }

    private void ReadTail(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        Counts.StartUnpacked();
        for (var i = 0; i < Count; i++)
        {
            var gap = VariableLength.Read(bytes, ref at);
            _entries[i] = checked((uint)(gap >> 1));
            var flags = (gap & 1) != 0 ? VariableLength.Read(bytes, ref at) : Plain;
            var headings = (flags & 2) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
            var title = (flags & 1) != 0 ? (uint)VariableLength.ReadInt32(bytes, ref at) : 0;
            Counts.Set(i, checked((uint)(flags >> 2)), headings, title);
        }
    }
}
