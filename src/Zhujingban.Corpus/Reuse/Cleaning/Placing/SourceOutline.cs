using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What the text as it stands says about where a numbered piece belongs: the marks that lead to it without a break. A piece that stands before
/// its heading has lost it here; where another copy of it follows its heading, that one tells.
/// </summary>
internal sealed class SourceOutline
{
    private const int MostMates = 4;

    private readonly NoticePiece[] _pieces;
    private readonly int[] _above;
    private readonly int[] _next;
    private readonly Stack<int> _chain = [];

    /// <param name="pieces">The pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public SourceOutline(NoticePiece[] pieces, PieceFamilies families)
    {
        _pieces = pieces;
        (_above, _next) = (new int[pieces.Length], new int[pieces.Length]);
        Array.Fill(_next, -1);
        var open = new List<int>();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (families.BeforeInFamily[i] is >= 0 and var mate && !families.IsCutOff(i)) _next[mate] = i;
            _above[i] = Nowhere;
            if (pieces[i].IsMarked) Open(open, i);
        }
    }

    /// <summary>What leads to a piece that nothing leads to.</summary>
    private const int Nowhere = -2;

    /// <summary>What leads to a piece that nothing stands above.</summary>
    private const int Top = -1;

    /// <summary>The later copies of a piece that the text leads to.</summary>
    public IEnumerable<int> LaterCopies(int piece)
    {
        var mate = _next[piece];
        for (var count = 0; mate >= 0 && count < MostMates; count++, mate = _next[mate])
        {
            if (_above[mate] >= 0 && _pieces[mate].IsMarked) yield return mate;
        }
    }

    /// <summary>The place to which the marks before a piece lead.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="nodes">The places.</param>
    /// <param name="run">The run that it is in.</param>
    public int PlaceOf(int piece, OutlineNodes nodes, int run)
    {
        _chain.Clear();
        for (; piece >= 0; piece = _above[piece]) _chain.Push(piece);
        var node = nodes.Root(run);
        foreach (var above in _chain) node = nodes.Child(node, _pieces[above].Mark.Kind, _pieces[above].Mark.Value, _pieces[above].Mark.Branch);
        return node;
    }

    private void Open(List<int> open, int piece)
    {
        var mark = _pieces[piece].Mark;
        if (NumberingKinds.IsContainer(mark.Kind))
        {
            open.Clear();
            return;
        }

        var sibling = -1;
        while (open.Count > 0 && _pieces[open[^1]].Mark.Kind >= mark.Kind)
        {
            sibling = open[^1];
            open.RemoveAt(open.Count - 1);
        }

        if (mark.Kind is NumberingKind.Article or NumberingKind.First) _above[piece] = Top;
        else if (mark.Value == 1 && sibling < 0 && open.Count > 0) _above[piece] = open[^1];
        else if (sibling >= 0 && _pieces[sibling].Mark.Kind == mark.Kind && _pieces[sibling].Mark.Value == mark.Value - 1) _above[piece] = _above[sibling];
        if (_above[piece] == Nowhere) open.Clear();
        else open.Add(piece);
    }
}
