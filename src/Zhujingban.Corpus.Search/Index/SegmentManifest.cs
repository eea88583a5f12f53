namespace Zhujingban.Corpus.Search.Index;

/// <summary>What a segment consists of.</summary>
/// <param name="Statistics">What ranking needs to know of its entries.</param>
/// <param name="Terms">The shape of its dictionary.</param>
/// <param name="EntriesOffset">Where the places of its entries stand.</param>
/// <param name="Files">Its files.</param>
internal sealed record SegmentManifest(
    CorpusStatistics Statistics, TermDictionaryShape Terms, long EntriesOffset, IReadOnlyList<IndexFileSummary> Files)
{
    private const int MostFiles = 16;

    /// <summary>Appends it to the manifest.</summary>
    public void Write(ByteBuffer output)
    {
        foreach (var value in (long[])[Statistics.Entries, Statistics.TextUnits, Statistics.HeadingUnits, Statistics.TitleUnits,
            Terms.Count, Terms.BlocksOffset, EntriesOffset, Files.Count])
            VariableLength.Write(output, (ulong)value);
        foreach (var file in Files) file.Write(output);
    }

    /// <summary>Reads it from the manifest.</summary>
    public static SegmentManifest Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var statistics = new CorpusStatistics(VariableLength.ReadInt32(bytes, ref at), (long)VariableLength.Read(bytes, ref at),
            (long)VariableLength.Read(bytes, ref at), (long)VariableLength.Read(bytes, ref at));
        var terms = new TermDictionaryShape(VariableLength.ReadInt32(bytes, ref at), (long)VariableLength.Read(bytes, ref at));
        var entries = (long)VariableLength.Read(bytes, ref at);
        var count = VariableLength.ReadInt32(bytes, ref at);
        if (count > MostFiles) throw new InvalidDataException("There are too many files.");
        var files = new IndexFileSummary[count];
        for (var i = 0; i < count; i++) files[i] = IndexFileSummary.Read(bytes, ref at);
        return new SegmentManifest(statistics, terms, entries, files);
    }
}
