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

    /// <summary>So many documents are kept at the most: the best hits are often of few.</summary>
    private const int MostDocuments = 251;

    private readonly KnownDocument?[] _documents = new KnownDocument?[MostDocuments];
    private readonly IndexFile _file;
    private readonly long _table;
    private readonly int _count;

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
            var document = Document((long)VariableLength.Read(own, ref at));
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

    /// <summary>What the entries of a document have in common.</summary>
    private IndexEntry Document(long offset)
    {
        var slot = (int)((ulong)offset % (uint)_documents.Length);
        if (Volatile.Read(ref _documents[slot]) is { } known && known.Offset == offset) return known.Shared;
        var buffer = ArrayPool<byte>.Shared.Rent(Guess);
        try
        {
            var record = Record(offset, ref buffer);
            var document = ReadDocument(record);
            if (record.Length <= Guess) Volatile.Write(ref _documents[slot], new KnownDocument(offset, document));
            return document;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IndexEntry ReadDocument(ReadOnlySpan<byte> record)
    {
        var at = 0;
        return new IndexEntry
        {
            DocumentId = StringCode.ReadPresent(record, ref at),
            Title = StringCode.ReadPresent(record, ref at),
            DocumentNumber = StringCode.Read(record, ref at),
            Issuer = StringCode.Read(record, ref at),
            Date = StringCode.Read(record, ref at),
            Genre = StringCode.Read(record, ref at),
            Format = StringCode.ReadPresent(record, ref at),
            Id = "",
            Kind = "",
            Text = "",
        };
    }

    private ReadOnlySpan<byte> Record(long offset, ref byte[] buffer)
    {
        var guessed = (int)Math.Clamp(_table - offset, 0, Guess);
        _file.Copy(offset, buffer.AsSpan(0, guessed));
        var at = 0;
        var length = VariableLength.ReadInt32(buffer.AsSpan(0, guessed), ref at);
        if (length <= guessed - at) return buffer.AsSpan(at, length);
        if (length > _table - offset - at) throw new InvalidDataException("A record is too long.");
        if (buffer.Length < length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(length);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = longer;
        }

        _file.Copy(offset + at, buffer.AsSpan(0, length));
        return buffer.AsSpan(0, length);
    }

    private sealed record KnownDocument(long Offset, IndexEntry Shared);
}
