using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Reads what a single term or value of a query asks, and takes down what it is sought by in a loose reading.</summary>
/// <param name="notes">Takes what may surprise.</param>
internal sealed class OperandReader(QueryNotes notes)
{
    private readonly TermReader _reader = new(notes);
    private int _terms;

    /// <summary>True where what is read is excluded.</summary>
    public bool IsExcluded { get; set; }

    /// <summary>True when a term was a sentence.</summary>
    public bool IsQuestion { get; private set; }

    /// <summary>What the terms are sought by in a loose reading.</summary>
    public LooseTerms Loose { get; } = new();

    /// <summary>Reads a term; null when it holds nothing that can be sought, or is one too many.</summary>
    public Reading? ReadTerm(QueryToken token)
    {
        if (IsBeyondLimit()) return null;
        var isWordPrefix = _reader.IsWordPrefix(token);
        if (!IsExcluded) Loose.Add(token, isWordPrefix);
        if (Cited(token) is { } cited)
        {
            notes.Add($"“{token.Text}” is read as a text that starts with “{cited.Article}”, or has it in its title, in a document with “{cited.Title}” in its title; put it in quotation marks to find it literally");
            var article = Reading.Any([.. Readings(Article(cited.Article), Title(cited.Article))]);
            return Reading.All([.. Readings(Title(cited.Title)), .. article is null ? [] : (Reading[])[article]], []);
        }

        if (_reader.ReadPattern(token.Text, out var run) is not { } pattern) return null;
        IsQuestion |= !IsExcluded && !token.IsQuoted && !token.IsPrefix && run > QueryParser.LongestTerm;
        return new Reading(isWordPrefix ? new PrefixNode(pattern) : new TermNode(pattern), null);
    }

    /// <summary>True for a term that near may stand beside.</summary>
    public bool MayBeNear(QueryToken token) => token.Kind == QueryTokenKind.Term && !_reader.IsWordPrefix(token) && Cited(token) is null;

    /// <summary>Reads a term that near stands beside, as <see cref="ReadTerm"/> does.</summary>
    public TermPattern? ReadPattern(QueryToken token)
    {
        if (IsBeyondLimit()) return null;
        if (!IsExcluded) Loose.Add(token, isWordPrefix: false);
        return _reader.ReadPattern(token.Text);
    }

    /// <summary>Reads a value of a field; what is none is text, with the field's name.</summary>
    public Reading? ReadValue(QueryToken field, QueryToken token)
    {
        if (IsBeyondLimit()) return null;
        if (QueryFields.FacetOf(field.Field) is not { } facet)
        {
            if (_reader.IsWordPrefix(token)) notes.Add($"“{token.Typed}” is read without the *: in titles, words are found as wholes");
            return Title(token.Text) is { } title ? new Reading(title, title) : null;
        }

        if (FacetValues.Read(facet, token, notes) is { } node) return new Reading(node, node);
        notes.Add($"“{field.Text}{token.Typed}” cannot be read as a condition, it is read as text; expected {FacetValues.ExpectedOf(facet)}");
        var literal = new QueryToken(QueryTokenKind.Term, field.Text + token.Text);
        if (!IsExcluded) Loose.Add(literal, isWordPrefix: false);
        return _reader.ReadPattern(literal.Text) is { } pattern ? new Reading(new TermNode(pattern), null) : null;
    }

    private static IEnumerable<Reading> Readings(params IEnumerable<QueryNode?> nodes) => nodes.OfType<QueryNode>().Select(node => new Reading(node, null));

    private TermNode? Title(string text) =>
        _reader.ReadPattern(text) is { } pattern ? new TermNode(pattern, Field.Title) : null;

    private TermNode? Article(string text) =>
        _reader.ReadPattern(text) is { } pattern ? new TermNode(pattern, AtStart: true) : null;

    /// <summary>The title and article that a term cites and is nothing but; folded.</summary>
    private static (string Title, string Article)? Cited(QueryToken token)
    {
        if (token.IsQuoted || token.IsPrefix || token.Text is not ['《' or '︽', ..]) return null;
        var folded = Text.TextFolding.Fold(token.Text).Text;
        if (CitedArticle.Match(folded, 0) is not { } cited || cited.End < folded.Length) return null;
        return new ClauseAnalyzer().AnalyzeFolded(folded[cited.Title]).Units.Count == 0 ? null : (folded[cited.Title], folded[cited.Article]);
    }

    private bool IsBeyondLimit()
    {
        if (_terms++ < QueryParser.MostTerms) return false;
        notes.Add($"only the first {QueryParser.MostTerms} terms are searched for");
        return true;
    }
}
