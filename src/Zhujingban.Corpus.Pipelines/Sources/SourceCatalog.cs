using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Definitions;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>
/// What a pipeline is to read: its sources' files in the order of the definition, then of their paths, each once and with an id
/// of its own. No file but the manifests is opened.
/// </summary>
internal sealed class SourceCatalog
{
    private readonly PipelineDefinition _definition;
    private readonly Dictionary<string, CorpusManifest> _manifests = new(StringComparer.Ordinal);
    private readonly List<Candidate> _candidates = [];
    private readonly List<SourceItem> _items = [];
    private readonly List<SourceProblem> _problems = [];

    private SourceCatalog(PipelineDefinition definition) => _definition = definition;

    /// <summary>What is to be read.</summary>
    public IReadOnlyList<SourceItem> Items => _items;

    /// <summary>What cannot be read, or is worth knowing, before a file is opened.</summary>
    public IReadOnlyList<SourceProblem> Problems => _problems;

    /// <summary>Finds the files and reads the manifests of a definition.</summary>
    /// <exception cref="PipelineException">A source matches no file, or a manifest is not there (exit code 3).</exception>
    public static SourceCatalog Load(PipelineDefinition definition)
    {
        var catalog = new SourceCatalog(definition);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var globs = definition.Sources.Select(source => (Source: source, Glob: new FileGlob(definition.Folder, source.Files))).ToList();
        foreach (var (source, glob) in globs) catalog.Find(source, glob, seen);
        foreach (var (source, glob) in globs) catalog.FindMissing(source, glob, seen);
        catalog.NameItems();
        return catalog;
    }

    private void Find(SourceDefinition source, FileGlob glob, HashSet<string> seen)
    {
        var manifest = source.Manifest is null ? null : ManifestAt(source);
        var unreadable = new List<string>();
        var files = glob.Find(unreadable);
        if (files.Count == 0)
        {
            throw new PipelineException(ExitCode.InputMissing,
                $"{At(source.FilesLine)}: no file was found for {OneLine.Quote(source.Files)}; at least one is expected");
        }

        foreach (var folder in unreadable)
        {
            _problems.Add(new SourceProblem(Shown(glob, folder), null, null, "unreadable-folder",
                "The folder cannot be listed; what it holds is not read."));
        }

        foreach (var file in files)
        {
            var path = Path.Combine(glob.Root, file);
            if (RelativeTo(_definition.Output, path) is not null) throw ReadsOwnOutput(source);
            if (seen.Add(path)) _candidates.Add(new Candidate(source, manifest, path, file, Shown(glob, file)));
        }
    }

    private PipelineException ReadsOwnOutput(SourceDefinition source) => new(ExitCode.Usage,
        $"{At(source.FilesLine)}: {OneLine.Quote(source.Files)} matches files in the output folder; sources outside it are expected");

    /// <summary>Tells of the files that a manifest names and a source would read, if they were there.</summary>
    private void FindMissing(SourceDefinition source, FileGlob glob, HashSet<string> seen)
    {
        if (source.Manifest is null) return;
        var manifest = ManifestAt(source);
        foreach (var entry in manifest.Entries)
        {
            var path = Path.GetFullPath(entry.Path, manifest.Folder);
            if (RelativeTo(glob.Root, path) is { } relative && glob.Fits(relative) && seen.Add(path))
            {
                _problems.Add(new SourceProblem(manifest.Shown, entry.Line, entry.Id, "missing-file",
                    $"The file {OneLine.Quote(entry.Path)} is not there."));
            }
        }
    }

    private CorpusManifest ManifestAt(SourceDefinition source)
    {
        if (_manifests.TryGetValue(source.Manifest!, out var known)) return known;
        try
        {
            var shown = Path.GetRelativePath(_definition.Folder, source.Manifest!).Replace(Path.DirectorySeparatorChar, '/');
            var manifest = CorpusManifest.Load(source.Manifest!, shown);
            _manifests.Add(source.Manifest!, manifest);
            _problems.AddRange(manifest.Problems);
            return manifest;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            var what = File.Exists(source.Manifest) ? "cannot be read" : "is not there";
            throw new PipelineException(ExitCode.InputMissing,
                $"{At(source.ManifestLine)}: the manifest {OneLine.Quote(source.Manifest!)} {what}; a file of JSON lines is expected",
                wrong);
        }
    }

    /// <summary>Gives every item its id: those that manifests name first, so that no file's name takes one of them.</summary>
    private void NameItems()
    {
        var named = _candidates.Where(IsUsable).Select(candidate => (Candidate: candidate, candidate.Entry)).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = new HashSet<ManifestEntry>(ReferenceEqualityComparer.Instance);
        foreach (var entry in named.Select(item => item.Entry).OfType<ManifestEntry>().Where(entry => taken.Add(entry.Id)))
            entries.Add(entry);

        foreach (var (candidate, entry) in named)
        {
            var id = entry?.Id ?? DocumentIds.ForFile(candidate.Relative, candidate.Shown, taken);
            var item = new SourceItem(id, candidate.Path, entry?.Path ?? candidate.Shown)
            {
                Format = candidate.Source.Format, Clean = candidate.Source.Clean, Entry = entry, Manifest = candidate.Manifest?.Shown,
            };
            if (entry is null ? taken.Add(id) : entries.Contains(entry)) Keep(item, candidate);
            else _problems.Add(item.Problem("repeated-id", $"The id {OneLine.Quote(id)} belongs to another document already."));
        }
    }

    private void Keep(SourceItem item, Candidate candidate)
    {
        if (item.Entry is not null && !CorpusPath.IsInside(candidate.Manifest!.Folder, item.FullPath))
        {
            _problems.Add(item.Problem("path-outside-corpus", "A link leads out of the manifest's folder."));
            return;
        }

        if (item.Entry is null && candidate.Manifest is not null)
        {
            var message = $"The manifest {OneLine.Escape(candidate.Manifest.Shown)} has no line for it: origin and licence are not known.";
            _problems.Add(item.Problem("not-in-manifest", message) with { Severity = DiagnosticSeverity.Warning });
        }

        _items.Add(item);
    }

    private static bool IsUsable(Candidate candidate) =>
        candidate.Manifest is not { } manifest || candidate.InManifest is not { } path || !manifest.HasUnusableLineFor(path);

    private string At(int line) => $"{OneLine.Escape(_definition.Path)}:{line}";

    private static string Shown(FileGlob glob, string relative) =>
        string.Join('/', new[] { glob.Shown, relative }.Where(part => part.Length > 0));

    /// <summary>A path relative to a folder that it lies in, with <c>/</c>; null when it lies elsewhere.</summary>
    private static string? RelativeTo(string folder, string path)
    {
        var prefix = Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..].Replace(Path.DirectorySeparatorChar, '/') : null;
    }

    /// <summary>A file that a source matches.</summary>
    private sealed record Candidate(SourceDefinition Source, CorpusManifest? Manifest, string Path, string Relative, string Shown)
    {
        public string? InManifest => Manifest is null ? null : RelativeTo(Manifest.Folder, Path);

        public ManifestEntry? Entry => InManifest is { } path ? Manifest!.Find(path) : null;
    }
}
