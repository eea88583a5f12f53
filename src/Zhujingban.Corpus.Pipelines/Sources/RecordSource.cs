using System.IO.Compression;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>
/// Reads a file of ready-made records, JSON lines, packed by gzip or not, in portions: however long it is, no more than a portion is
/// in memory. A file that cannot be read, or breaks off, gives what stands before that and a problem.
/// </summary>
internal static class RecordSource
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 1 << 24;

    private const long PortionWeight = 1 << 18;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The portions of a file, in its order.</summary>
    public static IEnumerable<RecordPortion> Read(SourceItem item)
    {
        var (file, problem) = Open(item);
        using var opened = file;
        if (opened is null)
        {
            yield return new RecordPortion(item, [], 0, problem ?? Empty(item));
            yield break;
        }

        var isPacked = PackedFile.IsPacked(opened);
        using Stream unpacked = isPacked ? new GZipStream(opened, CompressionMode.Decompress, leaveOpen: true) : opened;
        var reader = new LineReader(unpacked, LongestLine);
        var found = false;
        while (Next(item, reader) is var portion && (portion.Problem is not null || portion.Lines.Count > 0))
        {
            found = true;
            yield return portion;
            if (portion.Problem is not null) yield break;
        }

        if (isPacked && !PackedFile.IsWhole(opened, reader.Offset)) yield return new RecordPortion(item, [], 0, BrokenOff(item, reader, "is cut off"));
        else if (!found) yield return new RecordPortion(item, [], 0, Empty(item));
    }

    /// <summary>The next portion; one without lines at the end.</summary>
    private static RecordPortion Next(SourceItem item, LineReader reader)
    {
        var lines = new List<RecordLine>();
        var weight = 0L;
        try
        {
            while (weight < PortionWeight && reader.Read())
            {
                var line = reader.Line.Span;
                if (reader.Number == 1 && line.StartsWith(Mark)) line = line[Mark.Length..];
                if (!reader.IsTooLong && line.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
                lines.Add(new RecordLine(reader.Number, line.ToArray()));
                weight += line.Length + 1;
            }

            return new RecordPortion(item, lines, weight, null);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            var what = wrong is InvalidDataException ? "is damaged" : "cannot be read on";
            return new RecordPortion(item, lines, weight, BrokenOff(item, reader, what));
        }
    }

    private static (FileStream? File, SourceProblem? Problem) Open(SourceItem item)
    {
        try
        {
            // A named pipe or a device has length 0 too, and would be waited for without end.
            if (new FileInfo(item.FullPath).Length == 0) return (null, null);
            return SourceFile.Check(item) is { } problem ? (null, problem) : (SourceFile.Open(item.FullPath), null);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return (null, SourceFile.Unreadable(item, wrong));
        }
    }

    private static SourceProblem Empty(SourceItem item) => item.Problem("empty-source", "The file holds no record.");

    private static SourceProblem BrokenOff(SourceItem item, LineReader reader, string what) =>
        item.Problem("unreadable-file", $"The file {what} behind line {reader.Number}; what followed there is not read.");
}
