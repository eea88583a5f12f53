namespace Zhujingban.Corpus.Search.Index;

/// <summary>What an index consists of. It is written last, so a folder without it is no index.</summary>
/// <param name="Statistics">What ranking needs to know.</param>
/// <param name="Terms">The shape of the dictionary.</param>
/// <param name="EntriesOffset">Where the places of the entries stand.</param>
/// <param name="Files">All other files.</param>
internal sealed record IndexManifest(
    CorpusStatistics Statistics, TermDictionaryShape Terms, long EntriesOffset, IReadOnlyList<IndexFileSummary> Files)
{
    private const int MostFiles = 16;

    /// <summary>Writes the manifest.</summary>
    public void Write(IndexFileWriter file)
    {
        var output = new ByteBuffer();
        foreach (var value in (long[])[Statistics.Entries, Statistics.TextUnits, Statistics.HeadingUnits, Statistics.TitleUnits,
            Terms.Count, Terms.BlocksOffset, EntriesOffset, Files.Count])
            VariableLength.Write(output, (ulong)value);
        foreach (var summary in Files)
        {
            VariableLength.Write(output, (ulong)summary.Kind);
            VariableLength.Write(output, (ulong)summary.Length);
            VariableLength.Write(output, summary.Checksum);
        }

        file.Write(output.Written);
    }

    /// <summary>Reads the manifest.</summary>
    public static IndexManifest Read(IndexFile file)
    {
        var bytes = file.Slice(0, checked((int)file.Length));
        var at = 0;
        var statistics = new CorpusStatistics(VariableLength.ReadInt32(bytes, ref at), (long)VariableLength.Read(bytes, ref at),
            (long)VariableLength.Read(bytes, ref at), (long)VariableLength.Read(bytes, ref at));
        var terms = new TermDictionaryShape(VariableLength.ReadInt32(bytes, ref at), (long)VariableLength.Read(bytes, ref at));
        var entries = (long)VariableLength.Read(bytes, ref at);
        var count = VariableLength.ReadInt32(bytes, ref at);
        if (count > MostFiles) throw new InvalidDataException("There are too many files.");
        var files = new IndexFileSummary[count];
        for (var i = 0; i < count; i++)
        {
            files[i] = new IndexFileSummary((IndexFileKind)VariableLength.ReadInt32(bytes, ref at),
                (long)VariableLength.Read(bytes, ref at), (uint)VariableLength.Read(bytes, ref at));
        }

        return new IndexManifest(statistics, terms, entries, files);
    }
}
