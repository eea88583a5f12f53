using System.Security.Cryptography;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>Reads the bytes of an item, and proves them where a manifest says what they are.</summary>
internal static class SourceFile
{
    /// <summary>The longest source, in bytes: what JSON can still hold as one string after decoding.</summary>
    public const int Longest = 160_000_000;

    /// <summary>The bytes of an item and their SHA-256 in lower-case hex, or what is wrong with them.</summary>
    public static (byte[] Bytes, string Sha256, SourceProblem? Problem) Read(SourceItem item)
    {
        try
        {
            var length = new FileInfo(item.FullPath).Length;
            if (length > Longest) return Fail(item, "source-too-long", $"The file has {length} bytes; at the most {Longest} can be read.");

            // A file of length 0 is not opened: a named pipe or a device has it too, and would be waited for without end.
            var bytes = length == 0 ? [] : ReadAll(item.FullPath);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return item.Entry is null || item.Entry.Sha256 == hash
                ? (bytes, hash, null)
                : ([], "", Mismatch(item, hash));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return ([], "", Unreadable(item, wrong));
        }
    }

    /// <summary>Proves a file that is read bit by bit, where a manifest says what it is; null when nothing is wrong with it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SourceProblem? Check(SourceItem item)
    {
        if (item.Entry is null) return null;
        using var file = Open(item.FullPath);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        return item.Entry.Sha256 == hash ? null : Mismatch(item, hash);
    }

    /// <summary>Opens a file that nobody may write to meanwhile.</summary>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);

    /// <summary>What is to be said of a file that cannot be read.</summary>
    public static SourceProblem Unreadable(SourceItem item, Exception wrong) => item.Problem("unreadable-file", wrong switch
    {
        FileNotFoundException or DirectoryNotFoundException => "The file is not there.",
        UnauthorizedAccessException => "The file may not be read.",
        _ => "The file cannot be read.",
    });

    private static byte[] ReadAll(string path)
    {
        using var file = Open(path);
        var bytes = new byte[Math.Min(file.Length, Longest)];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private static SourceProblem Mismatch(SourceItem item, string hash) =>
        item.Problem("sha256-mismatch", $"The file has the SHA-256 {hash}, its manifest says {item.Entry!.Sha256}.");

    private static (byte[] Bytes, string Sha256, SourceProblem? Problem) Fail(SourceItem item, string code, string message) =>
        ([], "", item.Problem(code, message));
}
