using Zhujingban.Corpus.Pipelines;

namespace Zhujingban.Corpus.Cli;

/// <summary>
/// A stream that data is written to, and that says so when it cannot be: where it was to go is a matter of how the command is used, which
/// input that cannot be read is not. A pipe that nobody reads any more is no such error, and stays what it is.
/// </summary>
/// <param name="stream">Where the data goes.</param>
/// <param name="name">What a person calls it: a path, standard output.</param>
internal sealed class OutputStream(Stream stream, string name) : WriteOnlyStream
{
    /// <summary>Opens a file, which is made or written anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What a person calls it.</param>
    /// <exception cref="PipelineException">It cannot be written (exit code 2).</exception>
    public static OutputStream Create(string path, string name)
    {
        try
        {
            return new OutputStream(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), name);
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            throw Unwritable(name, wrong);
        }
    }

    /// <summary>The file that a path leads to, through links.</summary>
    /// <exception cref="PipelineException">The links lead nowhere (exit code 2).</exception>
    public static string TargetOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            throw Unwritable(path, wrong);
        }
    }

    /// <summary>
    /// True for a file that another may take the place of. A device or pipe is none: it has no length, and a link to one
    /// (<c>/dev/stdout</c>) leads to what is no file.
    /// </summary>
    /// <exception cref="PipelineException">It is a folder (exit code 2).</exception>
    public static bool IsReplaceable(string path, string target)
    {
        if (Directory.Exists(target)) throw Unwritable(path, new IOException("it is a folder"));
        return new FileInfo(target) is { Exists: true } file ? file.Length > 0 : new FileInfo(path).LinkTarget is null;
    }

    /// <summary>Puts a whole file in the place of another.</summary>
    /// <param name="target">The other.</param>
    /// <param name="written">The whole file.</param>
    /// <param name="name">What a person calls the other.</param>
    /// <exception cref="PipelineException">It cannot be replaced (exit code 2).</exception>
    public static void Replace(string target, string written, string name)
    {
        try
        {
            File.Move(written, target, overwrite: true);
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            throw Unwritable(name, wrong);
        }
    }

    private static PipelineException Unwritable(string name, Exception wrong) => new(
        ExitCode.Usage, $"{OneLine.Escape(name)}: cannot be written ({OneLine.Escape(wrong.Message)}); expected a place that can be", wrong);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            throw Unwritable(name, wrong);
        }
    }

    public override void Flush()
    {
        try
        {
            stream.Flush();
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            throw Unwritable(name, wrong);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }

    private static bool IsRefusal(Exception wrong) =>
        wrong is UnauthorizedAccessException || (wrong is IOException broken && !CommandLine.IsBrokenPipe(broken));
}
