using Zhujingban.Corpus.Pipelines.Stages;

namespace Zhujingban.Corpus.Pipelines.Tests.Stages;

public sealed class OrderedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_SlowAndFastItems_ComeInOrder(int parallelism)
    {
        var results = OrderedWork.Run(Enumerable.Range(0, 100), i =>
        {
            if (i % 10 == 0) Thread.Sleep(5);
            return i;
        }, _ => 1, parallelism, 1000, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 100), results);
    }

    [Theory]
    [InlineData(4, 1000, 4)]
    [InlineData(8, 30, 3)]
    [InlineData(8, 5, 1)]
    public void Run_ManyItems_OnlyAFewAreAtHand(int parallelism, long heaviest, int most)
    {
        var (begun, taken) = (0, 0);
        foreach (var _ in OrderedWork.Run(Enumerable.Range(0, 50), i => Interlocked.Increment(ref begun), _ => 10, parallelism, heaviest, CancellationToken.None))
        {
            Assert.InRange(Volatile.Read(ref begun) - taken, 1, most);
            taken++;
        }
    }

    [Fact]
    public void Run_StoppedEarly_LeavesNoWorkBehind()
    {
        var running = 0;
        foreach (var _ in OrderedWork.Run(Enumerable.Range(0, 50), i =>
        {
            Interlocked.Increment(ref running);
            Thread.Sleep(5);
            Interlocked.Decrement(ref running);
            return i;
        }, _ => 1, 4, 1000, CancellationToken.None)) break;
        Assert.Equal(0, Volatile.Read(ref running));
    }

    [Fact]
    public void Run_WorkThrows_ThrowsAtItsPlace()
    {
        var taken = new List<int>();
        var work = OrderedWork.Run(Enumerable.Range(0, 10), i => i == 5 ? throw new FormatException() : i, _ => 1, 4, 1000, CancellationToken.None);
        Assert.Throws<FormatException>(() =>
        {
            foreach (var result in work) taken.Add(result);
        });
        Assert.Equal([0, 1, 2, 3, 4], taken);
    }
}
