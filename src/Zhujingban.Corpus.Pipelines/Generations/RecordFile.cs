using System.Security.Cryptography;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Writes a file of a generation, and tells its size and checksum when it is complete and on the disk.</summary>
/// <param name="folder">The generation's folder.</param>
/// <param name="path">The file, relative to it.</param>
internal sealed class RecordFile(string folder, string path) : IDisposable
{
    private readonly FileStream _file = new(Path.Combine(folder, path), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The number of bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Appends bytes as they are.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _file.Write(bytes);
        _hash.AppendData(bytes);
        Length += bytes.Length;
    }

    /// <summary>Appends a record and closes its line.</summary>
    public void AppendLine(ReadOnlySpan<byte> json)
    {
        Append(json);
        Append("\n"u8);
    }

    /// <summary>Waits until the disk has everything.</summary>
    public GenerationFile Complete()
    {
        _file.Flush(flushToDisk: true);
        return new GenerationFile(path, Length, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }
}
