using Zhujingban.Corpus.Pipelines;

namespace Zhujingban.Corpus.Cli;

/// <summary>
/// Tells on standard error how far a build is: redrawn in place in a terminal, else one line every 30 seconds, so that a night's
/// log stays short.
/// </summary>
/// <param name="host">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressLine(CommandHost host, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DrawInterval = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private long _last = time.GetTimestamp();
    private bool _drawn;

    public void Report(BuildProgress progress)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_last) < (host.IsErrorTerminal ? DrawInterval : LogInterval)) return;
            _last = time.GetTimestamp();
            var line = $"{Verb(progress.Phase)} {progress.Done}{(progress.Total is { } total ? $" of {total}" : "")} documents";
            if (host.IsErrorTerminal) host.Error.Write($"\r{line}\u001b[K");
            else host.Error.WriteLine(line);
            _drawn = host.IsErrorTerminal;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_drawn) host.Error.Write("\r\u001b[K");
            _drawn = false;
        }
    }

    private static string Verb(BuildPhase phase) => phase switch
    {
        BuildPhase.Reading => "read",
        BuildPhase.Indexing => "indexed",
        BuildPhase.Verifying => "verified",
        _ => "published",
    };
}
