using System.Security.Cryptography;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Sizes and checksums of a generation's files.</summary>
internal static class FileChecksum
{
    /// <summary>Reads what a file is now.</summary>
    /// <param name="folder">The generation's folder.</param>
    /// <param name="path">The file, relative to it with <c>/</c>.</param>
    /// <param name="flush">True to wait until the disk has it.</param>
    public static GenerationFile Of(string folder, string path, bool flush = false)
    {
        using var file = new FileStream(
            Path.Combine(folder, path), FileMode.Open, flush ? FileAccess.ReadWrite : FileAccess.Read, FileShare.Read, 1 << 16);
        if (flush) RandomAccess.FlushToDisk(file.SafeFileHandle);
        return new GenerationFile(path, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    /// <summary>True when a folder holds just the listed files, and they are what the list says.</summary>
    public static bool Matches(string folder, IReadOnlyList<GenerationFile> files)
    {
        try
        {
            return GenerationFiles.Below(folder).SequenceEqual(files.Select(file => file.Path)) && files.All(file =>
                new FileInfo(Path.Combine(folder, file.Path)).Length == file.Size && Of(folder, file.Path) == file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
