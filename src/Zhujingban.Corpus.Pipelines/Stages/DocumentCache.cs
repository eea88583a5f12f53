using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Zhujingban.Corpus.Pipelines.Stages;

/// <summary>
/// Results of earlier builds on disk, by <see cref="StageOptions.KeyFor"/>. An entry begins with the hash of the rest: one
/// that a crash or a disk has damaged is found out and worked anew. Safe for several threads.
/// </summary>
/// <param name="folder">The cache's folder.</param>
internal sealed class DocumentCache(string folder)
{
    private const string Unfinished = ".new";
    private const int HashLength = 64;

    private readonly ConcurrentDictionary<string, byte> _used = new(StringComparer.Ordinal);

    /// <summary>The entry of a key; null when there is none that is whole.</summary>
    public StageResult? Find(string key)
    {
        _used.TryAdd(key, 0);
        try
        {
            return Open(File.ReadAllBytes(PathOf(key)));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result: it is there whole or not at all.</summary>
    public void Keep(string key, StageResult result)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.Create(path + Unfinished))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var part in Parts(result)) hash.AppendData(part.Span);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()) + "\n"));
            foreach (var part in Parts(result)) file.Write(part.Span);
        }

        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Removes every entry that was not asked for: no later build of the same input would.</summary>
    public void Prune()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (!_used.ContainsKey(Path.GetFileName(path))) File.Delete(path);
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key[..2], key);

    private static ReadOnlyMemory<byte>[] Parts(StageResult result) => [result.Document, "\n"u8.ToArray(), result.Source, "\n"u8.ToArray()];

    private static StageResult? Open(byte[] entry)
    {
        if (entry.Length <= HashLength || entry[HashLength] != '\n') return null;
        var rest = entry.AsMemory(HashLength + 1);
        var hash = Convert.ToHexStringLower(SHA256.HashData(rest.Span));
        if (!entry.AsSpan(0, HashLength).SequenceEqual(Encoding.ASCII.GetBytes(hash))) return null;
        var feed = rest.Span.IndexOf((byte)'\n');
        return feed >= 0 && rest.Length > feed + 1 ? new StageResult(rest[..feed], rest[(feed + 1)..^1]) : null;
    }
}
