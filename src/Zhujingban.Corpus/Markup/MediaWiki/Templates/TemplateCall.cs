using Zhujingban.Corpus.Markup.MediaWiki.Site;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>A use of a template: its name and the values of its parameters, as nodes.</summary>
internal sealed class TemplateCall
{
    private readonly WikiTree _tree;

    public TemplateCall(WikiTree tree, int node, NameTable names)
    {
        _tree = tree;
        Node = node;
        WrittenName = NameOf(tree, node);
        var name = WrittenName;
        if (name.Contains(':')) name = WithoutModifier(name);
        (Function, FunctionArgument) = SplitFunction(name);
        if (Function is null && name.Contains(':') && Namespaces.Split(name) is { Namespace: Namespace.Template } split) name = split.Title;
        Name = Function ?? name.Replace('_', ' ');
        Entry = TemplateCatalogue.Find(Name);
        ReadParameters(names);
    }

    public int Node { get; }

    /// <summary>The name as written, trimmed.</summary>
    public string WrittenName { get; }

    /// <summary>The name that the catalogue is asked for.</summary>
    public string Name { get; }

    /// <summary>A parser function's or magic word's name with its colon; null for templates.</summary>
    public string? Function { get; }

    /// <summary>What stands behind a function's colon, trimmed.</summary>
    public string FunctionArgument { get; }

    public TemplateEntry Entry { get; }

    /// <summary>Each parameter in source order: its name (counted when it has none) and its value's node.</summary>
    public List<(string Name, int Value, bool Named)> Parameters { get; } = [];

    /// <summary>Citations: the fields that were read of it; null until then.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; set; }

    /// <summary>The node of a parameter's value; 0 when it is missing or blank. The last of a name counts.</summary>
    public int Find(string name)
    {
        for (var i = Parameters.Count - 1; i >= 0; i--)
        {
            if (Parameters[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return IsBlank(Parameters[i].Value) ? 0 : Parameters[i].Value;
        }

        return 0;
    }

    public int FindAny(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is > 0 and var value) return value;
        }

        return 0;
    }

    public bool IsBlank(int value) => _tree.TextOf(value).IsWhiteSpace();

    /// <summary>A name without the word that says how the template is to be put in.</summary>
    private static string WithoutModifier(string name)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["subst:", "safesubst:", "msg:", "msgnw:"])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return name[prefix.Length..].TrimStart();
        }

        return name;
    }

    /// <summary>A template's name without comments, trimmed.</summary>
    private static string NameOf(WikiTree tree, int node)
    {
        var name = tree[node].FirstChild;
        var text = tree.TextOf(name);
        if (tree[name].FirstChild == 0) return text.Trim().ToString();
        var written = new System.Text.StringBuilder();
        var at = tree[name].Start;
        for (var child = tree[name].FirstChild; child != 0; child = tree[child].NextSibling)
        {
            written.Append(tree.Source, at, tree[child].Start - at);
            if (tree[child].Kind is not (NodeKind.Comment or NodeKind.Transclusion)) written.Append(tree.TextOf(child));
            at = tree[child].End;
        }

        return written.Append(tree.Source, at, tree[name].End - at).ToString().Trim();
    }

    /// <summary>A parser function starts with <c>#</c>, or its name with the colon is in the catalogue.</summary>
    private static (string? Function, string Argument) SplitFunction(string name)
    {
        var colon = name.AsSpan().IndexOfAny(":：");
        if (colon < 1) return (null, "");
        var function = string.Concat(name.AsSpan(0, colon).Trim(), ":");
        var known = name[0] is '#' or '＃' || TemplateCatalogue.Find(function).Role != TemplateRole.Unknown;
        return known ? (function, name[(colon + 1)..].Trim()) : (null, "");
    }

    private void ReadParameters(NameTable names)
    {
        var counted = 0;
        for (var argument = _tree[_tree[Node].FirstChild].NextSibling; argument != 0; argument = _tree[argument].NextSibling)
        {
            var child = _tree[argument].FirstChild;
            if (_tree[child].Kind == NodeKind.ArgumentName)
                Parameters.Add((names.Get(_tree.TextOf(child).Trim()), _tree[child].NextSibling, true));
            else
                Parameters.Add(((++counted).ToString(), child, false));
        }
    }
}
