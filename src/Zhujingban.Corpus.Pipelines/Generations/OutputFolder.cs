using System.Diagnostics.CodeAnalysis;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// The layout of an output folder: <c>current</c> names the live generation of <c>generations/</c>, the next one grows in
/// <c>building/</c>, <c>cache/</c> holds what documents became, and whoever builds holds <c>build.lock</c>.
/// </summary>
/// <param name="path">The folder's full path.</param>
internal sealed class OutputFolder(string path)
{
    private const int IdLength = 32;
    private const int LongestPointer = 100;

    /// <summary>The folder's full path.</summary>
    public string Path { get; } = path;

    /// <summary>The file that names the live generation.</summary>
    public string Pointer => Inside("current");

    /// <summary>The file that becomes <see cref="Pointer"/>.</summary>
    public string NextPointer => Inside("current.new");

    /// <summary>The file that a build holds open.</summary>
    public string Lock => Inside("build.lock");

    /// <summary>Where the next generation grows.</summary>
    public string Building => Inside("building");

    /// <summary>Where a damaged generation goes when a sound one of the same id takes its place.</summary>
    public string Damaged => Inside("damaged");

    /// <summary>The results of earlier builds.</summary>
    public string Cache => Inside("cache");

    /// <summary>The folder of a generation.</summary>
    public string Generation(string id) => System.IO.Path.Combine(Inside("generations"), id);

    /// <summary>The id of the live generation; null when there is none, or the pointer is damaged.</summary>
    public string? CurrentId()
    {
        try
        {
            if (new FileInfo(Pointer) is not { Exists: true, Length: < LongestPointer }) return null;
            var id = File.ReadAllText(Pointer).TrimEnd('\n');
            return IsId(id) ? id : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with <see cref="Pointer"/>; null when there is none, or nothing is.</summary>
    public string? PointerFault()
    {
        try
        {
            if (!File.Exists(Pointer) || CurrentId() is not null) return null;
            var length = new FileInfo(Pointer).Length;
            return length < LongestPointer
                ? $"it holds {OneLine.Quote(File.ReadAllText(Pointer).TrimEnd('\n'))} instead of the id of a generation, {IdLength} characters of 0 to 9 and a to f"
                : $"it has {length} bytes instead of the {IdLength + 1} of a generation's id and a line's end";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return "it cannot be read";
        }
    }

    /// <summary>True for what can be the id of a generation.</summary>
    public static bool IsId([NotNullWhen(true)] string? id) => id is { Length: IdLength } && id.All(char.IsAsciiHexDigitLower);

    private string Inside(string name) => System.IO.Path.Combine(Path, name);
}
