namespace Zhujingban.Corpus.Search.Index;

/// <summary>What ranking needs to know of all entries together.</summary>
/// <param name="Entries">Their number.</param>
/// <param name="TextUnits">The units of all texts.</param>
/// <param name="HeadingUnits">The units of all headings.</param>
/// <param name="TitleUnits">The units of all titles.</param>
internal readonly record struct CorpusStatistics(int Entries, long TextUnits, long HeadingUnits, long TitleUnits)
{
    /// <summary>The mean length of a field, never less than one unit.</summary>
    public double MeanLength(Field field) =>
        Math.Max(1, (double)(field switch { Field.Text => TextUnits, Field.Headings => HeadingUnits, _ => TitleUnits }) / Math.Max(1, Entries));
}
