using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The terms of an opened index.</summary>
internal sealed class TermDictionary
{
    private readonly IndexFile _file;
    private readonly TermDictionaryShape _shape;
    private readonly int _blocks;

    /// <summary>Opens the terms.</summary>
    public TermDictionary(IndexFile file, TermDictionaryShape shape)
    {
        (_file, _shape) = (file, shape);
        _blocks = (shape.Count + TermDictionaryWriter.BlockSize - 1) / TermDictionaryWriter.BlockSize;
        if (shape.Count < 0 || shape.BlocksOffset + ((long)_blocks * Marker.Size) != file.Length)
            throw new SearchIndexDamagedException(file.Path, "its terms are not those of the manifest");
    }

    /// <summary>Finds a term by its UTF-8 form.</summary>
    public TermInfo? Find(ReadOnlySpan<byte> term)
    {
        if (_blocks == 0) return null;
        var reader = new TermBlockReader(Block(BlockOf(term)));
        while (reader.Next())
        {
            var order = reader.Term.SequenceCompareTo(term);
            if (order == 0) return reader.Info;
            if (order > 0) return null;
        }

        return null;
    }

    /// <summary>The terms that begin so, in order.</summary>
    public List<(byte[] Term, TermInfo Info)> StartingWith(ReadOnlySpan<byte> prefix)
    {
        var found = new List<(byte[] Term, TermInfo Info)>();
        for (var block = BlockOf(prefix); block < _blocks; block++)
        {
            var reader = new TermBlockReader(Block(block));
            while (reader.Next())
            {
                if (reader.Term.StartsWith(prefix)) found.Add((reader.Term.ToArray(), reader.Info));
                else if (reader.Term.SequenceCompareTo(prefix) > 0) return found;
            }
        }

        return found;
    }

    /// <summary>All terms, in order.</summary>
    public IEnumerable<(byte[] Term, TermInfo Info)> All()
    {
        for (var block = 0; block < _blocks; block++)
        {
            foreach (var term in TermsOf(block)) yield return term;
        }
    }

    private List<(byte[] Term, TermInfo Info)> TermsOf(int block)
    {
        var terms = new List<(byte[] Term, TermInfo Info)>(TermDictionaryWriter.BlockSize);
        var reader = new TermBlockReader(Block(block));
        while (reader.Next()) terms.Add((reader.Term.ToArray(), reader.Info));
        return terms;
    }

    private ReadOnlySpan<Marker> Markers => MemoryMarshal.Cast<byte, Marker>(_file.Slice(_shape.BlocksOffset, checked(_blocks * Marker.Size)));

    private ReadOnlySpan<byte> Block(int block)
    {
        var markers = Markers;
        var start = markers[block].Start;
        return _file.Slice(start, checked((int)((block + 1 < markers.Length ? markers[block + 1].Start : _shape.BlocksOffset) - start)));
    }

    private ReadOnlySpan<byte> FirstTerm(int block)
    {
        var bytes = Block(block);
        var at = 0;
        VariableLength.Read(bytes, ref at);
        VariableLength.Read(bytes, ref at);
        var length = VariableLength.ReadInt32(bytes, ref at);
        return bytes.Slice(at, length);
    }

    /// <summary>The last block whose first term is not behind a term; the first block when there is none.</summary>
    private int BlockOf(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, _blocks - 1);
        var markers = Markers;
        var prefix = KeyPrefix.Of(term);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var first = markers[middle].Prefix;
            if (first < prefix || (first == prefix && FirstTerm(middle).SequenceCompareTo(term) <= 0)) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>What the table says of a block.</summary>
    /// <param name="Start">Where it starts.</param>
    /// <param name="Prefix">The <see cref="KeyPrefix"/> of its first term, which most often says enough of it.</param>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Marker(long Start, ulong Prefix)
    {
        public const int Size = 16;
    }
}
