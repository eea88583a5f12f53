using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Merges the runs of tokens into the final terms, postings and positions.</summary>
internal sealed class TermMerger(TermDictionaryWriter dictionary, PostingsWriter postings)
{
    private readonly List<uint> _places = [];
    private byte[]? _term;
    private int _entry = -1;

    /// <summary>Writes everything the runs hold.</summary>
    public void Merge(SortedRuns runs)
    {
        runs.Merge(Read);
        EndTerm();
    }

    private void Read(RunFileReader record)
    {
        if (_term is null || !record.Key.SequenceEqual(_term))
        {
            EndTerm();
            _term = record.Key.ToArray();
            postings.Start();
        }

        var bytes = record.Payload;
        var entry = 0;
        for (var at = 0; at < bytes.Length;)
        {
            entry += VariableLength.ReadInt32(bytes, ref at);
            if (entry != _entry) EndEntry();
            _entry = entry;
            var known = _places.Count;
            CollectionsMarshal.SetCount(_places, known + VariableLength.ReadInt32(bytes, ref at));
            uint place = 0;
            foreach (ref var next in CollectionsMarshal.AsSpan(_places)[known..]) next = place += (uint)VariableLength.Read(bytes, ref at);
        }
    }

    /// <summary>An entry so long that it was spilled in two is one again here.</summary>
    private void EndEntry()
    {
        if (_places.Count > 0) postings.Add(_entry, CollectionsMarshal.AsSpan(_places));
        _places.Clear();
    }

    private void EndTerm()
    {
        if (_term is null) return;
        EndEntry();
        _entry = -1;
        dictionary.Add(_term, postings.Finish());
        _term = null;
    }
}
