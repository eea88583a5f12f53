using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Writes a body numbered 一、（一）1.（1）, in one of the ways that offices do.</summary>
internal sealed class NoticeBody(SeededRandom random, NoticeGrammar grammar, NoticeUnitWriter writer)
{
    private readonly bool _narrow = random.Percent(15);
    private readonly bool _countsOn = random.Percent(10);
    private readonly string _dot = random.Pick([".", ".", "．", "、"]);
    private readonly List<string> _headings = Shuffled("heading", random);
    private readonly List<string> _leads = Shuffled("lead", random);
    private readonly List<string> _offices = Shuffled("office", random);
    private int _second;

    /// <summary>Writes sections until the body is about as long as it should be.</summary>
    public void Write(int length)
    {
        var end = writer.Length + length;
        if (random.Percent(12) && length < 1500)
        {
            for (var n = 1; n < 10 && (n < 4 || writer.Length < end); n++)
                writer.AddNumbered(CleanUnitKind.Clause, 1, $"{WrittenNumbers.Chinese(n)}、", Sentences(2, 4));
            return;
        }

        for (var n = 1; n <= 12 && (n < 3 || writer.Length < end); n++) Section(n);
    }

    private void Section(int n)
    {
        var mark = $"{WrittenNumbers.Chinese(n)}、";
        if (!_countsOn) _second = 0;
        switch (random.Next(10))
        {
            case 0:
                writer.AddNumbered(CleanUnitKind.Heading, 1, mark, Heading());
                for (var i = random.Between(1, 3); i > 0; i--) Paragraph();
                return;
            case 1:
                writer.AddNumbered(CleanUnitKind.Clause, 1, mark, $"{Lead()}。{Sentences(2, 3)}");
                return;
            case 2:
                writer.AddNumbered(CleanUnitKind.Heading, 1, mark, Heading(), runsIn: true);
                Paragraph();
                break;
            case 3:
                writer.AddNumbered(CleanUnitKind.Heading, 1, mark, Heading());
                for (var i = random.Between(2, 6); i > 0; i--) Office();
                return;
            default:
                writer.AddNumbered(CleanUnitKind.Heading, 1, mark, Heading());
                break;
        }

        for (var i = random.Between(2, 7); i > 0; i--) Clause();
    }

    private void Clause()
    {
        var mark = Second();
        switch (random.Next(10))
        {
            case 0:
                writer.AddNumbered(CleanUnitKind.Heading, 2, mark, Lead());
                Points();
                return;
            case 1:
                writer.AddNumbered(CleanUnitKind.Heading, 2, mark, Lead());
                Paragraph();
                return;
            case 2:
                writer.AddNumbered(CleanUnitKind.Clause, 2, mark, $"{Lead()}。{Sentences(1, 2)}");
                Points();
                return;
            case 3 or 4 or 5:
                writer.AddNumbered(CleanUnitKind.Clause, 2, mark, $"{Lead()}。{Sentences(1, 4)}");
                break;
            case 6:
                writer.AddNumbered(CleanUnitKind.Clause, 2, mark, grammar.SayNew("duty"));
                return;
            default:
                writer.AddNumbered(CleanUnitKind.Clause, 2, mark, Sentences(1, 3));
                break;
        }

        if (random.Percent(8)) Paragraph();
    }

    private void Points()
    {
        for (var (n, last) = (1, random.Between(2, 4)); n <= last; n++)
        {
            writer.AddNumbered(CleanUnitKind.Clause, 3, $"{n}{_dot}", Sentences(1, 2));
            if (!random.Percent(10)) continue;
            var circled = random.Percent(30);
            for (var m = 1; m <= 3; m++)
                writer.AddNumbered(CleanUnitKind.Clause, 4, circled ? $"{(char)('①' + m - 1)}" : $"（{m}）", Sentences(1, 1));
        }
    }

    private void Office() => writer.AddNumbered(CleanUnitKind.Clause, 2, Second(), $"{Next(_offices, "office")}{(random.Percent(50) ? "。" : "")}{Sentences(1, 2, "duty")}");

    private void Paragraph() => writer.Add(CleanUnitKind.Paragraph, Sentences(1, 3), underLastMark: true);

    private string Second() => _narrow ? $"({WrittenNumbers.Chinese(++_second)})" : $"（{WrittenNumbers.Chinese(++_second)}）";

    private string Sentences(int low, int high, string name = "sentence") =>
        string.Concat(Enumerable.Range(0, random.Between(low, high)).Select(_ => grammar.SayNew(name)));

    private string Heading() => Next(_headings, "heading");

    private string Lead() => Next(_leads, "lead");

    private string Next(List<string> left, string name)
    {
        if (left.Count == 0) left.AddRange(Shuffled(name, random).Select(word => $"进一步{word}"));
        var word = left[^1];
        left.RemoveAt(left.Count - 1);
        return word;
    }

    private static List<string> Shuffled(string name, SeededRandom random)
    {
        var words = NoticeGrammar.Alternatives(name).Distinct().ToList();
        for (var i = words.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (words[i], words[j]) = (words[j], words[i]);
        }

        return words;
    }
}

/// <summary>Writes a regulation: 第一条 …, in chapters or not, with 款 and 项.</summary>
internal sealed class RegulationBody(SeededRandom random, NoticeGrammar grammar, NoticeUnitWriter writer)
{
    private readonly string _space = random.Percent(70) ? "　" : " ";
    private int _article;

    public void Write(int length)
    {
        var start = writer.Length;
        IReadOnlyList<string> chapters = [""];
        if (random.Percent(50))
        {
            var all = NoticeGrammar.Alternatives("chapter");
            chapters = [.. all.Take(Math.Clamp(length / 350, 2, all.Count) - 1), all[^1]];
        }

        var level = chapters.Count > 1 ? 2 : 1;
        for (var i = 0; i < chapters.Count; i++)
        {
            if (level == 2) writer.AddNumbered(CleanUnitKind.Heading, 1, $"第{WrittenNumbers.Chinese(i + 1)}章{_space}", chapters[i]);
            var until = start + (length * (i + 1) / chapters.Count);
            for (var n = 0; n < 2 || (writer.Length < until && n < 20); n++) Article(level);
        }

        Numbered(level, grammar.Say("last-article"));
    }

    private void Article(int level)
    {
        if (_article == 0)
        {
            Numbered(level, grammar.Say("article"));
            return;
        }

        if (random.Percent(25))
        {
            Numbered(level, $"{grammar.Say("subject")}有下列情形之一的，{grammar.Say("result")}：");
            for (var (n, last) = (1, random.Between(3, 5)); n <= last; n++)
                writer.AddNumbered(CleanUnitKind.Clause, level + 1, $"（{WrittenNumbers.Chinese(n)}）", grammar.SayNew("item"));
            return;
        }

        Numbered(level, grammar.SayNew("sentence") + (random.Percent(40) ? grammar.SayNew("sentence") : ""));
        if (random.Percent(25)) writer.Add(CleanUnitKind.Paragraph, grammar.SayNew("sentence"), underLastMark: true);
    }

    private void Numbered(int level, string text) =>
        writer.AddNumbered(CleanUnitKind.Clause, level, $"第{WrittenNumbers.Chinese(++_article)}条{_space}", text);
}
