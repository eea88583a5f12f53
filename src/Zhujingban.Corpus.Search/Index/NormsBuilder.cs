using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Collects the field lengths of all entries, three bytes each.</summary>
internal sealed class NormsBuilder
{
    private readonly List<byte> _lengths = [];
    private readonly long[] _units = new long[Fields.Count];

    /// <summary>What ranking needs to know of all entries so far.</summary>
    public CorpusStatistics Statistics => new(_lengths.Count / Fields.Count, _units[0], _units[1], _units[2]);

    /// <summary>Adds the next field of the entry.</summary>
    public void Add(int field, int units)
    {
        _lengths.Add(LengthCode.Encode(units));
        _units[field] += units;
    }

    /// <summary>The codes of all entries' field lengths, one entry after another.</summary>
    public ReadOnlySpan<byte> Lengths => CollectionsMarshal.AsSpan(_lengths);

    /// <summary>Adds all entries of a segment.</summary>
    /// <param name="codes">The codes of their field lengths.</param>
    /// <param name="statistics">What the lengths come to; the codes do not tell exactly.</param>
    public void Add(ReadOnlySpan<byte> codes, CorpusStatistics statistics)
    {
        _lengths.AddRange(codes);
        _units[0] += statistics.TextUnits;
        _units[1] += statistics.HeadingUnits;
        _units[2] += statistics.TitleUnits;
    }

    /// <summary>Writes the lengths of all entries.</summary>
    public void Write(IndexFileWriter file) => file.Write(CollectionsMarshal.AsSpan(_lengths));
}
