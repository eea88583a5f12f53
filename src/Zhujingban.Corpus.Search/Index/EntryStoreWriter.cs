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
