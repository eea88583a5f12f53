using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>
/// Looks for inputs that the parser is bad at: short random recombinations of markup, repeated or nested, whose time grows faster
/// than their length, or that lose characters. Set <c>ADVERSARY_SECONDS</c> and <c>ADVERSARY_SEED</c> to look longer or elsewhere,
/// and <c>ADVERSARY_FILE</c> to have a text that is known to be bad made as short as it can be.
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

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An input of any length: its opening pieces again and again, its middle, its closing pieces as often.</summary>
    private sealed record Combination(string[] Open, string[] Middle, string[] Close)
    {
        public string Text(int length)
        {
            var (open, middle, close) = (string.Concat(Open), string.Concat(Middle), string.Concat(Close));
            var times = Math.Max(1, length / Math.Max(1, open.Length + close.Length));
            return new StringBuilder().Insert(0, open, times).Append(middle).Insert(times * open.Length + middle.Length, close, times).ToString();
        }

        /// <summary>The combinations with one piece less.</summary>
        public IEnumerable<Combination> Smaller() =>
        [
            .. Open.Select((_, i) => this with { Open = Without(Open, i) }).Where(smaller => smaller.Open.Length > 0),
            .. Middle.Select((_, i) => this with { Middle = Without(Middle, i) }),
            .. Close.Select((_, i) => this with { Close = Without(Close, i) }),
        ];

        public override string ToString() => $"{Show(Open)} × n, {Show(Middle)}, {Show(Close)} × n";

        private static string[] Without(string[] pieces, int i) => [.. pieces[..i], .. pieces[(i + 1)..]];

        private static string Show(string[] pieces) => JsonSerializer.Serialize(string.Concat(pieces), Readable);
    }

    public static void Run()
    {
        if (Environment.GetEnvironmentVariable("ADVERSARY_FILE") is { } file)
        {
            var text = File.ReadAllText(file);
            Console.WriteLine(FaultOf(text) is null ? "no fault" : $"fault: {JsonSerializer.Serialize(Shrink(text, shorter => FaultOf(shorter) is not null), Readable)}: {FaultOf(text)}");
            return;
        }

        var seed = Number("ADVERSARY_SEED", 1);
        var until = DateTime.UtcNow.AddSeconds(Number("ADVERSARY_SECONDS", 60));
        var random = new Random(seed);
        var fragments = Fragments(random);
        var found = new HashSet<string>();
        var tried = 0;
        for (; DateTime.UtcNow < until; tried++)
        {
            var combination = new Combination(Mix(random, fragments), random.Next(3) == 0 ? Mix(random, fragments) : [], random.Next(3) == 0 ? Mix(random, fragments) : []);
            if (FaultOf(combination.Text(1)) is { } fault)
                Report(found, $"fault: {JsonSerializer.Serialize(Shrink(combination.Text(1), text => FaultOf(text) is not null), Readable)}: {fault}");
            else if (FaultOf(combination.Text(Short)) is { } longFault)
                Report(found, $"fault when repeated: {Shrink(combination, smaller => FaultOf(smaller.Text(Short)) is not null)}: {longFault}");
            if (Growth(combination) is > Suspicious and var growth)
                Report(found, $"slow: {Shrink(combination, smaller => Growth(smaller) > Suspicious)}: {Long / Short} times the length takes {growth:F0} times the time");
        }

        Console.WriteLine($"seed {seed}: {tried} combinations tried, {found.Count} findings");
    }

    private static void Report(HashSet<string> found, string line)
    {
        if (found.Add(line)) Console.WriteLine(line);
    }

    private static Combination Shrink(Combination combination, Func<Combination, bool> isBad)
    {
        while (combination.Smaller().FirstOrDefault(isBad) is { } smaller) combination = smaller;
        return combination;
    }

    /// <summary>What is wrong with the reading of a text; null when nothing is.</summary>
    private static string? FaultOf(string text)
    {
        try
        {
            using var tree = WikiParser.Parse(text, out _);
            if (tree.Print() != text) return "does not print back";
            var document = Timing.Read(Source(text));
            return SourceCoverage.Faults(text, document.Text, document.Dropped.Select(drop => drop.Span)).FirstOrDefault();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
        }
    }

    /// <summary>How much longer the long form takes than the short one; a collection that falls into one of them is no growth, so that a suspicion is looked into at greater lengths.</summary>
    private static double Growth(Combination combination)
    {
        var growth = Growth(combination, Short, Long, 1);
        return growth <= Suspicious ? growth : Math.Min(Growth(combination, Short, Long, 3), Growth(combination, Long, Long * (Long / Short), 2));
    }

    /// <summary>The times' ratio; times under a third of a millisecond tell nothing.</summary>
    private static double Growth(Combination combination, int length, int longer, int times)
    {
        var (few, many) = (Source(combination.Text(length)), Source(combination.Text(longer)));
        return Timing.Best(times, () => Timing.Read(many)) / Math.Max(Timing.Best(2 + times, () => Timing.Read(few)), 0.0003);
    }

    private static SourceText Source(string text) => new(text, "", "utf-8", []);

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

    private static string[] Mix(Random random, List<string> fragments) =>
        [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(12) == 0 ? fragments[random.Next(fragments.Count)] : Pieces[random.Next(Pieces.Length)])];

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
