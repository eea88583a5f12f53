using System.Runtime.InteropServices;
using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Makes a segment of entries: analyses their fields and sorts what it finds.</summary>
internal sealed class SegmentBuilder : IDisposable
{
    /// <summary>A text is analysed in parts of about so many characters: of a long one never more than that is in memory in pieces.</summary>
    private const int PartLength = 1 << 15;

    /// <summary>So many units ahead the bigrams that come are announced.</summary>
    private const int Ahead = 12;

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

    private void AddField(Field field, ReadOnlySpan<char> content)
    {
        var (count, last) = (0, 0);
        var part = NextPart(content);
        for (var analyzed = _analyzer.Analyze(part); ; analyzed = _analyzer.Continue(part))
        {
            AddUnits(field, analyzed, ref last);
            count += analyzed.Units.Count;
            content = content[part.Length..];
            if (content.Length == 0) break;
            part = NextPart(content);
        }

        _writer.Norms.Add((int)field, count);
    }

    /// <summary>Adds what stands in a part of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="analyzed">The part.</param>
    /// <param name="last">The position of the last unit before; 0 for none.</param>
    private void AddUnits(Field field, AnalyzedText analyzed, ref int last)
    {
        var units = CollectionsMarshal.AsSpan(analyzed.Units);
        var aliases = CollectionsMarshal.AsSpan(analyzed.Aliases);
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            for (; !aliases.IsEmpty && aliases[0].Position <= unit.Position; aliases = aliases[1..]) AddAlias(field, aliases[0]);
            if (unit.Position > Place.HighestPosition) break;
            if (last > 0 && last + 1 < unit.Position) _tokens.AddSeparator(Count, Place.Of(field, unit.Position - 1));
            last = unit.Position;
            var place = Place.Of(field, unit.Position);
            if (!unit.IsIdeograph)
            {
                AddWord(place, analyzed, unit);
                continue;
            }

            if (i + Ahead + 1 < units.Length) _tokens.AnnounceBigram(units[i + Ahead].Ideograph, units[i + Ahead + 1].Ideograph);
            _tokens.AddIdeograph(Count, place, unit.Ideograph);
            if (i + 1 < units.Length && unit.IsRunWith(units[i + 1])) _tokens.AddBigram(Count, place, unit.Ideograph, units[i + 1].Ideograph);
        }

        foreach (var alias in aliases) AddAlias(field, alias);
    }

    /// <summary>A text up to the first mark behind its first characters that nothing is read across.</summary>
    private static ReadOnlySpan<char> NextPart(ReadOnlySpan<char> text)
    {
        if (text.Length <= PartLength) return text;
        var end = text[(PartLength - 1)..].IndexOfAny('\n', '。');
        return end < 0 ? text : text[..(PartLength + end)];
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
