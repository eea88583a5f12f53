namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>Some lines of a file of ready-made records, read at one go.</summary>
/// <param name="Item">The file.</param>
/// <param name="Lines">Its lines, with their numbers from 1; blank ones are left out.</param>
/// <param name="Weight">What they weigh, in bytes.</param>
/// <param name="Problem">What is wrong with the file behind them; null when it goes on or has ended well.</param>
internal sealed record RecordPortion(SourceItem Item, IReadOnlyList<RecordLine> Lines, long Weight, SourceProblem? Problem);

/// <summary>A line of a file of ready-made records.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Json">Its bytes, without the line feed; empty when it is too long to be read.</param>
internal readonly record struct RecordLine(int Number, byte[] Json);
