using System.Runtime.InteropServices;
using System.Text;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Collects tokens (a term at a place of an entry) and spills them as a run, sorted by term, when it is full.</summary>
internal sealed class TokenBuffer(SortedRuns runs, int capacity)
{
    private const int CodePointBits = 21;
    private const int EntryShift = 32;
    private const int NoTerm = -1;

    private readonly Dictionary<ulong, int> _grams = [];
    private readonly Dictionary<string, int> _words = [];
    private readonly List<byte[]> _terms = [];
    private readonly int[] _ideographs = NoTerms();
    private int[] _termOf = [];
    private ulong[] _placeOf = [];
    private int _count;

    /// <summary>Adds an ideograph.</summary>
    public void AddIdeograph(int entry, uint place, int character)
    {
        if (character >= _ideographs.Length)
        {
            Add(entry, place, GramId((ulong)character));
            return;
        }

        ref var term = ref _ideographs[character];
        if (term == NoTerm) term = NewTerm([(char)character]);
        Add(entry, place, term);
    }

    /// <summary>Adds two adjoining ideographs.</summary>
    public void AddBigram(int entry, uint place, int first, int second) =>
        Add(entry, place, GramId(((ulong)(first + 1) << CodePointBits) | (uint)second));

    /// <summary>Adds a word, or another whole term.</summary>
    public void AddWord(int entry, uint place, ReadOnlySpan<char> word)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!words.TryGetValue(word, out var term))
        {
            term = NewTerm(word);
            words[word] = term;
        }

        Add(entry, place, term);
    }

    /// <summary>Writes all tokens as a run and forgets them.</summary>
    public void Spill()
    {
        if (_count == 0) return;
        var ends = SortTokens(out var places);
        var terms = KeyPrefix.Order(_terms);
        var payload = new ByteBuffer();
        runs.Add(run =>
        {
            foreach (var term in terms)
            {
                payload.Clear();
                Write(places.AsSpan((term == 0 ? 0 : ends[term - 1])..ends[term]), payload);
                run.Write(_terms[term], payload.Written);
            }
        });
        Array.Fill(_ideographs, NoTerm);
        _grams.Clear();
        _words.Clear();
        _terms.Clear();
        _count = 0;
    }

    private void Add(int entry, uint place, int term)
    {
        if (_count == _termOf.Length) Grow();
        (_termOf[_count], _placeOf[_count]) = (term, ((ulong)(uint)entry << EntryShift) | place);
        if (++_count == capacity) Spill();
    }

    private void Grow()
    {
        var size = Math.Min(capacity, Math.Max(1 << 12, _count * 2));
        Array.Resize(ref _termOf, size);
        Array.Resize(ref _placeOf, size);
    }

    private int GramId(ulong key)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_grams, key, out var known);
        if (known) return term;
        var (first, second) = ((int)(key >> CodePointBits) - 1, (int)(key & ((1UL << CodePointBits) - 1)));
        return term = NewTerm((first < 0 ? "" : char.ConvertFromUtf32(first)) + char.ConvertFromUtf32(second));
    }

    private int NewTerm(ReadOnlySpan<char> term)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(term)];
        Encoding.UTF8.GetBytes(term, bytes);
        _terms.Add(bytes);
        return _terms.Count - 1;
    }

    private static int[] NoTerms()
    {
        var terms = new int[char.MaxValue + 1];
        Array.Fill(terms, NoTerm);
        return terms;
    }

    /// <summary>The places of the tokens in the order of their terms, each term's in the order they came; where each term's end.</summary>
    private int[] SortTokens(out ulong[] places)
    {
        var ends = new int[_terms.Count];
        foreach (var term in _termOf.AsSpan(0, _count)) ends[term]++;
        var sum = 0;
        for (var term = 0; term < ends.Length; term++) (ends[term], sum) = (sum, sum + ends[term]);
        places = new ulong[_count];
        for (var i = 0; i < _count; i++) places[ends[_termOf[i]]++] = _placeOf[i];
        return ends;
    }

    /// <summary>Entry by entry: the gap to the entry before, the number of places, the gaps between them.</summary>
    private static void Write(ReadOnlySpan<ulong> tokens, ByteBuffer output)
    {
        ulong before = 0;
        for (var i = 0; i < tokens.Length;)
        {
            var entry = tokens[i] >> EntryShift;
            var end = i;
            while (end < tokens.Length && tokens[end] >> EntryShift == entry) end++;
            VariableLength.Write(output, entry - before);
            VariableLength.Write(output, (ulong)(end - i));
            uint place = 0;
            for (; i < end; i++)
            {
                VariableLength.Write(output, (uint)tokens[i] - place);
                place = (uint)tokens[i];
            }

            before = entry;
        }
    }
}
