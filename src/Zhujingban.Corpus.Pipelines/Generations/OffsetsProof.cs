using System.IO.MemoryMappedFiles;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// Proves <c>documents.offsets</c> while the documents go by, in no more memory than the file itself as the system has it at hand: it has
/// an entry for each document, in order, and so no other. It tells documents of one id, too: they stand side by side in it.
/// </summary>
internal sealed class OffsetsProof : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte[] _entry = new byte[OffsetEntry.Size];
    private readonly long _length;
    private readonly long _count;
    private long _documents;
    private bool _missing;

    /// <summary>Opens the file of a generation.</summary>
    /// <param name="folder">The generation's folder.</param>
    public OffsetsProof(string folder)
    {
        var path = Path.Combine(folder, GenerationFiles.Offsets);
        _length = new FileInfo(path).Length;
        _count = _length / OffsetEntry.Size;
        if (_count == 0) return;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
    }

    /// <summary>Looks for the next document.</summary>
    public void Add(string id, DocumentPlace place)
    {
        _documents++;
        _missing |= !DocumentOffsets.Find(_count, EntryAt, OffsetEntry.KeyOf(id)).Contains(place);
    }

    /// <summary>True when the file has every document and nothing else.</summary>
    public bool IsSound() => !_missing && _documents == _count && _length == _count * OffsetEntry.Size
        && Neighbours().All(pair => pair.Left.CompareTo(pair.Right) < 0);

    /// <summary>The places of documents that may have one id.</summary>
    public IEnumerable<(DocumentPlace Left, DocumentPlace Right)> Doubtful() =>
        Neighbours().Where(pair => pair.Left.Key == pair.Right.Key).Select(pair => (pair.Left.Place, pair.Right.Place));

    /// <inheritdoc/>
    public void Dispose()
    {
        _view?.Dispose();
        _file?.Dispose();
    }

    private IEnumerable<(OffsetEntry Left, OffsetEntry Right)> Neighbours()
    {
        for (var i = 1L; i < _count; i++) yield return (EntryAt(i - 1), EntryAt(i));
    }

    private OffsetEntry EntryAt(long number)
    {
        _view!.ReadArray(number * OffsetEntry.Size, _entry, 0, OffsetEntry.Size);
        return OffsetEntry.Read(_entry);
    }
}
