using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Makes one run of two that complete each other: 三、 and 四、 in the one, 一、 and 二、 in the other, are one list, of which a page has the end first. A title
/// before 一、, or what stands between, has made two of it.
/// </summary>
internal static class RunsOfOneList
{
    /// <summary>What has more is a collection.</summary>
    private const int MostRuns = 32;

    /// <summary>附件 and the title of what is attached.</summary>
    private const int WordAndTitle = 2;

    /// <summary>Of so many numbers one may be missing.</summary>
    private const int FewestOfMissing = 4;

    /// <summary>The placement with such runs as one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="placement">Where its pieces go.</param>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands || placement.Nodes.Runs < 2) return placement;
        var numbers = NumbersOf(placement);
        if (numbers.Count > MostRuns) return placement;
        foreach (var ((run, kind), broken) in numbers)
        {
            if (broken.Max == broken.Count) continue;
            foreach (var ((other, _), fitting) in numbers.Where(list => list.Key.Run != run && list.Key.Kind == kind))
            {
                if (!Completes(fitting, broken, kind) || OpensAttachment(text, placement, other) || OpensAttachment(text, placement, run)) continue;
                var whole = HasIssuedTitle(text, placement) == (run == 0) ? other : run;
                return WithListIn(placement, whole == run ? other : run, whole, kind);
            }
        }

        return placement;
    }

    /// <summary>The numbers that stand in no unit, run by run.</summary>
    private static SortedDictionary<(int Run, NumberingKind Kind), SortedSet<int>> NumbersOf(Placement placement)
    {
        var numbers = new SortedDictionary<(int, NumberingKind), SortedSet<int>>();
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            ref readonly var node = ref placement.Nodes[placement.Choices[i].Node];
            if (placement.Choices[i].Of >= 0 || !placement.Pieces[i].IsMarked || node.IsRoot || node.IsEnd || node.Kind is not (NumberingKind.First or NumberingKind.Article)) continue;
            if (!placement.Nodes[node.Parent].IsRoot || node.Branch > 0 || node.Again > 0) continue;
            if (!numbers.TryGetValue((node.Run, node.Kind), out var values)) numbers[(node.Run, node.Kind)] = values = [];
            values.Add(node.Value);
        }

        return numbers;
    }

    /// <summary>True when a list has just the numbers that are missing before the last one of another, or ends before the first article of it so that few are missing.</summary>
    private static bool Completes(SortedSet<int> fitting, SortedSet<int> broken, NumberingKind kind)
    {
        if (fitting.Overlaps(broken) || fitting.Max > broken.Max) return false;
        var missing = broken.Max - broken.Count - fitting.Count;
        return missing == 0 || (kind == NumberingKind.Article && fitting.Min == 1 && fitting.Max < broken.Min && missing * FewestOfMissing <= broken.Max);
    }

    /// <summary>True where 一、 of a run stands right behind 附件 and its title, or behind the title of what the notice does not issue: those are numbers of its own.</summary>
    private static bool OpensAttachment(string text, Placement placement, int run)
    {
        var first = Array.FindIndex(placement.Choices, choice => choice.Of < 0 && placement.Nodes[choice.Node] is { Value: 1, IsEnd: false } node && node.Run == run && placement.Nodes[node.Parent].IsRoot);
        for (var piece = first - 1; piece >= Math.Max(0, first - WordAndTitle); piece--)
        {
            var before = placement.Pieces[piece];
            if (before.Kind == PieceKind.Attachment) return text.AsSpan(before.Span.Start, before.Span.Length).IndexOfAny('：', ':') < 0;
            if (before.Kind == PieceKind.Title) return !HasIssuedTitle(text, placement) || (piece > 0 && placement.Pieces[piece - 1].Kind == PieceKind.Attachment);
        }

        return false;
    }

    private static bool HasIssuedTitle(string text, Placement placement) =>
        Array.Find(placement.Pieces, piece => piece.Kind == PieceKind.Title) is { Span.IsEmpty: false } title && IssuedTitles.IsIssuing(title.Span.Of(text));

    /// <summary>The placement with the list of a run, and the chapters over it, in another run; the rest stays.</summary>
    private static Placement WithListIn(Placement placement, int run, int into, NumberingKind kind)
    {
        var nodes = placement.Nodes;
        var moved = new Dictionary<int, int>();
        var choices = placement.Choices.ToArray();
        var said = new Dictionary<(int Node, int Family), int>();
        for (var i = 0; i < choices.Length; i++)
        {
            var node = nodes[choices[i].Node].Run == run ? Move(choices[i].Node) : choices[i].Node;
            choices[i] = choices[i] with { Node = node };
            // What stood in both lists with one number stands at one place now.
            if (choices[i].Of < 0 && placement.Pieces[i].IsMarked && !said.TryAdd((node, placement.Families.FamilyOf(i)), i)) choices[i] = choices[i] with { Of = said[(node, placement.Families.FamilyOf(i))] };
        }

        return placement with { Choices = choices };

        int Move(int node)
        {
            if (moved.TryGetValue(node, out var place)) return place;
            var (parent, isTop) = (nodes[node].Parent, nodes[node].IsRoot || nodes[nodes[node].Parent].IsRoot);
            if (!isTop) place = nodes.Under(Move(parent), node);
            else place = !nodes[node].IsRoot && !nodes[node].IsEnd && (nodes[node].Kind == kind || NumberingKinds.IsContainer(nodes[node].Kind)) ? nodes.Under(nodes.Root(into), node) : node;
            return moved[node] = place;
        }
    }
}
