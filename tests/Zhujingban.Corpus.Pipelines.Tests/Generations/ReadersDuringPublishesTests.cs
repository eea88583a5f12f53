using System.Globalization;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Tests.Generations;

/// <summary>Many search while one generation after another is published: no error, and no answer that is of two generations.</summary>
public sealed class ReadersDuringPublishesTests : IDisposable
{
    private const int Readers = 16;
    private const int Publishes = 12;
    private const int Files = 8;

    private readonly BuildFolder _build = new();
    private readonly SearchIndexStore _indexes = new();
    private int _newest;

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Search_WhileGenerationsArePublished_AnswersEachFromOne()
    {
        Publish(0);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () => ReadUntil(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            for (var number = 1; number <= Publishes; number++)
            {
                ids.Add(Publish(number));
                while (Volatile.Read(ref _newest) < number && !readers.Any(reader => reader.IsCompleted)) Thread.Sleep(1);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        var seen = await Task.WhenAll(readers);
        Assert.Equal(Publishes, ids.Count);
        Assert.All(seen, Assert.NotEmpty);
        Assert.Superset(Enumerable.Range(1, Publishes).ToHashSet(), seen.SelectMany(numbers => numbers).ToHashSet());
    }

    [Fact]
    public void Search_GenerationThatIsNoLongerLive_AnswersOn()
    {
        Publish(1);
        using var opened = new GenerationReader(_indexes).OpenCurrent(_build.Output);
        Publish(2);
        Assert.Equal(1, NumberOf(opened));
    }

    /// <summary>Every file says which publish it is of, and how many clauses it has differs from one publish to the next.</summary>
    private string Publish(int number)
    {
        for (var file = 0; file < Files; file++)
        {
            _build.Write($"sources/{file}.txt", $"第{file}号通知\n" + string.Concat(Enumerable.Range(0, 3 + number)
                .Select(line => $"1. 撤销驻京办事机构{line}批次 edition{number}\n")));
        }

        var report = new PipelineRunner(_indexes, LinesReader.Read).Run(new BuildOptions(_build.Inside("pipeline.yaml")) { Parallelism = 1 });
        Assert.Equal(BuildOutcome.Published, report.Outcome);
        return report.GenerationId!;
    }

    /// <summary>The publishes that a reader saw.</summary>
    private HashSet<int> ReadUntil(CancellationToken stop)
    {
        var seen = new HashSet<int>();
        var reader = new GenerationReader(_indexes);
        do
        {
            using var opened = reader.OpenCurrent(_build.Output);
            var number = NumberOf(opened);
            seen.Add(number);
            for (var newest = Volatile.Read(ref _newest); newest < number; newest = Volatile.Read(ref _newest))
                Interlocked.CompareExchange(ref _newest, number, newest);
        }
        while (!stop.IsCancellationRequested);

        return seen;
    }

    /// <summary>The publish that all of an answer is of.</summary>
    private static int NumberOf(OpenedGeneration opened)
    {
        var answer = opened.Index.Search(new SearchRequest("撤销驻京办", int.MaxValue, Mode: SearchMode.Exact));
        var editions = answer.Hits.Select(hit => hit.Entry.Text[(hit.Entry.Text.LastIndexOf("edition", StringComparison.Ordinal) + 7)..].Trim()).Distinct().ToArray();
        var number = int.Parse(Assert.Single(editions), CultureInfo.InvariantCulture);
        Assert.Equal(Files * (3 + number), answer.Total);
        Assert.Equal(answer.Total, answer.Hits.Count);
        Assert.Equal(opened.Manifest.Counts.Entries, opened.Index.Count);
        foreach (var hit in answer.Hits.Take(3)) Assert.Equal(hit.Entry.Text, opened.FindClause(hit.Entry.Id)!.Value.Clause.Text);
        return number;
    }
}
