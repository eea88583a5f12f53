using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>What an element is to a reader: see the lists of <see cref="HtmlTags"/>.</summary>
[Flags]
internal enum HtmlTraits
{
    None = 0,
    Block = 1,
    Leaf = 2,
    Unseen = 4,
}

/// <summary>What the elements of HTML are to a reader.</summary>
internal static class HtmlTags
{
    /// <summary>Elements that stand on lines of their own.</summary>
    public static FrozenSet<string> Blocks { get; } = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset "
        + "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noscript ol optgroup option p plaintext pre search section "
        + "summary table tbody td tfoot th thead title tr ul xmp ucapcontent ucaptitle");

    /// <summary>Blocks that hold one paragraph: what stands around the document is seldom told of them alone.</summary>
    public static FrozenSet<string> Leaves { get; } = Set("p h1 h2 h3 h4 h5 h6 dt pre caption option tr tbody thead tfoot hr title");

    /// <summary>Elements whose text no reader sees.</summary>
    public static FrozenSet<string> Unseen { get; } = Set(
        "script style template object embed applet audio video canvas map math svg iframe noframes datalist head");

    /// <summary>Elements that hold no reader's text, however they are named.</summary>
    public static FrozenSet<string> Around { get; } = Set("nav footer aside header form select button textarea menu dialog search");

    /// <summary>Elements without content.</summary>
    public static FrozenSet<string> Void { get; } = Set(
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    /// <summary>Elements that the parser opens anew in each block until they are closed.</summary>
    public static FrozenSet<string> Formatting { get; } = Set("b big code em font i nobr s small strike strong tt u");

    /// <summary>Elements that do not nest when they are not closed: the next of them closes the last.</summary>
    public static FrozenSet<string> SelfClosing { get; } = Set("p li dd dt option optgroup a html head body rp rt rb rtc colgroup image");

    /// <summary>Elements whose content is no markup.</summary>
    public static FrozenSet<string> RawText { get; } = Set("script style textarea title xmp iframe noembed noframes");

    private static readonly FrozenDictionary<string, HtmlTraits> Traits = Blocks.Concat(Unseen).Concat(Leaves).Distinct(StringComparer.Ordinal).ToFrozenDictionary(
        name => name,
        name => (Blocks.Contains(name) ? HtmlTraits.Block : 0) | (Leaves.Contains(name) ? HtmlTraits.Leaf : 0) | (Unseen.Contains(name) ? HtmlTraits.Unseen : 0),
        StringComparer.Ordinal);

    /// <summary>What an element is to a reader.</summary>
    /// <param name="name">Its name in lower case.</param>
    public static HtmlTraits TraitsOf(string name) => Traits.GetValueOrDefault(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
