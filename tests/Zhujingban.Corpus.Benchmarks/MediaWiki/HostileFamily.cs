using System.Text;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>Markup that is cheap to write and dear to read, at any length.</summary>
/// <param name="Name">Its opening mark.</param>
/// <param name="Form">How the mark is used.</param>
/// <param name="Open">What is repeated.</param>
/// <param name="Close">What closes it, as often, behind all of it; empty when it stays open.</param>
/// <param name="Before">What stands once before all of it.</param>
/// <param name="After">What stands once behind all of it.</param>
internal sealed record HostileFamily(string Name, string Form, string Open, string Close, string Before = "", string After = "")
{
    private const int AlmostTooDeep = 70;

    private static readonly (string Mark, string Open, string Close)[] Marks =
    [
        ("{{", "{{a|", "}}"),
        ("[[", "[[a|", "]]"),
        ("{|", "{|\n|a\n", "\n|}\n"),
        ("'''''", "'''''a''b", "''c'''d"),
        ("<ref>", "<ref>a", "</ref>"),
        ("-{", "-{zh-cn:a;", "}-"),
        ("[http://", "[http://a.b c", "]"),
        ("==", "==a", "=="),
        ("<!--", "<!--a", "-->"),
        ("<table>", "<table>a", "</table>"),
        ("<td>", "<table><td>a", "</table>"),
        ("<li>", "<ul><li>a", "</ul>"),
        ("<div>", "<div>a", "</div>"),
        ("[[File:", "[[File:a.png|thumb|a", "]]"),
        ("{{{", "{{{a|", "}}}"),
        ("{{lang|", "{{lang|en|a", "}}"),
        ("{{reflist|", "{{reflist|<ref name=a>b</ref>", "}}"),
        ("{{infobox", "{{infobox a\n|b=", "\n}}"),
        (";:", ";a '''b", ":c"),
    ];

    /// <summary>Marks one inside the other, each of which is looked at as a whole.</summary>
    private static readonly (string Name, string Open, string Close)[] Nests =
    [
        ("[[ target {{", "[[{{b|", "}}]]"),
        ("[[ section %{{", "[[a#%41{{b|", "}}]]"),
        ("{{[[", "{{b|[[a|", "]]}}"),
        ("[[Category: {{", "[[Category:a|{{b|", "}}]]"),
        ("[http:// {{", "[http://a{{b|", "}} c]"),
        ("[http:// [[File:", "[http://a.b c[[File:a.png|thumb|", "]]]"),
        ("[[File: [http://", "[[File:a.png|[http://b |", "]]"),
        ("-{ flags", "-{A;", "|a}-"),
        ("-{A|", "-{A|a", "}-"),
        ("{{cite", "{{cite web|title=", "}}"),
        ("{{link-en", "{{link-en|", "|b}}"),
    ];

    /// <summary>Marks whose content is read for more than one purpose: deep as a reader follows, with long content.</summary>
    private static readonly (string Mark, string Open, string Close)[] Wraps =
    [
        ("[[File:", "[[File:a.png|thumb|", "]]"),
        ("{{[http://", "{{b|[http://a ", "]}}"),
        ("-{A|", "-{A|", "}-"),
        ("{{cite", "{{cite web|title=", "}}"),
        ("{{link-en", "{{link-en|", "|b}}"),
        ("{{infobox", "{{infobox a\n|b=", "}}"),
    ];

    /// <summary>Every mark in every form: bare, with content and unclosed, one a line, closed at once, and nested; then the special forms.</summary>
    public static IReadOnlyList<HostileFamily> All { get; } =
    [
        .. Marks.SelectMany(mark => new HostileFamily[]
        {
            new(mark.Mark, "bare", mark.Mark, ""),
            new(mark.Mark, "unclosed", mark.Open, ""),
            new(mark.Mark, "unclosed, a line each", mark.Open + "\n", ""),
            new(mark.Mark, "closed", mark.Open + mark.Close, ""),
            new(mark.Mark, "closed, a line each", mark.Open + mark.Close + "\n", ""),
            new(mark.Mark, "nested", mark.Open, mark.Close),
        }),
        .. Nests.Select(nest => new HostileFamily(nest.Name, "nested", nest.Open, nest.Close)),
        .. Wraps.Select(wrap => new HostileFamily(wrap.Mark, "around long content", "a[[b|c]]''d''", "", Repeat(wrap.Open, AlmostTooDeep), Repeat(wrap.Close, AlmostTooDeep))),
        new("http://", "in a link", "http://", "", "[[a|", "]]"),
        new("http://", "in an external link", "http://", "", "[http://a ", "]"),
        new("[http://", "in a caption", "[http://a |", "", "[[File:a.png|", "]]"),
    ];

    /// <summary>The family's text of about a length in UTF-16 code units, which are bytes: it is all ASCII.</summary>
    public string Text(int length)
    {
        var times = Math.Max(1, length / (Open.Length + Close.Length));
        return Before + new StringBuilder(length).Insert(0, Open, times).Insert(times * Open.Length, Close, times) + After;
    }

    private static string Repeat(string mark, int times) => new StringBuilder().Insert(0, mark, times).ToString();

    public override string ToString() => $"{Name} {Form}";
}
