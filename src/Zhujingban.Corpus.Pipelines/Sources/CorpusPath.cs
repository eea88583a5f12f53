namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>Paths of a manifest: they stay inside its folder, whatever they or links say.</summary>
internal static class CorpusPath
{
    /// <summary>More links than any real path has; what has more leads round in a circle.</summary>
    private const int MostLinks = 64;

    /// <summary>What is wrong with a path as written, as the middle of a sentence; null for a good one.</summary>
    public static string? Fault(string path)
    {
        if (path.Any(char.IsControl)) return "holds control characters";
        if (path.Contains('\\')) return "holds a backslash";
        if (Path.IsPathRooted(path) || (path.Length > 1 && path[1] == ':')) return "is absolute";
        var segments = path.Split('/');
        if (segments.Contains("..")) return "leaves the corpus folder";
        return segments.Any(segment => segment is "" or ".") ? "holds an empty step" : null;
    }

    /// <summary>True when a file still lies in a folder after every link on the way is followed.</summary>
    public static bool IsInside(string folder, string path)
    {
        try
        {
            return Real(folder) is { } root && Real(path) is { } real
                && real.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A full path with every link followed; null when they lead round in a circle.</summary>
    private static string? Real(string path)
    {
        var links = 0;
        var rest = new Stack<string>(Split(Path.GetFullPath(path)).Reverse());
        var real = Path.GetPathRoot(Path.GetFullPath(path))!;
        while (rest.TryPop(out var name))
        {
            var next = name == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, name);
            if (name == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks) return null;
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            foreach (var step in Split(target).Reverse()) rest.Push(step);
        }

        return real;
    }

    private static IEnumerable<string> Split(string path) =>
        path[Path.GetPathRoot(path)!.Length..].Split(Path.DirectorySeparatorChar).Where(step => step is not ("" or "."));
}
