using System.Globalization;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Rendering;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>Where a page's time and allocations go: the tree, the text, the data; and what the whole costs.</summary>
internal static class StageMeasurement
{
    private const int Rounds = 15;
    private const int SampledRounds = 60;

    public static void Run()
    {
        var (_, pages) = PageSet.Load();
        var sources = pages.Select(PageSet.Source).ToList();
        var bytes = PageSet.Bytes(pages);
        Timing.WarmUp(sources);
        Row("tree", bytes, sources, Parse);
        Row("tree and text", bytes, sources, ParseAndRender);
        Row("all (text, data, document)", bytes, sources, source => Timing.Read(source));
        using var sampler = new AllocationSampler();
        for (var i = 0; i < SampledRounds; i++) sources.ForEach(source => Timing.Read(source));
        Console.WriteLine("allocated, by type:");
        foreach (var line in sampler.Largest(25)) Console.WriteLine(line);
    }

    private static void Parse(SourceText source)
    {
        using var tree = WikiParser.Parse(source.Text, out _);
    }

    private static void ParseAndRender(SourceText source)
    {
        using var tree = WikiParser.Parse(source.Text, out _);
        using var text = new PageText(source.Text);
        new FlowRenderer(new RenderContext(tree, null, null), text).RenderChildren(0);
        text.Finish(source.Text.Length);
        text.Build();
    }

    private static void Row(string name, long bytes, List<SourceText> sources, Action<SourceText> stage)
    {
        void All() => sources.ForEach(stage);
        for (var i = 0; i < Rounds; i++) All();
        var seconds = Timing.Best(Rounds, All);
        var allocated = Timing.Allocated(All);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-28} {seconds * 1e9 / bytes,6:F2} ns a byte  {(double)allocated / bytes,6:F2} bytes a byte"));
    }
}
