using Zhujingban.Corpus.Markup.MediaWiki.Site;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>What a template's name says of its uses; all uses of a page share one.</summary>
internal sealed class TemplateName
{
    public TemplateName(string written)
    {
        Written = written;
        var name = written;
        if (name.Contains(':')) name = WithoutModifier(name);
        (Function, FunctionArgument) = SplitFunction(name);
        if (Function is null && name.Contains(':') && Namespaces.Split(name) is { Namespace: Namespace.Template } split) name = split.Title;
        Name = Function ?? name.Replace('_', ' ');
        Entry = TemplateCatalogue.Find(Name);
    }

    /// <summary>The name as written, trimmed.</summary>
    public string Written { get; }

    /// <summary>The name that the catalogue is asked for.</summary>
    public string Name { get; }

    /// <summary>A parser function's or magic word's name with its colon; null for templates.</summary>
    public string? Function { get; }

    /// <summary>What stands behind a function's colon, trimmed.</summary>
    public string FunctionArgument { get; }

    public TemplateEntry Entry { get; }

    /// <summary>A name without the word that says how the template is to be put in.</summary>
    private static string WithoutModifier(string name)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["subst:", "safesubst:", "msg:", "msgnw:"])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return name[prefix.Length..].TrimStart();
        }

        return name;
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
}
