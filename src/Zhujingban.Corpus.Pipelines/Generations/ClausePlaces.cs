using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// Finds clauses in a document's text again. A record keeps a clause's text and source spans, not its range of the text; where
/// the runs stand in the source's order and the clause begins with copied characters, its first source character tells the
/// range, and text and spans must both be those of the range. Elsewhere the text must stand in the document all the same.
/// </summary>
internal sealed class ClausePlaces
{
    private readonly MappedText _text;
    private readonly MappedRun[] _bySource;
    private readonly bool _inOrder;
    private int _behind;

    /// <summary>Looks at a document's text.</summary>
    public ClausePlaces(MappedText text)
    {
        _text = text;
        _bySource = [.. text.Runs.Where(run => !run.Source.IsEmpty)];
        _inOrder = _bySource.Zip(_bySource.Skip(1)).All(pair => pair.First.Source.End <= pair.Second.Source.Start);
    }

    /// <summary>True when a clause is what the document says at its place. Clauses are asked for in document order.</summary>
    public bool Holds(ClauseRecord clause)
    {
        if (_inOrder && clause.Spans.Count > 0 && RunAt(clause.Spans[0].Start) is { Kind: RunKind.Copied } run)
        {
            var start = run.Text.Start + clause.Spans[0].Start - run.Source.Start;
            if (_text.Text.AsSpan(start).StartsWith(clause.Text, StringComparison.Ordinal))
            {
                _behind = start + clause.Text.Length;
                if (_text.SourceSpans(TextSpan.At(start, clause.Text.Length)).SequenceEqual(clause.Spans)) return true;

                // At a run's begin the clause may begin before it, with characters that come from nowhere in the source.
                if (start > run.Text.Start) return false;
            }
        }

        var found = _text.Text.IndexOf(clause.Text, Math.Min(_behind, _text.Text.Length), StringComparison.Ordinal);
        if (found >= 0) _behind = found + clause.Text.Length;
        return found >= 0 || _text.Text.Contains(clause.Text, StringComparison.Ordinal);
    }

    private MappedRun? RunAt(int source)
    {
        var (low, high) = (0, _bySource.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_bySource[middle].Source.End > source) high = middle;
            else low = middle + 1;
        }

        return low < _bySource.Length && _bySource[low].Source.Start <= source ? _bySource[low] : null;
    }
}
