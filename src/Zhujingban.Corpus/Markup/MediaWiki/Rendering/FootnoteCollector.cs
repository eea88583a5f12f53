using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Collects footnotes: a name in a group is one footnote, however often and wherever it is used or defined.</summary>
internal sealed class FootnoteCollector(RenderContext context)
{
    private readonly WikiTree _tree = context.Tree;
    private readonly List<Footnote> _footnotes = [];
    private readonly Dictionary<(string Group, string Name), Footnote> _named = [];

    /// <summary>Takes a <c>ref</c> element; in a list of footnotes it defines without being a use.</summary>
    public void TakeTag(int node, bool inList)
    {
        var attributes = new TagAttributes(_tree.Source, _tree[node].Start, _tree[node].Mark);
        var footnote = Find(attributes.Value("name"), attributes.Value("group"));
        if (!inList) footnote.Uses.Add(_tree[node].Span);
        if (_tree[node].FirstChild is > 0 and var body && footnote.Body == 0 && !_tree.TextOf(body).IsWhiteSpace()) footnote.Body = body;
    }

    /// <summary>Takes a template that is a footnote.</summary>
    public void TakeNote(TemplateCall call, bool inList)
    {
        var name = call.FindAny(["name"]) is > 0 and var written ? context.Phrase(written) : null;
        var group = call.FindAny(["group"]) is > 0 and var value ? context.Phrase(value) : call.Function is null ? call.Name.ToLowerInvariant() : null;
        var footnote = Find(name, group);
        if (!inList) footnote.Uses.Add(_tree[call.Node].Span);
        if (footnote.Body == 0) footnote.Body = call.FindAny(["1", "text", "content"]);
    }

    /// <summary>Takes a template that lists names of footnotes.</summary>
    public void TakeNames(TemplateCall call)
    {
        var group = call.FindAny(["group", "g"]) is > 0 and var value ? context.Phrase(value) : null;
        foreach (var argument in call.Arguments)
        {
            if (!argument.Named && !call.IsBlank(argument.Value)) Find(context.Phrase(argument.Value), group).Uses.Add(_tree[call.Node].Span);
        }
    }

    /// <summary>The footnotes in the order of their first use, those without a use last.</summary>
    public IReadOnlyList<Reference> Build() =>
    [
        .. _footnotes.OrderBy(footnote => footnote.Uses.Count == 0 ? int.MaxValue : footnote.Uses[0].Start)
            .Select(footnote => new Reference(footnote.Name, footnote.Group, footnote.Body == 0 ? "" : context.Phrase(footnote.Body), footnote.Uses, CitationOf(footnote.Body))),
    ];

    private Footnote Find(string? name, string? group)
    {
        if (string.IsNullOrEmpty(group)) group = null;
        if (string.IsNullOrEmpty(name))
        {
            var single = new Footnote { Group = group };
            _footnotes.Add(single);
            return single;
        }

        if (_named.TryGetValue((group ?? "", name), out var known)) return known;
        var footnote = new Footnote { Name = name, Group = group };
        _footnotes.Add(footnote);
        return _named[(group ?? "", name)] = footnote;
    }

    /// <summary>The fields of a footnote's first citation; else its first link as address and title.</summary>
    private IReadOnlyDictionary<string, string>? CitationOf(int body)
    {
        if (body == 0) return null;
        var link = 0;
        for (var child = _tree[body].FirstChild; child != 0; child = _tree[child].NextSibling)
        {
            if (_tree[child].Kind == NodeKind.Template && context.Call(child) is { Entry.Role: TemplateRole.Citation } call) return CitationReading.Fields(context, call);
            if (link == 0 && _tree[child].Kind is NodeKind.ExternalLink or NodeKind.BareUrl) link = child;
        }

        if (link == 0) return null;
        var fields = new Dictionary<string, string>(2, StringComparer.Ordinal) { ["url"] = LinkReading.Of(_tree, link).Target };
        if (_tree[link].Kind == NodeKind.ExternalLink && context.Phrase(link) is { Length: > 0 } title) fields["title"] = title;
        return fields;
    }

    private sealed class Footnote
    {
        public string? Name { get; init; }

        public string? Group { get; init; }

        public int Body { get; set; }

        public List<TextSpan> Uses { get; } = [];
    }
}
