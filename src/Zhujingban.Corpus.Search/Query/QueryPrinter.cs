using System.Text;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Writes what was understood as a query that is understood the same: every term in quotation marks and folded, every group in
/// parentheses. Only what a citation asks, that a text starts with a term, has no such form; it is written with a ^.
/// </summary>
internal static class QueryPrinter
{
    /// <summary>The query that asks a node.</summary>
    public static string Print(QueryNode node)
    {
        var output = new StringBuilder();
        Print(node, output, isInside: false);
        return output.ToString();
    }

    /// <summary>A pattern in quotation marks.</summary>
    public static string Print(TermPattern pattern) => $"\"{string.Concat(pattern.Parts.Select(part => Terms.Readable(part.Term)))}\"";

    private static void Print(QueryNode node, StringBuilder output, bool isInside)
    {
        switch (node)
        {
            case TermNode term:
                output.Append(term.AtStart ? "^" : "").Append(term.Field == Field.Title ? "title:" : "").Append(Print(term.Pattern));
                break;
            case PrefixNode prefix:
                output.Append(Print(prefix.Pattern)).Append('*');
                break;
            case NearNode near:
                output.Append($"{(isInside ? "(" : "")}{Print(near.Left)} near/{near.Distance} {Print(near.Right)}{(isInside ? ")" : "")}");
                break;
            case FacetNode facet:
                output.Append(QueryFields.NameOf(facet.Facet)).Append(':').Append(facet.Text);
                break;
            case AllNode all:
                PrintList([.. all.Required.Select(required => ("", required)), .. all.Excluded.Select(excluded => ("-", excluded))], " ", output, isInside);
                break;
            case AnyNode any:
                PrintList([.. any.Nodes.Select(alternative => ("", alternative))], " OR ", output, isInside);
                break;
        }
    }

    private static void PrintList(IReadOnlyList<(string Sign, QueryNode Node)> nodes, string separator, StringBuilder output, bool isInside)
    {
        if (isInside) output.Append('(');
        for (var i = 0; i < nodes.Count; i++)
        {
            output.Append(i > 0 ? separator : "").Append(nodes[i].Sign);
            Print(nodes[i].Node, output, isInside || nodes.Count > 1 || nodes[i].Sign.Length > 0);
        }

        if (isInside) output.Append(')');
    }
}
