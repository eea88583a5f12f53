using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>
/// Looks for inputs that the parser is bad at: short random recombinations of markup, repeated or nested, whose time grows faster
/// than their length, or that lose characters. Set <c>ADVERSARY_SECONDS</c> and <c>ADVERSARY_SEED</c> to look longer or elsewhere.
/// </summary>
internal static class AdversaryMeasurement
{
    private const int Short = 20_000;
    private const int Long = 160_000;
    private const double Suspicious = 14;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{{", "}}}", "[[", "]]", "[", "]", "{|", "|}", "|-", "|+", "\n|", "\n!", "||", "!!", "|", "''", "'''", "'''''", "<ref>", "</ref>", "<ref name=\"a\"/>",
        "<ref name=a>", "-{", "}-", "-{H|", "-{zh-cn:", ";zh-tw:", "=>", "[http://a.b", "http://a.b/", "//", "==", "=", "\n=", "<!--", "-->", "\n", "\n\n", " ", "\n ", "\n*", "\n#", "\n:", "\n;", ":",
        "----", "<nowiki>", "</nowiki>", "<pre>", "</pre>", "<math>", "</math>", "<gallery>", "</gallery>", "<poem>", "</poem>", "<br>", "<div", ">", "</div>", "<span class=\"a\">", "</span>", "<table>", "<tr>",
        "<td>", "</table>", "<ul>", "<li>", "</ul>", "<references>", "</references>", "{{reflist|", "{{lang|en|", "{{link-en|甲|", "{{!}}", "{{a|b=", "{{noteTA|", "{{flag|", "{{bd|", "{{efn|", "{{cite web|title=",
        "File:a.png|thumb|", "[[File:a.png|", "[[Category:", "[[:", "&amp;", "&#x4e2d;", "&", "__NOTOC__", "__", "#", "甲", "乙丙，丁。", "a", "b c", "\t", "<includeonly>", "<noinclude>", "</noinclude>", "<", "{", "}", "%41", "\u3000", "𠮷",
        "<code>", "</code>", "<syntaxhighlight lang=\"c\">", "</syntaxhighlight>", "rowspan=\"2\"|", "style=\"", "\"", "ISBN 1", "RFC 1", "mailto:", "#REDIRECT [[a]]",
    ];

    public static void Run()
    {
        var seed = Number("ADVERSARY_SEED", 1);
        var until = DateTime.UtcNow.AddSeconds(Number("ADVERSARY_SECONDS", 60));
        var random = new Random(seed);
        var fragments = Fragments(random);
        var (tried, slow, lost) = (0, 0, 0);
        for (; DateTime.UtcNow < until; tried++)
        {
            var (open, close, middle) = (Mix(random, fragments), random.Next(3) == 0 ? Mix(random, fragments) : "", random.Next(3) == 0 ? Mix(random, fragments) : "");
            if (FaultOf(open + middle + close) is { } fault) Report(ref lost, "lost", Shrink(open + middle + close, text => FaultOf(text) is not null), fault);
            if (FaultOf(Repeat(open, middle, close, Short)) is { } longFault) Report(ref lost, "lost when repeated", $"{open} × n {middle} {close} × n", longFault);
            if (Growth(open, middle, close) is > Suspicious and var growth) Report(ref slow, "slow", $"{open} × n + {middle} + {close} × n", $"{Long / Short} times the length takes {growth:F0} times the time");
        }

        Console.WriteLine($"seed {seed}: {tried} combinations tried, {slow} slow, {lost} with faults");
    }

    private static void Report(ref int count, string what, string text, string fault)
    {
        if (count++ < 40) Console.WriteLine($"{what}: {System.Text.Json.JsonSerializer.Serialize(text)}: {fault}");
    }

    /// <summary>What is wrong with the reading of a text; null when nothing is.</summary>
    private static string? FaultOf(string text)
    {
        try
        {
            using var tree = WikiParser.Parse(text, out _);
            if (tree.Print() != text) return "does not print back";
            var document = Timing.Read(new SourceText(text, "", "utf-8", []));
            return SourceCoverage.Faults(text, document.Text, document.Dropped.Select(drop => drop.Span)).FirstOrDefault();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
        }
    }

    private static double Growth(string open, string middle, string close)
    {
        var (few, many) = (new SourceText(Repeat(open, middle, close, Short), "", "utf-8", []), new SourceText(Repeat(open, middle, close, Long), "", "utf-8", []));
        var growth = Timing.Once(() => Timing.Read(many)) / Math.Max(Timing.Best(2, () => Timing.Read(few)), 0.0002);
        return growth <= Suspicious ? growth : Timing.Best(3, () => Timing.Read(many)) / Math.Max(Timing.Best(5, () => Timing.Read(few)), 0.0002);
    }

    private static string Repeat(string open, string middle, string close, int length)
    {
        var times = Math.Max(1, length / Math.Max(1, open.Length + close.Length));
        return new StringBuilder().Insert(0, open, times).Append(middle).Insert(times * open.Length + middle.Length, close, times).ToString();
    }

    /// <summary>Takes pieces out of a text as long as it stays bad.</summary>
    private static string Shrink(string text, Func<string, bool> isBad)
    {
        for (var size = text.Length / 2; size > 0; size = size > 1 ? size / 2 : 0)
        {
            for (var at = 0; at + size <= text.Length;)
            {
                var shorter = text.Remove(at, size);
                if (isBad(shorter)) text = shorter;
                else at += Math.Max(1, size / 2);
            }
        }

        return text;
    }

    private static string Mix(Random random, List<string> fragments)
    {
        var mixed = new StringBuilder();
        for (var i = random.Next(1, 7); i > 0; i--) mixed.Append(random.Next(12) == 0 ? fragments[random.Next(fragments.Count)] : Pieces[random.Next(Pieces.Length)]);
        return mixed.ToString();
    }

    /// <summary>Short cuts out of real pages.</summary>
    private static List<string> Fragments(Random random)
    {
        var (_, pages) = PageSet.Load();
        var fragments = new List<string>();
        for (var i = 0; i < 2000; i++)
        {
            var page = pages[random.Next(pages.Count)];
            if (page.Length < 100) continue;
            var start = random.Next(page.Length - 80);
            fragments.Add(page.Substring(start, random.Next(5, 80)));
        }

        return fragments;
    }

    private static int Number(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
