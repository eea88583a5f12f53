using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// Finds clauses in a document's text again. A record keeps a clause's text and source spans, not its range of the text; where
/// the runs stand in the source's order and the clause's first source character is a copied one, that character tells the
/// range, and text and spans must both be those of the range. Elsewhere (a rebuilt notice has its text moved) the text must stand
/// in the document, at a place that has these spans.
/// </summary>
internal sealed class ClausePlaces
{
    private readonly MappedText _text;
    private readonly int[] _bySource;
    private readonly bool _inOrder;
    private int _behind;

    /// <summary>Looks at a document's text.</summary>
    public ClausePlaces(MappedText text)
    {
        _text = text;
        _bySource = [.. Enumerable.Range(0, text.Runs.Count).Where(i => !text.Runs[i].Source.IsEmpty)];
        _inOrder = _bySource.Zip(_bySource.Skip(1)).All(pair => text.Runs[pair.First].Source.End <= text.Runs[pair.Second].Source.Start);
    }

    /// <summary>True when a clause is what the document says at its place. Clauses are asked for in document order.</summary>
    public bool Holds(ClauseRecord clause)
    {
        var run = _inOrder && clause.Spans.Count > 0 ? RunAt(clause.Spans[0].Start) : -1;
        if (run >= 0 && _text.Runs[run].Kind == RunKind.Copied) return HoldsAt(clause, run);
        return HoldsBehind(clause, _behind) || HoldsBehind(clause, 0);
    }

    /// <summary>True when a place from <paramref name="start"/> on has a clause's text and spans.</summary>
    private bool HoldsBehind(ClauseRecord clause, int start)
    {
        for (var at = start; at <= _text.Text.Length; at++)
        {
            at = _text.Text.IndexOf(clause.Text, at, StringComparison.Ordinal);
            if (at < 0) return false;
            if (!_text.SourceSpans(TextSpan.At(at, clause.Text.Length)).SequenceEqual(clause.Spans)) continue;
            _behind = at + clause.Text.Length;
            return true;
        }

        return false;
    }

    /// <summary>True when the clause begins where its first source character was copied to, or in what was inserted before that.</summary>
    private bool HoldsAt(ClauseRecord clause, int number)
    {
        var run = _text.Runs[number];
        var start = run.Text.Start + clause.Spans[0].Start - run.Source.Start;
        var first = start;
        for (var i = number - 1; first == _text.Runs[i + 1].Text.Start && i >= 0 && _text.Runs[i].Kind == RunKind.Inserted; i--)
            first = _text.Runs[i].Text.Start;
        for (; start >= first; start--)
        {
            if (!_text.Text.AsSpan(start).StartsWith(clause.Text, StringComparison.Ordinal)
                || !_text.SourceSpans(TextSpan.At(start, clause.Text.Length)).SequenceEqual(clause.Spans)) continue;
            _behind = start + clause.Text.Length;
            return true;
        }

        return false;
    }

    /// <summary>The number of the run that a place of the source is in; -1 where it is in none.</summary>
    private int RunAt(int source)
    {
        var (low, high) = (0, _bySource.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_text.Runs[_bySource[middle]].Source.End > source) high = middle;
            else low = middle + 1;
        }

        return low < _bySource.Length && _text.Runs[_bySource[low]].Source.Start <= source ? _bySource[low] : -1;
    }
}
