using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>What a query asks of an entry, as a tree.</summary>
internal abstract record QueryNode;

/// <summary>A field holds a pattern literally.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Field">The field that must hold it. In ranking it counts in all fields.</param>
/// <param name="AtStart">True when the field has to start with it.</param>
internal sealed record TermNode(TermPattern Pattern, Field Field = Field.Text, bool AtStart = false) : QueryNode;

/// <summary>The text holds a pattern whose last part, a word, may go on.</summary>
/// <param name="Pattern">The pattern; its last part is the beginning of a word.</param>
internal sealed record PrefixNode(TermPattern Pattern) : QueryNode;

/// <summary>The text holds two patterns, in either order, with at most so many positions between the end of one and the start of the other.</summary>
/// <param name="Left">A pattern.</param>
/// <param name="Right">Another pattern.</param>
/// <param name="Distance">The positions between them: an ideograph or word is one, and so is a row of separators.</param>
internal sealed record NearNode(TermPattern Left, TermPattern Right, int Distance) : QueryNode;

/// <summary>One of a facet's values is the entry's, and passes a test.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Text">How it was typed.</param>
/// <param name="Holds">The test of a value as stored.</param>
internal sealed record FacetNode(Facet Facet, string Text, Predicate<string> Holds) : QueryNode;

/// <summary>Every one of the required holds and none of the excluded. Without any required, everything does that is not excluded.</summary>
/// <param name="Required">What has to hold.</param>
/// <param name="Excluded">What must not.</param>
internal sealed record AllNode(IReadOnlyList<QueryNode> Required, IReadOnlyList<QueryNode> Excluded) : QueryNode;

/// <summary>One of the nodes holds, or several.</summary>
/// <param name="Nodes">At least one.</param>
internal sealed record AnyNode(IReadOnlyList<QueryNode> Nodes) : QueryNode;
