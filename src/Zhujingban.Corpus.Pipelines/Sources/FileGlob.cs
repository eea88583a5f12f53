namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>
/// A path with wildcards: <c>*</c> and <c>?</c> inside a name, <c>**</c> as a segment for any number of folders. Names are
/// compared as they are, case and all, and files come in the order of their paths' code units, so every machine sees the same.
/// Behind the first wildcard, links to folders are not followed: they could lead round in a circle.
/// </summary>
internal sealed class FileGlob
{
    private const string AnyFolders = "**";

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false,
    };

    private readonly string[] _pattern;

    /// <summary>Reads a path or glob.</summary>
    /// <param name="folder">The full path that a relative one starts from.</param>
    /// <param name="glob">The path or glob as written.</param>
    public FileGlob(string folder, string glob)
    {
        var path = glob.Replace(Path.DirectorySeparatorChar, '/');
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var literal = Math.Min(segments.TakeWhile(segment => !Wildcard.IsIn(segment)).Count(), segments.Length - 1);
        var prefix = string.Join('/', segments[..Math.Max(literal, 0)]);
        Root = Path.GetFullPath(Path.IsPathRooted(glob) && path.StartsWith('/') ? "/" + prefix : prefix, folder);
        Shown = Path.IsPathRooted(glob) ? "" : prefix;
        _pattern = segments[Math.Max(literal, 0)..];
        if (_pattern is [.., AnyFolders]) _pattern = [.. _pattern, "*"];
    }

    /// <summary>The full path of the folder before the first wildcard, which every file lies below.</summary>
    public string Root { get; }

    /// <summary>The part of a relative glob before the first wildcard, which shown paths begin with; empty for an absolute one.</summary>
    public string Shown { get; }

    /// <summary>True when a path, with <c>/</c> and relative to <see cref="Root"/>, fits.</summary>
    public bool Fits(string relative)
    {
        var names = relative.Split('/');
        var reached = new bool[_pattern.Length + 1];
        reached[0] = true;
        foreach (var (name, isLast) in names.Select((name, i) => (name, i == names.Length - 1))) reached = Step(reached, name, isLast);
        return reached[^1];
    }

    /// <summary>The files that fit, relative to <see cref="Root"/> with <c>/</c>, in ordinal order.</summary>
    /// <param name="unreadable">Takes the folders that could not be listed, relative likewise.</param>
    public List<string> Find(ICollection<string> unreadable)
    {
        var files = new List<string>();
        var folders = new Stack<(string Relative, bool[] Reached)>();
        var start = new bool[_pattern.Length + 1];
        start[0] = true;
        folders.Push(("", start));
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in List(folder.Relative, unreadable))
            {
                var relative = folder.Relative.Length == 0 ? entry.Name : $"{folder.Relative}/{entry.Name}";
                if (entry is DirectoryInfo { LinkTarget: null })
                {
                    var reached = Step(folder.Reached, entry.Name, isLast: false);
                    if (reached.AsSpan().Contains(true)) folders.Push((relative, reached));
                }
                else if (entry is FileInfo && Step(folder.Reached, entry.Name, isLast: true)[^1])
                {
                    files.Add(relative);
                }
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private List<FileSystemInfo> List(string relative, ICollection<string> unreadable)
    {
        try
        {
            return [.. new DirectoryInfo(Path.Combine(Root, relative)).EnumerateFileSystemInfos("*", Everything)];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            unreadable.Add(relative);
            return [];
        }
    }

    /// <summary>
    /// The places of the pattern that are reached behind one more name. All are followed at once, so that several
    /// <c>**</c> cost no more than one.
    /// </summary>
    private bool[] Step(bool[] reached, string name, bool isLast)
    {
        var next = new bool[reached.Length];
        for (var i = 0; i < _pattern.Length; i++)
        {
            if (!reached[i]) continue;
            if (_pattern[i] == AnyFolders)
            {
                // No folder at all: the same name is tried against what follows.
                reached[i + 1] = true;
                if (!isLast && !name.StartsWith('.')) next[i] = true;
            }
            else if (isLast == (i == _pattern.Length - 1) && Wildcard.Fits(_pattern[i], name))
            {
                next[i + 1] = true;
            }
        }

        return next;
    }
}
