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
    private const string Comma = "，";

    /// <summary>The query that asks a node.</summary>
    public static string Print(QueryNode node)
    {
        var output = new StringBuilder();
        Print(node, output, isInside: false);
        return output.ToString();
    }

    /// <summary>
    /// A pattern in quotation marks, with a blank for what separates its parts; with a comma where blanks would bring together what
    /// was apart: 第12）条 is no 第 12 条.
    /// </summary>
    public static string Print(TermPattern pattern)
    {
        var text = TextOf(pattern, Terms.Separator);
        return $"\"{(ReadsAs(text, pattern) ? text : TextOf(pattern, Comma))}\"";
    }

    private static string TextOf(TermPattern pattern, string separator) =>
        string.Concat(pattern.Parts.Select(part => part.Term == Terms.Separator ? separator : Terms.Readable(part.Term)));

    private static bool ReadsAs(string text, TermPattern pattern) => !pattern.Parts.Any(part => part.Term == Terms.Separator)
        || (new TermReader(new QueryNotes()).ReadPattern(text) is { } read && read.Parts.SequenceEqual(pattern.Parts));

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
