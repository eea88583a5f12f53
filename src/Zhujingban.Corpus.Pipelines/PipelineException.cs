namespace Zhujingban.Corpus.Pipelines;

/// <summary>A build, or an opening, that cannot go on. The message is one line for a person.</summary>
/// <param name="exitCode">What the command tells the shell.</param>
/// <param name="message">One line that names the file, the line where there is one, and what was expected.</param>
/// <param name="inner">What went wrong below, or null.</param>
public sealed class PipelineException(ExitCode exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the command tells the shell.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
