using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>The damaged notices of a seed: the same seed, tier and number give the same notice.</summary>
internal sealed class DamagedNotices(ulong seed)
{
    private static readonly Lazy<IReadOnlyList<BaseNotice>> Real = new(RealNotices.Load);

    /// <summary>How many real notices and laws are among the bases.</summary>
    public static int RealBases => Real.Value.Count;

    public DamagedNotice Make(DamageTier tier, int number)
    {
        var random = RandomOf(tier, number);
        return NoticeDamager.Damage(Base(tier, number, random), tier, random.Fork());
    }

    /// <summary>What <see cref="Make"/> damages, as it was.</summary>
    public DamagedNotice MakeUndamaged(DamageTier tier, int number) => NoticeDamager.Undamaged(Base(tier, number, RandomOf(tier, number)));

    /// <summary>A notice as a cleaner gets it: its lines as blocks.</summary>
    public static Document Read(string id, string text) =>
        MarkupFormats.For(SourceFormat.Notice).Read(SourceText.FromString(text), new MarkupOptions(id));

    private SeededRandom RandomOf(DamageTier tier, int number) => new((seed * 1_000_003) + ((ulong)tier * 7_919_777) + (ulong)number);

    private BaseNotice Base(DamageTier tier, int number, SeededRandom random)
    {
        var id = $"{tier.ToString().ToLowerInvariant()}-{seed}-{number}";
        var written = SyntheticNotices.Write(id, random.Fork(), tier == DamageTier.Adversarial ? 25 : 3);
        return random.Percent(20) ? random.Pick(Real.Value) : written;
    }
}
