using System.Numerics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>How often the entries of a block hold a term, by field. A field is unpacked when it is asked for; most hold it in their text only.</summary>
internal sealed class BlockCounts(IndexFile postings)
{
    private readonly uint[][] _counts = [.. Enumerable.Range(0, Fields.Count).Select(_ => new uint[BitPacking.BlockSize])];
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

    /// <summary>How often each field of an entry holds the term.</summary>
    public FieldCounts Of(int entry)
    {
        if (_unpacked < Fields.Count) Unpack(Fields.Count - 1);
        return new FieldCounts((int)_counts[0][entry], (int)_counts[1][entry], (int)_counts[2][entry]);
    }

    /// <summary>How often the fields of some entries hold the term together.</summary>
    public int Sum(int start, int end)
    {
        if (_unpacked < Fields.Count) Unpack(Fields.Count - 1);
        var sum = 0u;
        for (var field = 0; field < Fields.Count; field++)
        {
            if (!_isZero[field]) sum += Sum(_counts[field].AsSpan(start, end - start));
        }

        return (int)Math.Min(sum, int.MaxValue);
    }

    private static uint Sum(ReadOnlySpan<uint> values)
    {
        var sums = Vector<uint>.Zero;
        for (; values.Length >= Vector<uint>.Count; values = values[Vector<uint>.Count..]) sums += new Vector<uint>(values);
        var sum = Vector.Sum(sums);
        foreach (var value in values) sum += value;
        return sum;
    }

    private void Unpack(int last)
    {
        var bytes = postings.Slice(_packed, (int)(_end - _packed));
        for (; _unpacked <= last; _unpacked++)
        {
            var (field, code) = (_unpacked, _codes[_unpacked]);
            if (code == 0 && _isZero[field]) continue;
            var length = PatchedPacking.Unpack(bytes, code, _counts[field]);
            bytes = bytes[length..];
            _packed += length;
            _isZero[field] = code == 0;
        }
    }
}
