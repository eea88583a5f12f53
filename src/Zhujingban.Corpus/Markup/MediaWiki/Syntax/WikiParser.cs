using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Parses wikitext. Total: every text has a tree, in time proportional to its length, at any depth.</summary>
internal static class WikiParser
{
    /// <summary>The tree of a page, and what the parser had to give up on.</summary>
    public static WikiTree Parse(string source, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var tree = new WikiTree(source);
        var work = new WorkList();
        var givenUp = new GivenUp();
        var preprocessor = new Preprocessor(tree, work, givenUp);
        using var builder = new FlowBuilder(tree, givenUp);
        tree.Add(NodeKind.Page, 0, source.Length);
        work.Push(0);
        while (work.TryPop(out var node))
        {
            if (tree[node].Kind is NodeKind.Page or NodeKind.ExtensionBody) preprocessor.Run(node);
            if (tree[node].Kind != NodeKind.VariantText || !VariantRules.Split(tree, node, work)) builder.Run(node);
        }

        diagnostics = givenUp.Diagnostics();
        return tree;
    }
}
