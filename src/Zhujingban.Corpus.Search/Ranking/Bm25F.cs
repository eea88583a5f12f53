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
/// Equal scores are ordered by id.
/// </summary>
internal sealed class Bm25F
{
    /// <summary>How soon more of the same stops counting.</summary>
    public const double K1 = 1.2;

    private static readonly (double Weight, double B)[] Parameters = [(1.0, 0.6), (0.5, 0.4), (0.7, 0.4)];

    private readonly double[][] _weights = new double[Fields.Count][];
    private readonly int _entries;

    /// <summary>Prepares the weights of every field length.</summary>
    public Bm25F(CorpusStatistics statistics)
    {
        _entries = statistics.Entries;
        for (var field = 0; field < Fields.Count; field++)
        {
            var (weight, b) = Parameters[field];
            var mean = statistics.MeanLength((Field)field);
            _weights[field] = [.. Enumerable.Range(0, 256).Select(code => weight / (1 - b + (b * LengthCode.Decode((byte)code) / mean)))];
        }
    }

    /// <summary>The weight of a term that <paramref name="holders"/> entries hold.</summary>
    public double Idf(int holders) => Math.Log(1 + ((_entries - holders + 0.5) / (holders + 0.5)));

    /// <summary>What a term counts in an entry.</summary>
    /// <param name="counts">How often it stands there.</param>
    /// <param name="lengths">The codes of the entry's field lengths.</param>
    public double Frequency(FieldCounts counts, ReadOnlySpan<byte> lengths)
    {
        var frequency = counts.Text * _weights[(int)Field.Text][lengths[(int)Field.Text]];
        if (counts.Headings > 0) frequency += counts.Headings * _weights[(int)Field.Headings][lengths[(int)Field.Headings]];
        if (counts.Title > 0) frequency += counts.Title * _weights[(int)Field.Title][lengths[(int)Field.Title]];
        return frequency;
    }

    /// <summary>What a term adds to the score.</summary>
    public static double Score(double idf, double frequency) => idf * frequency / (K1 + frequency);
}
