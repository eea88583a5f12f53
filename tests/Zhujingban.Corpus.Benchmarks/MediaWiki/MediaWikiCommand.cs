namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>
/// The figures that the MediaWiki parser is held to, in one command:
/// <c>dotnet run -c Release --project tests/Zhujingban.Corpus.Benchmarks -- mediawiki [speed] [stages] [scaling] [hostile] [adversary]</c>.
/// Without a name it runs speed, stages, scaling and hostile. The README beside the project says what each one means.
/// </summary>
internal static class MediaWikiCommand
{
    private static readonly Dictionary<string, Action> Measurements = new()
    {
        ["speed"] = SpeedMeasurement.Run,
        ["stages"] = StageMeasurement.Run,
        ["scaling"] = ScalingMeasurement.Run,
        ["hostile"] = HostileMeasurement.Run,
        ["adversary"] = AdversaryMeasurement.Run,
    };

    public static int Run(string[] names)
    {
        if (names.FirstOrDefault(name => !Measurements.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine($"{unknown} is no measurement; there are {string.Join(", ", Measurements.Keys)}.");
            return 2;
        }

        foreach (var name in names.Length > 0 ? names : ["speed", "stages", "scaling", "hostile"])
        {
            Console.WriteLine($"## {name}");
            Measurements[name]();
            Console.WriteLine();
        }

        return 0;
    }
}
