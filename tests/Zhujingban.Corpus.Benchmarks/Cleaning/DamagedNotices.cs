namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>The damaged notices of a seed: the same seed, tier and number give the same notice.</summary>
internal sealed class DamagedNotices(ulong seed)
{
    private readonly IReadOnlyList<BaseNotice> _real = RealNotices.Load();

    /// <summary>How many real notices and laws are among the bases.</summary>
    public int RealBases => _real.Count;

    public DamagedNotice Make(DamageTier tier, int number)
    {
        var random = new SeededRandom((seed * 1_000_003) + ((ulong)tier * 7_919_777) + (ulong)number);
        var id = $"{tier.ToString().ToLowerInvariant()}-{seed}-{number}";
        var written = SyntheticNotices.Write(id, random.Fork(), tier == DamageTier.Adversarial ? 10 : 2);
        var notice = random.Percent(20) ? random.Pick(_real) : written;
        return NoticeDamager.Damage(notice, tier, random.Fork());
    }
}
