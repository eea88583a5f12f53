using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Site;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>What the renderers of one page share.</summary>
internal sealed class RenderContext(WikiTree tree, string? title, ChineseVariant? variant)
{
    private const int FieldsOfInfobox = 3;

    /// <summary>So many characters tell a page's language.</summary>
    private const int LanguageSample = 4000;
    private readonly Stack<(PhraseText Text, FlowRenderer Renderer)> _phrases = new();
    private readonly Dictionary<string, TemplateName>.AlternateLookup<ReadOnlySpan<char>> _templates =
        new Dictionary<string, TemplateName>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, List<TextSpan>> _unknown = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TextSpan> _tooDeep = [];
    private int _linkNumber;

    public WikiTree Tree { get; } = tree;

    public string? Title { get; } = title;

    /// <summary>Where the link of a redirect starts; -1 when the page is none.</summary>
    public int Redirect { get; } = Redirects.LinkStart(tree.Source);

    /// <summary>True for a page in Chinese, whose templates bring Chinese words along.</summary>
    public bool IsChinese { get; } = tree.Source.AsSpan(0, Math.Min(tree.Source.Length, LanguageSample)).ContainsAnyInRange('\u4E00', '\u9FFF');

    /// <summary>How deep the rendering is nested, phrases inside phrases included.</summary>
    public int Depth { get; set; }

    public PageConversion Conversion { get; } = new(variant);

    /// <summary>One string for the names and short values that the page repeats.</summary>
    public NameTable Names { get; } = new();

    /// <summary>The fields of the citations that have been read, by their template's node.</summary>
    public Dictionary<int, IReadOnlyDictionary<string, string>> Citations { get; } = [];

    public TemplateCall Call(int node)
    {
        var written = TemplateCall.NameOf(Tree, node);
        if (!_templates.TryGetValue(written, out var name))
        {
            name = new TemplateName(written.ToString());
            _templates.Dictionary.Add(name.Written, name);
        }

        return new TemplateCall(Tree, node, name);
    }

    /// <summary>An argument's name; its number when it has none.</summary>
    public string NameOf(TemplateArgument argument) =>
        argument.Named ? Names.Get(Tree.TextOf(argument.Name).Trim()) : Names.Counted(argument.Number);

    /// <summary>What a reader sees of a node's children, in one piece.</summary>
    public string Phrase(int node) => Phrase(node, Conversion.Running);

    /// <summary>The same, but in the script as written.</summary>
    public string UnconvertedPhrase(int node)
    {
        Conversion.Paused++;
        var phrase = Phrase(node, null);
        Conversion.Paused--;
        return phrase;
    }

    /// <summary>Words that a template brings along, in the reader's variant or, without one, in the page's script.</summary>
    public string Worded(string words) =>
        words.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') && (Conversion.Running ?? Conversion.OfScript(Tree.Source)) is { } conversion ? conversion.Convert(words) : words;

    /// <summary>What stands behind a parser function's colon, in the script as written.</summary>
    public string Subject(TemplateCall call)
    {
        var name = Tree[call.Node].FirstChild;
        if (Tree[name].FirstChild == 0) return call.FunctionArgument;
        var colon = Tree.TextOf(name).IndexOfAny(":：");
        var subject = new StringBuilder();
        var at = Tree[name].Start + colon + 1;
        Conversion.Paused++;
        for (var child = Tree[name].FirstChild; child != 0; child = Tree[child].NextSibling)
        {
            if (Tree[child].Start < at) continue;
            subject.Append(Tree.Source, at, Tree[child].Start - at).Append(Phrase(child, null, whole: true));
            at = Tree[child].End;
        }

        Conversion.Paused--;
        return subject.Append(Tree.Source, at, Tree[name].End - at).ToString().Trim();
    }

    private string Phrase(int node, ChineseConversion? conversion, bool whole = false)
    {
        var only = Tree[node].FirstChild;
        if (only == 0 && !whole) return "";
        if (!whole && conversion is null && Tree[only].NextSibling == 0 && Tree[only].Kind == NodeKind.Text) return Names.Get(Tree.TextOf(only).Trim());
        if (!_phrases.TryPop(out var phrase))
        {
            phrase.Text = new PhraseText(Tree.Source);
            phrase.Renderer = new FlowRenderer(this, phrase.Text);
        }

        phrase.Text.Start(Tree[node].Start, conversion);
        if (whole) phrase.Renderer.RenderNode(node);
        else phrase.Renderer.RenderChildren(node);
        phrase.Renderer.Forget();
        var text = phrase.Text.End();
        _phrases.Push(phrase);
        return text;
    }

    /// <summary>
    /// What a template is on this page. One that the catalogue does not know is an infobox when it has three named parameters or more
    /// whose values end their lines.
    /// </summary>
    public TemplateRole RoleOf(TemplateCall call)
    {
        if (call.Function is { } function && function.Equals("#tag:", StringComparison.OrdinalIgnoreCase)) return RoleOfTag(call.FunctionArgument);
        if (call.Entry.Role != TemplateRole.Unknown || call.Function is not null) return call.Entry.Role;
        var fields = 0;
        foreach (var argument in call.Arguments)
        {
            if (argument.Named && Tree.TextOf(argument.Value).Contains('\n')) fields++;
        }

        return fields >= FieldsOfInfobox ? TemplateRole.Infobox : TemplateRole.Unknown;
    }

    /// <summary><c>{{#tag:name|…}}</c> is what the element of that name is.</summary>
    private static TemplateRole RoleOfTag(string name) => ExtensionTag.Find(name) is var tag && tag < 0 ? TemplateRole.Layout : ExtensionTag.Of(tag).Role switch
    {
        ExtensionRole.Reference => TemplateRole.Note,
        ExtensionRole.ReferenceList => TemplateRole.ReferenceList,
        ExtensionRole.Hidden or ExtensionRole.Gallery => TemplateRole.Layout,
        _ => TemplateRole.Inline,
    };

    /// <summary>The number that the next link without text shows.</summary>
    public int NextLinkNumber() => ++_linkNumber;

    public void ReportUnknown(TemplateCall call)
    {
        if (!_unknown.TryGetValue(call.Name, out var spans)) _unknown[call.Name] = spans = [];
        spans.Add(Tree[call.Node].Span);
    }

    public void ReportDepth(TextSpan span)
    {
        if (_tooDeep.Count < 10) _tooDeep.Add(span);
    }

    public IEnumerable<Diagnostic> Diagnostics()
    {
        if (_tooDeep.Count > 0)
        {
            yield return new Diagnostic("nested-too-deeply", DiagnosticSeverity.Warning,
                "Markup is nested more deeply than a reader could follow; the innermost is left out.", TextSpans.Flatten(_tooDeep));
        }

        foreach (var (name, spans) in _unknown)
        {
            yield return new Diagnostic("unknown-template", DiagnosticSeverity.Info,
                $"The template {name} is not in the catalogue; uses: {spans.Count}.", TextSpans.Flatten(spans));
        }
    }
}
