using System.Buffers;
using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes the entries as they are; what neighbouring entries share as parts of one document is written once.</summary>
internal sealed class EntryStoreWriter(IndexFileWriter file)
{
    private readonly List<long> _offsets = [];
    private readonly ByteBuffer _record = new();
    private readonly ByteBuffer _length = new();
    private byte[] _document = [];
    private long _documentOffset = -1;

    /// <summary>Adds an entry.</summary>
    public void Add(IndexEntry entry)
    {
        _record.Clear();
        foreach (var value in (string?[])[entry.DocumentId, entry.Title, entry.DocumentNumber, entry.Issuer, entry.Date, entry.Genre, entry.Format])
            StringCode.Write(_record, value);
        if (_documentOffset < 0 || !_record.Written.SequenceEqual(_document))
        {
            (_document, _documentOffset) = (_record.Written.ToArray(), file.Length);
            WriteRecord();
        }

        _record.Clear();
        _offsets.Add(file.Length);
        VariableLength.Write(_record, (ulong)_documentOffset);
        StringCode.Write(_record, entry.Id);
        StringCode.Write(_record, entry.Kind);
        VariableLength.Write(_record, (uint)entry.Level);
        StringCode.WriteList(_record, entry.Path);
        StringCode.WriteList(_record, entry.Headings);
        StringCode.Write(_record, entry.Text);
        WriteRecord();
    }

    /// <summary>Writes where the entries stand.</summary>
    /// <returns>Where that stands.</returns>
    public long Finish()
    {
        var table = file.Length;
        foreach (var offset in _offsets) file.WriteUInt64((ulong)offset);
        return table;
    }

    private void WriteRecord()
    {
        _length.Clear();
        VariableLength.Write(_length, (ulong)_record.Length);
        file.Write(_length.Written);
        file.Write(_record.Written);
    }
}

/// <summary>
/// The entries of an opened index. They are most of an index and few are read for an answer, so each is copied out of the file.
/// </summary>
internal sealed class EntryStore
{
    /// <summary>A record is asked for with so much of what follows it: most end there.</summary>
    private const int Guess = 1024;

    /// <summary>So many documents are kept, each at the place that its offset gives it: what is found next is often of the same.</summary>
    private const int Kept = 512;

    private readonly IndexFile _file;
    private readonly long _table;
    private readonly int _count;
    private readonly KeptDocument?[] _kept = new KeptDocument?[Kept];

    /// <summary>Opens the entries.</summary>
    public EntryStore(IndexFile file, long table, int count)
    {
        (_file, _table, _count) = (file, table, count);
        if (table + ((long)count * sizeof(ulong)) != file.Length)
            throw new SearchIndexDamagedException(file.Path, "its entries are not those of the manifest");
    }

    /// <summary>Reads an entry.</summary>
    public IndexEntry Read(int entry)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry, (uint)_count);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(_file.Slice(_table + ((long)entry * sizeof(ulong)), sizeof(ulong)));
        var buffer = ArrayPool<byte>.Shared.Rent(Guess);
        try
        {
            var own = Record(offset, ref buffer);
            var at = 0;
            var document = Document((long)VariableLength.Read(own, ref at)).Entry;
            return document with
            {
                Id = StringCode.ReadPresent(own, ref at),
                Kind = StringCode.ReadPresent(own, ref at),
                Level = (int)VariableLength.Read(own, ref at),
                Path = StringCode.ReadList(own, ref at),
                Headings = StringCode.ReadList(own, ref at),
                Text = StringCode.ReadPresent(own, ref at),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private KeptDocument Document(long offset)
    {
        ref var place = ref _kept[(int)((ulong)offset * 0x9E3779B97F4A7C15 >> 32) & (Kept - 1)];
        var kept = Volatile.Read(ref place);
        if (kept?.Offset == offset) return kept;
        var buffer = ArrayPool<byte>.Shared.Rent(Guess);
        try
        {
            kept = new KeptDocument(offset, ReadDocument(Record(offset, ref buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        Volatile.Write(ref place, kept);
        return kept;
    }

    private static IndexEntry ReadDocument(ReadOnlySpan<byte> document)
    {
        var shared = 0;
        return new IndexEntry
        {
            DocumentId = StringCode.ReadPresent(document, ref shared),
            Title = StringCode.ReadPresent(document, ref shared),
            DocumentNumber = StringCode.Read(document, ref shared),
            Issuer = StringCode.Read(document, ref shared),
            Date = StringCode.Read(document, ref shared),
            Genre = StringCode.Read(document, ref shared),
            Format = StringCode.ReadPresent(document, ref shared),
            Id = "",
            Kind = "",
            Text = "",
        };
    }

    private ReadOnlySpan<byte> Record(long offset, ref byte[] buffer)
    {
        var guessed = (int)Math.Clamp(_table - offset, 0, Math.Min(Guess, buffer.Length));
        _file.Copy(offset, buffer.AsSpan(0, guessed));
        var at = 0;
        var length = VariableLength.ReadInt32(buffer.AsSpan(0, guessed), ref at);
        if (length <= guessed - at) return buffer.AsSpan(at, length);
        if (length > _table - offset - at) throw new InvalidDataException("A record is too long.");
        if (buffer.Length < length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(length);
        }

        _file.Copy(offset + at, buffer.AsSpan(0, length));
        return buffer.AsSpan(0, length);
    }

    /// <summary>A document's part of its entries.</summary>
    private sealed record KeptDocument(long Offset, IndexEntry Entry);
}
