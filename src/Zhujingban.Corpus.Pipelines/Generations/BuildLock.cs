namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// Keeps two builds out of one output folder. The operating system holds the lock for as long as the process has the file
/// open, so a build that was killed leaves none behind.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    // What the system calls "somebody else has it": EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="PipelineException">Another build holds it (exit code 4).</exception>
    public static BuildLock Take(OutputFolder output)
    {
        try
        {
            return new BuildLock(new FileStream(output.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException wrong) when (Held.Contains(wrong.HResult))
        {
            throw new PipelineException(ExitCode.Locked,
                $"{OneLine.Escape(output.Path)}: another build is writing here; one at a time is expected", wrong);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
