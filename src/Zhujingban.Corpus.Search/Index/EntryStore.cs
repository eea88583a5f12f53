using System.Buffers;
using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// The entries of an opened index. They are most of an index and few are read for an answer, so each is copied out of the file.
/// </summary>
internal sealed class EntryStore
{
    /// <summary>A record is asked for with so much of what follows it: most end there.</summary>
    private const int Guess = 512;

    /// <summary>And with so much of what stands before it: there its document's is, when it is the first of its document.</summary>
    private const int Before = 128;

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
    /// <param name="entry">Its number.</param>
    /// <param name="id">Its id, which is not among what is kept here.</param>
    public IndexEntry Read(int entry, string id)
    {
        var offset = OffsetOf(entry);
        using var around = new Window(this, Math.Max(0, offset - Before), Before + Guess);
        using var own = new Record(this, offset, around);
        var at = 0;
        var bytes = own.Bytes;
        var document = Document((long)VariableLength.Read(bytes, ref at), around);
        return document with
        {
            Id = id,
            Kind = StringCode.ReadPresent(bytes, ref at),
            Level = (int)VariableLength.Read(bytes, ref at),
            Path = StringCode.ReadList(bytes, ref at),
            Headings = StringCode.ReadList(bytes, ref at),
            Text = StringCode.ReadPresent(bytes, ref at),
        };
    }

    private long OffsetOf(int entry)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry, (uint)_count);
        return BinaryPrimitives.ReadInt64LittleEndian(_file.Slice(_table + ((long)entry * sizeof(ulong)), sizeof(ulong)));
    }

    /// <summary>What the entries of a document have in common.</summary>
    private IndexEntry Document(long offset, Window around)
    {
        var slot = (int)((ulong)offset % (uint)_documents.Length);
        if (Volatile.Read(ref _documents[slot]) is { } known && known.Offset == offset) return known.Shared;
        if (around.TryRead(offset, out var near)) return Keep(slot, offset, near);
        using var window = new Window(this, offset, Guess);
        using var record = new Record(this, offset, window);
        return Keep(slot, offset, record.Bytes);
    }

    private IndexEntry Keep(int slot, long offset, ReadOnlySpan<byte> record)
    {
        var document = ReadDocument(record);
        if (record.Length <= Guess) Volatile.Write(ref _documents[slot], new KnownDocument(offset, document));
        return document;
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

    private sealed record KnownDocument(long Offset, IndexEntry Shared);

    /// <summary>A part of the file that was copied out at once.</summary>
    private readonly ref struct Window
    {
        private readonly byte[] _buffer;
        private readonly long _start;
        private readonly int _length;

        public Window(EntryStore store, long start, int most)
        {
            _start = start;
            _length = (int)Math.Clamp(store._table - start, 0, most);
            _buffer = ArrayPool<byte>.Shared.Rent(most);
            store._file.Copy(start, _buffer.AsSpan(0, _length));
        }

        /// <summary>The record at a place of the file; false when it is not wholly inside.</summary>
        public bool TryRead(long offset, out ReadOnlySpan<byte> record)
        {
            record = default;
            if (offset < _start || offset > _start + _length - VariableLength.MostBytes) return false;
            var bytes = _buffer.AsSpan(0, _length)[(int)(offset - _start)..];
            var at = 0;
            var length = VariableLength.ReadInt32(bytes, ref at);
            if (length > bytes.Length - at) return false;
            record = bytes.Slice(at, length);
            return true;
        }

        public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
    }

    /// <summary>A record, from a window or from the file.</summary>
    private readonly ref struct Record
    {
        private readonly byte[]? _buffer;

        public Record(EntryStore store, long offset, Window window)
        {
            if (window.TryRead(offset, out var bytes))
            {
                Bytes = bytes;
                return;
            }

            Span<byte> head = stackalloc byte[VariableLength.MostBytes];
            head = head[..(int)Math.Clamp(store._table - offset, 0, head.Length)];
            store._file.Copy(offset, head);
            var at = 0;
            var length = VariableLength.ReadInt32(head, ref at);
            if (length > store._table - offset - at) throw new InvalidDataException("A record is too long.");
            _buffer = ArrayPool<byte>.Shared.Rent(length);
            Bytes = _buffer.AsSpan(0, length);
            store._file.Copy(offset + at, _buffer.AsSpan(0, length));
        }

        public ReadOnlySpan<byte> Bytes { get; }

        public void Dispose()
        {
            if (_buffer is not null) ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}
