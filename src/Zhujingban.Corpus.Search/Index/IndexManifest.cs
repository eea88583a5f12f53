namespace Zhujingban.Corpus.Search.Index;

/// <summary>What an index consists of. It is written last, so a folder without it is no index.</summary>
/// <param name="Segments">Its segments; their entries follow one another.</param>
/// <param name="Order">The file that says where every entry stands in the order of ids.</param>
internal sealed record IndexManifest(IReadOnlyList<SegmentManifest> Segments, IndexFileSummary Order)
{
    /// <summary>The number of all entries.</summary>
    public int Entries => checked(Segments.Sum(segment => segment.Statistics.Entries));

    /// <summary>Writes the manifest.</summary>
    public void Write(string folder)
    {
        var output = new ByteBuffer();
        VariableLength.Write(output, (ulong)Segments.Count);
        foreach (var segment in Segments) segment.Write(output);
        Order.Write(output);
        using var file = new IndexFileWriter(folder, IndexFileKind.Manifest);
        file.Write(output.Written);
        file.Complete();
    }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fingerprint">Tells the index from indexes with other content.</param>
    /// <exception cref="SearchIndexDamagedException">It is missing or damaged.</exception>
    public static IndexManifest Read(string folder, out uint fingerprint)
    {
        using var file = IndexFile.Open(folder, IndexFileKind.Manifest);
        fingerprint = file.Summary.Checksum;
        try
        {
            return Read(file.Slice(0, checked((int)file.Length)));
        }
        catch (Exception error) when (Segment.IsUnreadable(error))
        {
            throw new SearchIndexDamagedException(file.Path, "it cannot be read", error);
        }
    }

    private static IndexManifest Read(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        var count = VariableLength.ReadInt32(bytes, ref at);
        if (count == 0 || count > bytes.Length) throw new InvalidDataException("The number of segments cannot be.");
        var segments = new SegmentManifest[count];
        for (var i = 0; i < count; i++) segments[i] = SegmentManifest.Read(bytes, ref at);
        return new IndexManifest(segments, IndexFileSummary.Read(bytes, ref at));
    }
}
