using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Collects what a researcher wants of a page beside its text: templates, infoboxes, links, categories, footnotes.</summary>
internal sealed class PageData(RenderContext context)
{
    /// <summary>
    /// Templates inside so many templates, and links inside so many links, are not listed on their own: their text is in the values and
    /// texts around them, which hold it once more for every level.
    /// </summary>
    private const int Deepest = 8;
    private readonly WikiTree _tree = context.Tree;
    private readonly FootnoteCollector _footnotes = new(context);

    public List<TemplateUse> Templates { get; } = [];

    public List<Infobox> Infoboxes { get; } = [];

    public List<Link> Links { get; } = [];

    public List<Category> Categories { get; } = [];

    public IReadOnlyList<Reference> References => _footnotes.Build();

    /// <summary>Goes through the whole tree in the source's order, without recursion.</summary>
    public void Collect()
    {
        var open = new Stack<(int Node, Place Place)>();
        open.Push((_tree[0].FirstChild, default));
        while (open.TryPop(out var next))
        {
            if (next.Node == 0) continue;
            open.Push((_tree[next.Node].NextSibling, next.Place));
            open.Push((_tree[next.Node].FirstChild, Take(next.Node, next.Place)));
        }
    }

    /// <summary>Takes a node's own data; gives the place of its children.</summary>
    private Place Take(int node, Place place)
    {
        switch (_tree[node].Kind)
        {
            case NodeKind.Template:
                return TakeTemplate(node, place);
            case NodeKind.File or NodeKind.Link or NodeKind.ExternalLink or NodeKind.BareUrl:
                if (place.Links < Deepest) TakeLink(node);
                else context.ReportDepth(_tree[node].Span);
                return place with { Links = place.Links + 1 };
            case NodeKind.Extension when ExtensionTag.Of(_tree[node].Data).Role == ExtensionRole.Reference:
                _footnotes.TakeTag(node, place.InList);
                break;
            case NodeKind.Extension when ExtensionTag.Of(_tree[node].Data).Role == ExtensionRole.ReferenceList:
                return place with { InList = true };
            default:
                break;
        }

        return place;
    }

    private Place TakeTemplate(int node, Place place)
    {
        var inside = place with { Templates = place.Templates + 1 };
        if (place.Templates >= Deepest)
        {
            context.ReportDepth(_tree[node].Span);
            return inside;
        }

        var call = context.Call(node);
        var role = context.RoleOf(call);
        var use = new TemplateUse(call.WrittenName, TemplateRoles.NameOf(role), ParametersOf(call), [_tree[node].Span]);
        Templates.Add(use);
        if (role == TemplateRole.Infobox) TakeInfobox(call, use.Spans);
        else if (role == TemplateRole.Note) _footnotes.TakeNote(call, place.InList);
        else if (role == TemplateRole.ShortNote) _footnotes.TakeShortNote(call);
        else if (role == TemplateRole.NamedNote) _footnotes.TakeNames(call);
        return inside with { InList = place.InList || role == TemplateRole.ReferenceList };
    }

    private TemplateParameter[] ParametersOf(TemplateCall call)
    {
        var count = call.Arguments.Count;
        if (count == 0) return [];
        var (parameters, at) = (new TemplateParameter[count], 0);
        foreach (var argument in call.Arguments)
            parameters[at++] = new TemplateParameter(context.NameOf(argument), context.Names.Get(_tree.TextOf(argument.Value).Trim()));
        return parameters;
    }

    private void TakeInfobox(TemplateCall call, IReadOnlyList<TextSpan> spans)
    {
        List<InfoboxField>? fields = null;
        foreach (var argument in call.Arguments)
        {
            var text = context.Phrase(argument.Value);
            if (text.Length == 0 && HoldsMarkup(argument.Value)) text = _tree.TextOf(argument.Value).Trim().ToString();
            if (text.Length > 0) (fields ??= []).Add(new InfoboxField(context.NameOf(argument), text, [TrimmedSpan(argument.Value)]));
        }

        Infoboxes.Add(new Infobox(call.WrittenName, fields ?? [], spans));
    }

    /// <summary>True where more than comments is written: a value that shows no text, such as a map or an emblem, is kept as written.</summary>
    private bool HoldsMarkup(int value)
    {
        for (var child = _tree[value].FirstChild; child != 0; child = _tree[child].NextSibling)
        {
            if (_tree[child].Kind is not (NodeKind.Comment or NodeKind.Newline or NodeKind.BlankedLine) && !_tree.TextOf(child).IsWhiteSpace()) return true;
        }

        return false;
    }

    private TextSpan TrimmedSpan(int node)
    {
        var text = _tree.TextOf(node);
        var start = _tree[node].Start + text.Length - text.TrimStart().Length;
        return new TextSpan(start, start + text.Trim().Length);
    }

    private void TakeLink(int node)
    {
        var link = LinkReading.Of(context, node);
        var span = _tree[node].Span;
        if (span.Start == context.Redirect) link = link with { Kind = LinkKind.Redirect };
        var second = _tree[node].Kind == NodeKind.Link ? _tree[_tree[node].FirstChild].NextSibling : 0;
        switch (link.Kind)
        {
            case LinkKind.Category:
                var key = second == 0 ? null : context.UnconvertedPhrase(second);
                Categories.Add(new Category(link.Target, string.IsNullOrEmpty(key) ? null : key, [span]));
                break;
            case LinkKind.File:
                var caption = FileReading.Of(_tree, node).Caption;
                Links.Add(new Link("file", link.Target, caption == 0 ? "" : context.Phrase(caption), [span]));
                break;
            case LinkKind.External:
                Links.Add(new Link("external", link.Target, _tree[node].Kind == NodeKind.BareUrl ? link.Target : context.Phrase(node), [span]));
                break;
            default:
                Links.Add(new Link(LinkReading.NameOf(link.Kind), link.Target, TextOf(node, second, link), [span]));
                break;
        }
    }

    private string TextOf(int node, int shown, LinkReading link)
    {
        var unconverted = context.Conversion.Running is null;
        if (unconverted && _tree.TextOf(shown == 0 ? _tree[node].FirstChild : shown).SequenceEqual(link.Target)) return link.Target;
        if (shown == 0) return context.Phrase(_tree[node].FirstChild).TrimStart(':');
        return _tree[shown].Start == _tree[shown].End ? LinkReading.PipeTrick(link.Target) : context.Phrase(shown);
    }

    /// <summary>Where a node stands.</summary>
    /// <param name="Templates">How many templates are around it.</param>
    /// <param name="Links">How many links, files and addresses are around it.</param>
    /// <param name="InList">True inside a list of footnotes, where marks are definitions.</param>
    private readonly record struct Place(int Templates, int Links, bool InList);
}
