using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Collects footnotes: a name in a group is one footnote, however often and wherever it is used or defined.</summary>
internal sealed class FootnoteCollector(RenderContext context)
{
    private readonly WikiTree _tree = context.Tree;
    private readonly List<Footnote> _footnotes = [];
    private readonly List<(int Footnote, TextSpan Span)> _uses = [];
    private readonly Dictionary<(string Group, string Name), int> _named = [];
    private readonly Dictionary<string, int> _short = new(StringComparer.Ordinal);

    /// <summary>Takes a <c>ref</c> element; in a list of footnotes it defines without being a use.</summary>
    public void TakeTag(int node, bool inList)
    {
        var attributes = new TagAttributes(_tree.Source, _tree[node].Start, _tree[node].Mark);
        var footnote = Find(attributes.Value("name"), attributes.Value("group"));
        if (!inList) Use(footnote, node);
        if (_tree[node].FirstChild is > 0 and var body && _footnotes[footnote].Body == 0 && !_tree.TextOf(body).IsWhiteSpace()) SetBody(footnote, body);
    }

    /// <summary>Takes a template that is a footnote.</summary>
    public void TakeNote(TemplateCall call, bool inList)
    {
        var name = Attribute(call, "name");
        var group = Attribute(call, "group") ?? (call.Function is null ? call.Name.ToLowerInvariant() : null);
        var footnote = Find(name, group);
        if (!inList) Use(footnote, call.Node);
        if (_footnotes[footnote].Body == 0) SetBody(footnote, call.FindAny(["1", "text", "content"]));
    }

    /// <summary>Takes a template that is a footnote by its author, year and page.</summary>
    public void TakeShortNote(TemplateCall call)
    {
        var text = PatternReading.Of(context, call).Phrase(context).Trim();
        if (!_short.TryGetValue(text, out var footnote))
        {
            footnote = _short[text] = Find(null, null);
            CollectionsMarshal.AsSpan(_footnotes)[footnote].Text = text;
        }

        Use(footnote, call.Node);
    }

    /// <summary>A name or group; the quotation marks that <c>{{#tag:ref}}</c> may have around it do not count.</summary>
    private string? Attribute(TemplateCall call, string name)
    {
        if (call.FindAny([name]) is not (> 0 and var value)) return null;
        var text = context.Phrase(value);
        return text is ['"' or '\'', .., var last] && last == text[0] ? text[1..^1] : text;
    }

    /// <summary>Takes a template that lists names of footnotes.</summary>
    public void TakeNames(TemplateCall call)
    {
        var group = call.FindAny(["group", "g"]) is > 0 and var value ? context.Phrase(value) : null;
        foreach (var argument in call.Arguments)
        {
            if (!argument.Named && !call.IsBlank(argument.Value)) Use(Find(context.Phrase(argument.Value), group), call.Node);
        }
    }

    /// <summary>The footnotes in the order of their first use, those without a use last.</summary>
    public IReadOnlyList<Reference> Build()
    {
        var uses = _footnotes.Select(footnote => footnote.Uses == 0 ? [] : new TextSpan[footnote.Uses]).ToArray();
        for (var use = _uses.Count - 1; use >= 0; use--)
        {
            // Counted down from the last, the uses that are left tell the place of each.
            var (footnote, span) = _uses[use];
            uses[footnote][--CollectionsMarshal.AsSpan(_footnotes)[footnote].Uses] = span;
        }

        var starts = uses.Select(places => places.Length == 0 ? int.MaxValue : places[0].Start).ToArray();
        var order = Enumerable.Range(0, starts.Length);
        if (!starts.Zip(starts.Skip(1)).All(pair => pair.First <= pair.Second)) order = order.OrderBy(footnote => starts[footnote]);
        return [.. order.Select(footnote => ReferenceOf(_footnotes[footnote], uses[footnote]))];
    }

    private Reference ReferenceOf(Footnote footnote, TextSpan[] uses) =>
        new(footnote.Name, footnote.Group, footnote.Body == 0 ? footnote.Text ?? "" : context.Phrase(footnote.Body), uses, CitationOf(footnote.Body));

    private void Use(int footnote, int node)
    {
        _uses.Add((footnote, _tree[node].Span));
        CollectionsMarshal.AsSpan(_footnotes)[footnote].Uses++;
    }

    private void SetBody(int footnote, int body) => CollectionsMarshal.AsSpan(_footnotes)[footnote].Body = body;

    /// <summary>The number of a footnote by its name and group; every one without a name is new.</summary>
    private int Find(string? name, string? group)
    {
        if (string.IsNullOrEmpty(group)) group = null;
        if (string.IsNullOrEmpty(name))
        {
            _footnotes.Add(new Footnote { Group = group });
            return _footnotes.Count - 1;
        }

        if (_named.TryGetValue((group ?? "", name), out var known)) return known;
        _footnotes.Add(new Footnote { Name = name, Group = group });
        return _named[(group ?? "", name)] = _footnotes.Count - 1;
    }

    /// <summary>The fields of a footnote's first citation; else its first link as address and title.</summary>
    private IReadOnlyDictionary<string, string>? CitationOf(int body)
    {
        if (body == 0) return null;
        var link = 0;
        foreach (var child in NodesOf(body))
        {
            if (_tree[child].Kind == NodeKind.Template && context.Call(child) is { Entry.Role: TemplateRole.Citation } call) return CitationReading.Fields(context, call);
            if (link == 0 && _tree[child].Kind is NodeKind.ExternalLink or NodeKind.BareUrl) link = child;
        }

        if (link == 0) return null;
        var fields = new Dictionary<string, string>(2, StringComparer.Ordinal) { ["url"] = LinkReading.Of(context, link).Target };
        if (_tree[link].Kind == NodeKind.ExternalLink && context.Phrase(link) is { Length: > 0 } title) fields["title"] = title;
        return fields;
    }

    /// <summary>The nodes of a footnote, and those of its list items.</summary>
    private IEnumerable<int> NodesOf(int body)
    {
        for (var child = _tree[body].FirstChild; child != 0; child = _tree[child].NextSibling)
        {
            yield return child;
            if (_tree[child].Kind != NodeKind.ListItem) continue;
            for (var inner = _tree[child].FirstChild; inner != 0; inner = _tree[inner].NextSibling) yield return inner;
        }
    }

    private struct Footnote
    {
        public string? Name;
        public string? Group;
        public int Body;

        /// <summary>The text of one that no node of the page holds.</summary>
        public string? Text;

        /// <summary>The number of its uses.</summary>
        public int Uses;
    }
}
