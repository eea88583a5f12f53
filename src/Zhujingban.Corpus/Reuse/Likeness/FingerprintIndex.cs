using System.Numerics;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Finds pieces that share some of their text: for each piece its beginning, its end and the few runs of five letters whose hashes are least
/// (a bottom-s sketch, Broder 1997). One slip leaves the beginning or the end of a piece whole; of several, some of the sketch is left. Of pieces
/// that share one fingerprint only the first few are kept, so that a formula of a thousand sentences costs no more than one of ten.
/// </summary>
internal sealed class FingerprintIndex
{
    /// <summary>What is shorter, in letters, has no fingerprints.</summary>
    public const int Shortest = Run;

    private const int Run = 5;
    private const int MostPieces = 8;
    private const int ShortSketch = 3;

    /// <summary>As many as a vector holds.</summary>
    private const int LongSketch = 8;
    private const int LongPiece = 20;
    private const int MostPrints = LongSketch + 2;
    private const int FirstSlots = 1024;

    private static readonly Vector256<uint> OneUp = Vector256.Create(0u, 0, 1, 2, 3, 4, 5, 6);
    private static readonly Vector256<uint> Lowest = Vector256.Create(uint.MaxValue, 0, 0, 0, 0, 0, 0, 0);

    private readonly uint[] _prints = new uint[MostPrints];
    private int _count;
    private Slot[] _slots = new Slot[FirstSlots];
    private int _used;

    /// <summary>How many fingerprints a piece shares with one that is like it: one alone is chance where there are many.</summary>
    public int LeastShared => _count == MostPrints ? 2 : 1;

    /// <summary>
    /// Takes the fingerprints of a piece, for <see cref="Find"/> and <see cref="Add"/>. Pieces with other numbers share none, for they are never alike: a
    /// sentence that stands under a hundred numbers is a hundred pieces, each with copies of its own.
    /// </summary>
    public void Take(PieceReading reading)
    {
        var letters = reading.Letters;
        var numbers = reading.HashOfNumbers(0, letters.Length);
        // The least hashes, each once, in order, stand in one vector: one more moves those above it up, without a branch that nothing can foresee.
        var (least, found) = (Vector256<uint>.AllBitsSet, 0);
        for (var at = 0; at + Run <= letters.Length; at++)
        {
            var print = Vector256.Create(HashOf(numbers, letters.Slice(at, Run)));
            if (Vector256.EqualsAny(least, print)) continue;
            least = Vector256.Min(least, Vector256.Max(print, Vector256.Shuffle(least, OneUp) & ~Lowest));
            found++;
        }

        least.CopyTo(_prints);
        _count = Math.Min(found, letters.Length < LongPiece ? ShortSketch : LongSketch);
        _prints[_count++] = ~HashOf(numbers, letters[..Run]);
        _prints[_count++] = HashOf(numbers, letters[^Run..]) ^ 0x5555_5555;
    }

    /// <summary>The pieces that share the fingerprints taken last, each as often as it shares one.</summary>
    public void Find(List<int> pieces)
    {
        pieces.Clear();
        var mask = _slots.Length - 1;
        // The places of all fingerprints are asked for before the first is looked at: so memory is waited for once, not ten times.
        Span<Slot> first = stackalloc Slot[MostPrints];
        for (var i = 0; i < _count; i++) first[i] = _slots[Place(_prints[i])];
        for (var i = 0; i < _count; i++)
        {
            if (first[i].IsEmpty) continue;
            for (var at = Place(_prints[i]); !_slots[at].IsEmpty; at = (at + 1) & mask)
            {
                if (_slots[at].Print == _prints[i]) pieces.Add(_slots[at].Piece);
            }
        }
    }

    /// <summary>Adds a piece with the fingerprints taken last.</summary>
    public void Add(int piece)
    {
        if ((_used + MostPrints) * 3 > _slots.Length * 2) Grow();
        foreach (var print in _prints.AsSpan(0, _count))
        {
            var (at, same) = (Place(print), 0);
            for (; !_slots[at].IsEmpty; at = (at + 1) & (_slots.Length - 1)) same += _slots[at].Print == print ? 1 : 0;
            if (same >= MostPieces) continue;
            _slots[at] = new Slot(print, piece);
            _used++;
        }
    }

    private static uint HashOf(ulong numbers, ReadOnlySpan<char> run)
    {
        // A run is hashed at every place of every piece: without a loop five letters take half the time.
        var hash = Step(Step(Step(Step(Step(numbers, run[0]), run[1]), run[2]), run[3]), run[4]);
        return (uint)((hash ^ (hash >> 31)) * 0x94D0_49BB_1331_11EBUL >> 32);
    }

    private static ulong Step(ulong hash, char c) => BitOperations.RotateLeft((hash ^ c) * 0xBF58_476D_1CE4_E5B9UL, 27);

    private int Place(uint print) => (int)(print * 0x9E37_79B1u >> 7) & (_slots.Length - 1);

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.IsEmpty) continue;
            var at = Place(slot.Print);
            while (!_slots[at].IsEmpty) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }

    /// <summary>A fingerprint and a piece that has it, side by side: where a text has many, to look one up is to wait for memory.</summary>
    private readonly struct Slot(uint print, int piece)
    {
        private readonly int _number = piece + 1;

        public uint Print { get; } = print;

        public int Piece => _number - 1;

        public bool IsEmpty => _number == 0;
    }
}
