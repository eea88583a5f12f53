using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Ranking;

/// <summary>
/// The one place that says what a match is worth: BM25F (Robertson, Zaragoza, Taylor 2004). What a term counts in the fields of an
/// entry is added up, each field with its weight and its own length normalisation, and saturates as one:
/// <code>
/// frequency = Σ over fields: weight · count / (1 - b + b · length / mean length)
/// score     = Σ over terms:  idf · frequency / (k1 + frequency)
/// idf       = ln(1 + (N - n + 0.5) / (n + 0.5)), for a phrase that of its rarest part
/// </code>
/// Equal scores are ordered by id. Each term's part is rounded up to a multiple of 2^-32: sums of such are exact whatever their order, so
/// a search that skips what cannot matter gives the same scores as one that reads everything.
/// </summary>
internal sealed class Bm25F
{
    /// <summary>How soon more of the same stops counting.</summary>
    public const double K1 = 1.2;

    private const double Unit = 1L << 32;

    private readonly double[] _textWeights;
    private readonly double[] _headingWeights;
    private readonly double[] _titleWeights;
    private readonly double[][] _weights;
    private readonly int _entries;

    /// <summary>Prepares the weights of every field length.</summary>
    public Bm25F(CorpusStatistics statistics)
    {
        _entries = statistics.Entries;
        _textWeights = Weights(weight: 1.0, b: 0.6, statistics.MeanLength(Field.Text));
        _headingWeights = Weights(weight: 0.5, b: 0.4, statistics.MeanLength(Field.Headings));
        _titleWeights = Weights(weight: 0.7, b: 0.4, statistics.MeanLength(Field.Title));
        _weights = [_textWeights, _headingWeights, _titleWeights];
    }

    /// <summary>The number of all entries.</summary>
    public int Entries => _entries;

    /// <summary>The weight of a term that <paramref name="holders"/> entries hold.</summary>
    public double Idf(int holders)
    {
        holders = Math.Min(holders, _entries);
        return Math.Log(1 + ((_entries - holders + 0.5) / (holders + 0.5)));
    }

    /// <summary>What a term counts in an entry.</summary>
    /// <param name="counts">How often it stands there.</param>
    /// <param name="lengths">The codes of the entry's field lengths.</param>
    public double Frequency(FieldCounts counts, ReadOnlySpan<byte> lengths)
    {
        var frequency = counts.Text * _textWeights[lengths[(int)Field.Text]];
        if (counts.Headings > 0) frequency += counts.Headings * _headingWeights[lengths[(int)Field.Headings]];
        if (counts.Title > 0) frequency += counts.Title * _titleWeights[lengths[(int)Field.Title]];
        return frequency;
    }

    /// <summary>Adds to what a term counts in some entries what it counts in a field; done field by field, from 0, it is <see cref="Frequency"/>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="counts">How often each holds the term there.</param>
    /// <param name="lengths">The codes of all entries' field lengths, one entry after another.</param>
    /// <param name="frequencies">What is added to.</param>
    public void AddFrequencies(Field field, ReadOnlySpan<uint> entries, ReadOnlySpan<uint> counts, ReadOnlySpan<byte> lengths, Span<double> frequencies)
    {
        ReadOnlySpan<double> weights = _weights[(int)field];
        counts = counts[..entries.Length];
        frequencies = frequencies[..entries.Length];
        for (var i = 0; i < entries.Length; i++) frequencies[i] += counts[i] * weights[lengths[((int)entries[i] * Fields.Count) + (int)field]];
    }

    /// <summary>Adds to the scores of some entries the <see cref="Score"/> of a term.</summary>
    /// <param name="idf">The weight of the term.</param>
    /// <param name="frequencies">What it counts in each, none of it endless.</param>
    /// <param name="scores">What is added to.</param>
    public static void AddScores(double idf, ReadOnlySpan<double> frequencies, Span<double> scores)
    {
        scores = scores[..frequencies.Length];
        var (weight, k1, unit) = (Vector256.Create(idf), Vector256.Create(K1), Vector256.Create(Unit));
        var four = MemoryMarshal.Cast<double, Vector256<double>>(frequencies);
        var sums = MemoryMarshal.Cast<double, Vector256<double>>(scores);
        for (var i = 0; i < four.Length; i++) sums[i] += Vector256.Ceiling(weight * (four[i] / (k1 + four[i])) * unit) / unit;
        for (var i = four.Length * Vector256<double>.Count; i < frequencies.Length; i++) scores[i] += Score(idf, frequencies[i]);
    }

    /// <summary>What a term adds to the score. It grows with the frequency and never exceeds the idf, which it is at infinity.</summary>
    public static double Score(double idf, double frequency) =>
        Math.Ceiling((double.IsPositiveInfinity(frequency) ? idf : idf * (frequency / (K1 + frequency))) * Unit) / Unit;

    /// <summary>A frequency below which a term's part stays below a score; 0 when there is none.</summary>
    public static double LeastFrequency(double idf, double score)
    {
        var reachable = score - (2 / Unit);
        if (reachable <= 0) return 0;
        return reachable >= idf ? double.PositiveInfinity : K1 * reachable / (idf - reachable) * (1 - 1e-9);
    }

    /// <summary>
    /// How many times more than by another ranking anything counts at the most; it is 1 where both know the same lengths, else it is rounded up
    /// so that a product of single precision is no less than the exact one.
    /// </summary>
    public float GreatestGain(Bm25F other)
    {
        var gain = 1d;
        foreach (var (own, before) in ((double[], double[])[])[(_textWeights, other._textWeights), (_headingWeights, other._headingWeights), (_titleWeights, other._titleWeights)])
        {
            for (var code = 0; code < own.Length; code++) gain = Math.Max(gain, own[code] / before[code]);
        }

        return gain == 1 ? 1 : (float)(gain * (1 + 1e-6));
    }

    /// <summary>What one occurrence counts in a field, by the code of the field's length.</summary>
    private static double[] Weights(double weight, double b, double mean) =>
        [.. Enumerable.Range(0, 256).Select(code => weight / (1 - b + (b * LengthCode.Decode((byte)code) / mean)))];
}
