using System.Text;
using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Collects tokens (a term at a place of an entry) and spills them as a run, sorted by term, when it is full.</summary>
internal sealed class TokenBuffer(SortedRuns runs, int capacity)
{
    private const int CodePointBits = 21;
    private const int EntryShift = 32;
    private const int NoTerm = -1;

    private readonly GramTable _grams = new();
    private readonly Dictionary<string, int> _words = [];
    private readonly List<byte[]> _terms = [];
    private readonly int[] _ideographs = NoTerms();
    private int _separator = NoTerm;
    private int[] _termOf = [];
    private ulong[] _placeOf = [];
    private ulong[] _sorted = [];
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
    public void AddBigram(int entry, uint place, int first, int second) => Add(entry, place, GramId(KeyOf(first, second)));

    /// <summary>Says that two adjoining ideographs will be added soon.</summary>
    public void AnnounceBigram(int first, int second) => _grams.Announce(KeyOf(first, second));

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

    /// <summary>Adds what stands for a separator.</summary>
    public void AddSeparator(int entry, uint place)
    {
        if (_separator == NoTerm) _separator = NewTerm(Terms.Separator);
        Add(entry, place, _separator);
    }

    /// <summary>Writes all tokens as a run and forgets them.</summary>
    public void Spill()
    {
        if (_count == 0) return;
        var ends = SortTokens();
        var terms = KeyPrefix.Order(_terms);
        var payload = new ByteBuffer();
        runs.Add(run =>
        {
            foreach (var term in terms)
            {
                payload.Clear();
                Write(_sorted.AsSpan((term == 0 ? 0 : ends[term - 1])..ends[term]), payload);
                run.Write(_terms[term], payload.Written);
            }
        });
        Array.Fill(_ideographs, NoTerm);
        _separator = NoTerm;
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

    private static ulong KeyOf(int first, int second) => ((ulong)(first + 1) << CodePointBits) | (uint)second;

    private int GramId(ulong key)
    {
        var term = _grams.Add(key, _terms.Count);
        if (term < _terms.Count) return term;
        var (first, second) = ((int)(key >> CodePointBits) - 1, (int)(key & ((1UL << CodePointBits) - 1)));
        return NewTerm((first < 0 ? "" : char.ConvertFromUtf32(first)) + char.ConvertFromUtf32(second));
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

    /// <summary>Sorts the places of the tokens in the order of their terms, each term's in the order they came.</summary>
    /// <returns>Where each term's end.</returns>
    private int[] SortTokens()
    {
        var ends = new int[_terms.Count];
        foreach (var term in _termOf.AsSpan(0, _count)) ends[term]++;
        var sum = 0;
        for (var term = 0; term < ends.Length; term++) (ends[term], sum) = (sum, sum + ends[term]);
        if (_sorted.Length < _count) _sorted = new ulong[_count];
        for (var i = 0; i < _count; i++) _sorted[ends[_termOf[i]]++] = _placeOf[i];
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
            var room = output.GetSpan((2 + end - i) * VariableLength.MostBytes);
            var at = 0;
            VariableLength.Write(room, ref at, entry - before);
            VariableLength.Write(room, ref at, (ulong)(end - i));
            uint place = 0;
            for (; i < end; i++)
            {
                VariableLength.Write(room, ref at, (uint)tokens[i] - place);
                place = (uint)tokens[i];
            }

            output.Advance(at);
            before = entry;
        }
    }
}
