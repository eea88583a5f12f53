using System.Text;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>Markup that is cheap to write and dear to read, at any length.</summary>
/// <param name="Name">Its opening mark.</param>
/// <param name="Form">How the mark is used.</param>
/// <param name="Open">What is repeated.</param>
/// <param name="Close">What closes it, as often, behind all of it; empty when it stays open.</param>
internal sealed record HostileFamily(string Name, string Form, string Open, string Close)
{
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

    /// <summary>Every mark in every form: bare, with content and unclosed, one a line, closed at once, and nested.</summary>
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
    ];

    /// <summary>The family's text of about a length in UTF-16 code units, which are bytes: it is all ASCII.</summary>
    public string Text(int length)
    {
        var times = Math.Max(1, length / (Open.Length + Close.Length));
        return new StringBuilder(length).Insert(0, Open, times).Insert(times * Open.Length, Close, times).ToString();
    }

    public override string ToString() => $"{Name} {Form}";
}
