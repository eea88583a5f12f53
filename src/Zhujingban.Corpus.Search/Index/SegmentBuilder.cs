using System.Runtime.InteropServices;
using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Makes a segment of entries: analyses their fields and sorts what it finds.</summary>
internal sealed class SegmentBuilder : IDisposable
{
    private readonly ClauseAnalyzer _analyzer = new();
    private readonly SortedRuns _runs;
    private readonly TokenBuffer _tokens;
    private readonly SegmentWriter _writer;

    /// <summary>Starts a segment.</summary>
    /// <param name="folder">The folder of the index.</param>
    /// <param name="number">Its number in the index, from 1.</param>
    /// <param name="tokens">How many tokens are sorted in memory.</param>
    /// <param name="capacity">How much of the facets is kept in memory.</param>
    public SegmentBuilder(string folder, int number, int tokens, int capacity)
    {
        _runs = new SortedRuns(folder, "tokens");
        _tokens = new TokenBuffer(_runs, tokens);
        _writer = new SegmentWriter(folder, number, capacity);
    }

    /// <summary>The number of entries so far.</summary>
    public int Count => _writer.Count;

    /// <summary>Adds an entry.</summary>
    public void Add(IndexEntry entry)
    {
        for (var field = 0; field < Fields.Count; field++) AddField((Field)field, Fields.Of(entry, (Field)field));
        _writer.Add(entry);
    }

    /// <summary>Writes what is left.</summary>
    public SegmentManifest Complete()
    {
        _tokens.Spill();
        return _writer.Complete((dictionary, postings) => new TermMerger(dictionary, postings).Merge(_runs));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _runs.Dispose();
    }

    private void AddField(Field field, string content)
    {
        var analyzed = _analyzer.Analyze(content);
        var units = CollectionsMarshal.AsSpan(analyzed.Units);
        var aliases = CollectionsMarshal.AsSpan(analyzed.Aliases);
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            for (; !aliases.IsEmpty && aliases[0].Position <= unit.Position; aliases = aliases[1..]) AddAlias(field, aliases[0]);
            if (unit.Position > Place.HighestPosition) break;
            if (i > 0 && units[i - 1].Position + 1 < unit.Position) _tokens.AddSeparator(Count, Place.Of(field, unit.Position - 1));
            var place = Place.Of(field, unit.Position);
            if (!unit.IsIdeograph)
            {
                AddWord(place, analyzed, unit);
                continue;
            }

            _tokens.AddIdeograph(Count, place, unit.Ideograph);
            if (i + 1 < units.Length && units[i + 1] is { IsIdeograph: true } next && next.Position == unit.Position + 1)
                _tokens.AddBigram(Count, place, unit.Ideograph, next.Ideograph);
        }

        foreach (var alias in aliases) AddAlias(field, alias);
        _writer.Norms.Add((int)field, units.Length);
    }

    private void AddAlias(Field field, Alias alias)
    {
        if (alias.Position <= Place.HighestPosition) _tokens.AddWord(Count, Place.Of(field, alias.Position), alias.Term);
    }

    private void AddWord(uint place, AnalyzedText analyzed, Unit unit)
    {
        if (unit.Part == WordPart.Whole) _tokens.AddWord(Count, place, analyzed.Folded[unit.Start..unit.End]);
        else _tokens.AddWord(Count, place, analyzed.TermOf(unit));
    }
}
