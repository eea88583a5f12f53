namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>A manifest: what is known of the sources in its folder, one JSON object a line.</summary>
internal sealed class CorpusManifest
{
    /// <summary>No line is longer; what is, is no manifest line.</summary>
    private const int LongestLine = 1 << 20;

    private readonly Dictionary<string, ManifestEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unusable = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<SourceProblem> _problems = [];

    private CorpusManifest(string path, string shown)
    {
        Folder = Path.GetDirectoryName(path)!;
        Shown = shown;
    }

    /// <summary>The full path of the folder that its paths start from and stay in.</summary>
    public string Folder { get; }

    /// <summary>The manifest's file, relative to the definition.</summary>
    public string Shown { get; }

    /// <summary>What can be used, in the manifest's order.</summary>
    public IEnumerable<ManifestEntry> Entries => _entries.Values.OrderBy(entry => entry.Line);

    /// <summary>What is wrong with it, in the order of its lines.</summary>
    public IReadOnlyList<SourceProblem> Problems => _problems;

    /// <summary>Reads a manifest. A bad line fails alone.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="shown">Its path relative to the definition.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static CorpusManifest Load(string path, string shown)
    {
        var manifest = new CorpusManifest(path, shown);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var lines = new LineReader(stream, LongestLine);
        while (lines.Read())
        {
            var line = lines.Line;
            if (lines.Number == 1 && line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) line = line[3..];
            if (lines.IsTooLong)
                manifest.Report(lines.Number, null, "manifest-bad-json", $"The line is longer than {LongestLine} bytes.");
            else if (!line.Span.Trim(" \t\r"u8).IsEmpty)
                manifest.Add(lines.Number, line);
        }

        return manifest;
    }

    /// <summary>What the manifest says of a file, or null.</summary>
    /// <param name="path">The file's path, relative to <see cref="Folder"/> with <c>/</c>.</param>
    public ManifestEntry? Find(string path) => _entries.GetValueOrDefault(path);

    /// <summary>True when the manifest has a line for a file, but one that cannot be used: <see cref="Problems"/> tells why.</summary>
    public bool HasUnusableLineFor(string path) => _unusable.Contains(path) && !_entries.ContainsKey(path);

    private void Add(int number, ReadOnlyMemory<byte> json)
    {
        var line = new ManifestLine(Shown, number);
        var entry = line.Read(json);
        var note = entry is null && line.Path is { } path ? $" The file {OneLine.Quote(path)} is not read." : "";
        _problems.AddRange(line.Problems.Select(problem => problem with { Message = problem.Message + note }));
        if (entry is null)
        {
            if (line.Path is not null) _unusable.Add(line.Path);
        }
        else if (_entries.TryGetValue(entry.Path, out var first))
        {
            Report(number, entry.Id, "manifest-repeated-path",
                $"The path {OneLine.Quote(entry.Path)} stands on line {first.Line} already, which is used.");
        }
        else if (!_ids.Add(entry.Id))
        {
            _unusable.Add(entry.Path);
            Report(number, entry.Id, "manifest-repeated-id",
                $"The id {OneLine.Quote(entry.Id)} stands on an earlier line already. The file {OneLine.Quote(entry.Path)} is not read.");
        }
        else
        {
            _entries.Add(entry.Path, entry);
        }
    }

    private void Report(int line, string? id, string code, string message) =>
        _problems.Add(new SourceProblem(Shown, line, id, code, message));
}
