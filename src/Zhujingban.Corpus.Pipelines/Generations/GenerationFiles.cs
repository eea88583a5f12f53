namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>The names of a generation's files.</summary>
internal static class GenerationFiles
{
    /// <summary>One document a line.</summary>
    public const string Documents = "documents.jsonl";

    /// <summary>One source a line, in the order of the documents.</summary>
    public const string Sources = "sources.jsonl";

    /// <summary>Where each document's lines begin, by the hash of its id.</summary>
    public const string Offsets = "documents.offsets";

    /// <summary>What the build had to say, one diagnostic a line.</summary>
    public const string Diagnostics = "diagnostics.jsonl";

    /// <summary>The folder of the search index.</summary>
    public const string Index = "index";

    /// <summary>What the generation is and holds.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The longest line of a generation that is read: what one array can hold.</summary>
    public const int LongestLine = 2_000_000_000;

    /// <summary>The files of a generation that must be there whatever it holds.</summary>
    public static IReadOnlyList<string> Records { get; } = [Documents, Sources, Offsets, Diagnostics];

    /// <summary>Every file below a folder, relative with <c>/</c>, in ordinal order.</summary>
    public static List<string> Below(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')).ToList();
        files.Sort(StringComparer.Ordinal);
        return files;
    }
}
