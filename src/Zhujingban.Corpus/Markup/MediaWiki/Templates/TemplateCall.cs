using System.Globalization;
using System.Text;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>A use of a template: its name and where its arguments stand. It is made anew wherever it is wanted.</summary>
internal readonly struct TemplateCall(WikiTree tree, int node, TemplateName name)
{
    public int Node => node;

    /// <summary>The name as written, trimmed.</summary>
    public string WrittenName => name.Written;

    /// <summary>The name that the catalogue is asked for.</summary>
    public string Name => name.Name;

    /// <summary>A parser function's or magic word's name with its colon; null for templates.</summary>
    public string? Function => name.Function;

    /// <summary>What stands behind a function's colon, trimmed.</summary>
    public string FunctionArgument => name.FunctionArgument;

    public TemplateEntry Entry => name.Entry;

    public TemplateArguments Arguments => new(tree, node);

    /// <summary>A template's name without comments, trimmed.</summary>
    public static ReadOnlySpan<char> NameOf(WikiTree tree, int node)
    {
        var name = tree[node].FirstChild;
        if (tree[name].FirstChild == 0) return tree.TextOf(name).Trim();
        var written = new StringBuilder();
        var at = tree[name].Start;
        for (var child = tree[name].FirstChild; child != 0; child = tree[child].NextSibling)
        {
            written.Append(tree.Source, at, tree[child].Start - at);
            if (tree[child].Kind is not (NodeKind.Comment or NodeKind.Transclusion)) written.Append(tree.TextOf(child));
            at = tree[child].End;
        }

        return written.Append(tree.Source, at, tree[name].End - at).ToString().AsSpan().Trim();
    }

    /// <summary>The node of an argument's value; 0 when it is missing or blank. The last of a name counts.</summary>
    /// <param name="argument">A name, or the number of an unnamed argument.</param>
    public int Find(string argument)
    {
        var number = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        var found = 0;
        foreach (var candidate in Arguments)
        {
            if (candidate.Named ? tree.TextOf(candidate.Name).Trim().Equals(argument, StringComparison.OrdinalIgnoreCase) : candidate.Number == number)
                found = candidate.Value;
        }

        return found == 0 || IsBlank(found) ? 0 : found;
    }

    public int FindAny(ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
        {
            if (Find(argument) is > 0 and var value) return value;
        }

        return 0;
    }

    public bool IsBlank(int value) => tree.TextOf(value).IsWhiteSpace();
}
