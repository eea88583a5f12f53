using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes the ids of the entries, apart from the entries: a ranking has no more to read than these.</summary>
internal sealed class EntryIdsWriter(IndexFileWriter file)
{
    /// <summary>The ids of a group, of which only the place of the first is written down.</summary>
    public const int GroupSize = 16;

    private readonly List<long> _groups = [];
    private readonly ByteBuffer _id = new();
    private int _count;

    /// <summary>Adds the id of the next entry.</summary>
    public void Add(string id)
    {
        if (_count++ % GroupSize == 0) _groups.Add(file.Length);
        _id.Clear();
        StringCode.Write(_id, id);
        file.Write(_id.Written);
    }

    /// <summary>Writes where the groups stand.</summary>
    public void Finish()
    {
        foreach (var group in _groups) file.WriteUInt64((ulong)group);
    }
}

/// <summary>The ids of the entries of an opened index. They are few bytes and most rankings read some, so they are read where they are mapped.</summary>
internal sealed class EntryIds
{
    private readonly IndexFile _file;
    private readonly long _table;
    private readonly int _count;

    /// <summary>Opens the ids.</summary>
    public EntryIds(IndexFile file, int count)
    {
        (_file, _count) = (file, count);
        _table = file.Length - ((count + EntryIdsWriter.GroupSize - 1L) / EntryIdsWriter.GroupSize * sizeof(ulong));
        if (_table < 0) throw new SearchIndexDamagedException(file.Path, "its entries are not those of the manifest");
    }

    /// <summary>Reads an entry's id.</summary>
    public string Read(int entry)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry, (uint)_count);
        var group = entry / EntryIdsWriter.GroupSize;
        var start = OffsetOf(group);
        var end = (group + 1) * (long)EntryIdsWriter.GroupSize < _count ? OffsetOf(group + 1) : _table;
        var bytes = _file.Slice(start, checked((int)(end - start)));
        var at = 0;
        for (var before = entry % EntryIdsWriter.GroupSize; before > 0; before--) StringCode.Skip(bytes, ref at);
        return StringCode.ReadPresent(bytes, ref at);
    }

    private long OffsetOf(int group) => BinaryPrimitives.ReadInt64LittleEndian(_file.Slice(_table + ((long)group * sizeof(ulong)), sizeof(ulong)));
}
