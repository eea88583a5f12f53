using System.Diagnostics.Tracing;
using System.Globalization;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>Samples which types are allocated: the runtime tells of one object for about every 100 KB.</summary>
internal sealed class AllocationSampler : EventListener
{
    private const EventKeywords Collector = (EventKeywords)1;
    private readonly Dictionary<string, long> _bytes = [];

    /// <summary>The shares of the types that take the most, largest first.</summary>
    public IEnumerable<string> Largest(int count)
    {
        lock (_bytes)
        {
            var sum = (double)_bytes.Values.Sum();
            return [.. _bytes.OrderByDescending(pair => pair.Value).Take(count).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value / sum,6:P1} {pair.Key}"))];
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Collector);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true || eventData.Payload is null) return;
        var type = (string?)eventData.Payload[eventData.PayloadNames!.IndexOf("TypeName")] ?? "";
        var amount = Convert.ToInt64(eventData.Payload[eventData.PayloadNames!.IndexOf("AllocationAmount64")], CultureInfo.InvariantCulture);
        lock (_bytes) _bytes[type] = _bytes.GetValueOrDefault(type) + amount;
    }
}
