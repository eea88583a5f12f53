namespace Zhujingban.Corpus.Pipelines;

/// <summary>What a command tells the shell.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Done, but some items failed; they are listed.</summary>
    SomeFailed = 1,

    /// <summary>Wrong usage or configuration.</summary>
    Usage = 2,

    /// <summary>Input is missing or cannot be read.</summary>
    InputMissing = 3,

    /// <summary>Another build holds the lock.</summary>
    Locked = 4,

    /// <summary>Verification failed; nothing was published.</summary>
    VerificationFailed = 5,

    /// <summary>Interrupted (SIGINT); can be resumed.</summary>
    Interrupted = 130,

    /// <summary>Terminated (SIGTERM); can be resumed.</summary>
    Terminated = 143,
}
