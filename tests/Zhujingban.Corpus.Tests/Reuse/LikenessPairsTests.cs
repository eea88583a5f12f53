using Zhujingban.Corpus.Reuse;
using Zhujingban.Corpus.Tests.Shared;
using Xunit.Abstractions;

namespace Zhujingban.Corpus.Tests.Reuse;

/// <summary>Sentences of notices beside what says the same and what only looks so: none of these may merge, nearly all of those must.</summary>
public class LikenessPairsTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.97;

    private static readonly List<(string Sentence, string Variant, bool Same)> Pairs = Load();

    [Fact]
    public void Find_WhatSaysSomethingElse_NeverMerges()
    {
        var merged = Pairs.Where(pair => !pair.Same).SelectMany(pair => new[] { (pair.Sentence, pair.Variant), (pair.Variant, pair.Sentence) })
            .Where(pair => IsLike(pair.Item1, pair.Item2)).Select(pair => $"{pair.Item1}\n{pair.Item2}");
        var list = string.Join("\n\n", merged);
        Assert.True(list.Length == 0, list);
    }

    [Fact]
    public void Find_WhatSaysTheSame_IsFound()
    {
        var same = Pairs.Where(pair => pair.Same).ToList();
        var lost = same.Where(pair => !IsLike(pair.Sentence, pair.Variant)).Select(pair => $"{pair.Sentence}\n{pair.Variant}").ToList();
        var recall = 1 - (lost.Count / (double)same.Count);
        output.WriteLine($"{same.Count} pairs that say the same, {Pairs.Count - same.Count} that do not; recall {recall:F3}");
        Assert.True(recall >= LeastRecall, string.Join("\n\n", lost));
    }

    /// <summary>All sentences at once: each is like the sentence it is a variant of, or like another variant of it.</summary>
    [Fact]
    public void Find_AllInOneDocument_KeepsFamiliesApart()
    {
        var sentences = Pairs.SelectMany(pair => new[] { pair.Sentence, pair.Variant }).Distinct().ToList();
        var families = Pairs.SelectMany(pair => new[] { (pair.Sentence, Family: pair.Sentence), (Sentence: pair.Variant, Family: pair.Same ? pair.Sentence : pair.Variant) })
            .DistinctBy(pair => pair.Sentence).ToDictionary(pair => pair.Sentence, pair => pair.Family);
        var found = LikenessTests.FindLines(string.Join('\n', sentences));
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i].Kind is LikenessKind.Equal or LikenessKind.Near) Assert.Equal(families[sentences[found[i].Of]], families[sentences[i]]);
        }
    }

    private static bool IsLike(string first, string second) => LikenessTests.Compare(first, second).Kind is LikenessKind.Equal or LikenessKind.Near;

    private static List<(string, string, bool)> Load()
    {
        var pairs = new List<(string, string, bool)>();
        foreach (var example in SpecFile.Parse(RepositoryFiles.ReadAllText("tests", "Zhujingban.Corpus.Tests", "Reuse", "Pairs", "variants.md")))
        {
            var lines = example.Blocks["variants"].Split('\n');
            pairs.AddRange(lines.Skip(1).Select(line => (lines[0], line[2..], line[0] == '=')));
        }

        return pairs;
    }
}
