using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>How often the entries of a block hold a term, by field. A field is unpacked when it is asked for; most hold it in their text only.</summary>
internal sealed class BlockCounts(IndexFile postings)
{
    /// <summary>What a field has until an entry of a block holds the term there.</summary>
    private static readonly uint[] NoCounts = new uint[BitPacking.BlockSize];

    private readonly uint[][] _counts = [new uint[BitPacking.BlockSize], NoCounts, NoCounts];
    private readonly byte[] _codes = new byte[Fields.Count];
    private readonly bool[] _isZero = [true, true, true];
    private long _packed;
    private long _end;
    private int _unpacked = Fields.Count;

    /// <summary>True when every entry of the block holds the term in its text, for no other field does.</summary>
    public bool AreTextOnly { get; private set; }

    /// <summary>Turns to a packed block.</summary>
    /// <param name="codes">How each field's counts are packed.</param>
    /// <param name="start">Where they start in the file.</param>
    /// <param name="end">Where they end.</param>
    public void Start(ReadOnlySpan<byte> codes, long start, long end)
    {
        codes.CopyTo(_codes);
        (_packed, _end, _unpacked) = (start, end, 0);
        AreTextOnly = _codes[(int)Field.Headings] == 0 && _codes[(int)Field.Title] == 0;
    }

    /// <summary>Turns to a block that is not packed: its counts are to be set one by one.</summary>
    public void StartUnpacked()
    {
        _unpacked = Fields.Count;
        Array.Clear(_isZero);
        for (var field = 1; field < Fields.Count; field++) Own(field);
        AreTextOnly = false;
    }

    /// <summary>Sets the counts of an entry.</summary>
    public void Set(int entry, uint text, uint headings, uint title) => (_counts[0][entry], _counts[1][entry], _counts[2][entry]) = (text, headings, title);

    /// <summary>How often the field of an entry holds the term.</summary>
    public int Of(Field field, int entry)
    {
        if (_unpacked <= (int)field) Unpack((int)field);
        return (int)_counts[(int)field][entry];
    }

    /// <summary>How often the field of each entry holds the term; nothing when no entry's does.</summary>
    public ReadOnlySpan<uint> In(Field field)
    {
        if (_unpacked <= (int)field) Unpack((int)field);
        return _isZero[(int)field] ? [] : _counts[(int)field];
    }

    /// <summary>How often each field of an entry holds the term.</summary>
    public FieldCounts Of(int entry)
    {
        if (_unpacked < Fields.Count) Unpack(Fields.Count - 1);
        return new FieldCounts((int)_counts[0][entry], (int)_counts[1][entry], (int)_counts[2][entry]);
    }

    /// <summary>Says where the occurrences of each entry start when those of a field are counted one after another.</summary>
    /// <param name="field">The field.</param>
    /// <param name="start">The start of the first entry's.</param>
    /// <param name="starts">Takes down the starts of a whole block's entries, and behind them the end.</param>
    public void AddUp(Field field, int start, Span<int> starts)
    {
        if (_unpacked <= (int)field) Unpack((int)field);
        starts = starts[..(BitPacking.BlockSize + 1)];
        starts.Fill(start);
        if (_isZero[(int)field]) return;
        var counts = MemoryMarshal.Cast<uint, Vector128<int>>(_counts[(int)field].AsSpan());
        var ends = MemoryMarshal.Cast<int, Vector128<int>>(starts[1..]);
        var last = Vector128.Create(start);
        for (var i = 0; i < ends.Length; i++)
        {
            var sums = counts[i] + Vector128.Shuffle(counts[i], Vector128.Create(-1, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(-1, -1, 0, 1));
            ends[i] = sums + last;
            last += Vector128.Shuffle(sums, Vector128.Create(3));
        }
    }

    private uint[] Own(int field)
    {
        if (_counts[field] == NoCounts) _counts[field] = new uint[BitPacking.BlockSize];
        return _counts[field];
    }

    private void Unpack(int last)
    {
        var bytes = postings.Slice(_packed, (int)(_end - _packed));
        for (; _unpacked <= last; _unpacked++)
        {
            var (field, code) = (_unpacked, _codes[_unpacked]);
            if (code == 0 && _isZero[field]) continue;
            var length = PatchedPacking.Unpack(bytes, code, Own(field));
            bytes = bytes[length..];
            _packed += length;
            _isZero[field] = code == 0;
        }
    }
}
