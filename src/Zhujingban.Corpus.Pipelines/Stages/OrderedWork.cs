namespace Zhujingban.Corpus.Pipelines.Stages;

/// <summary>Work on many items at once, with the results in the order of the items and only a few of them in memory.</summary>
public static class OrderedWork
{
    /// <summary>Runs a function over the items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">The function; it may run on several threads at once.</param>
    /// <param name="weight">How much memory an item takes, in bytes of its source.</param>
    /// <param name="parallelism">How many items are worked on or waited for at the most.</param>
    /// <param name="heaviest">What they may weigh together; a single item may be heavier and is then worked on alone.</param>
    /// <param name="cancel">Ends the work between items.</param>
    public static IEnumerable<TResult> Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, Func<TItem, long> weight,
        int parallelism, long heaviest, CancellationToken cancel)
    {
        var window = new Queue<(Task<TResult> Task, long Weight)>();
        var total = 0L;
        try
        {
            foreach (var item in items)
            {
                cancel.ThrowIfCancellationRequested();
                var more = weight(item);
                while (window.Count > 0 && (window.Count >= parallelism || total + more > heaviest))
                {
                    yield return window.Peek().Task.GetAwaiter().GetResult();
                    total -= window.Dequeue().Weight;
                    cancel.ThrowIfCancellationRequested();
                }

                window.Enqueue((Task.Run(() => work(item), CancellationToken.None), more));
                total += more;
            }

            while (window.Count > 0)
            {
                yield return window.Peek().Task.GetAwaiter().GetResult();
                window.Dequeue();
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            // Whoever stops early gets the threads back: nothing is written behind a lock that is gone.
            foreach (var (task, _) in window) ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }
}
