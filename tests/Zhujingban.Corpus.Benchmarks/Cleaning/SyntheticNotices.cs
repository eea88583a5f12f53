using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Writes a made-up notice: the parts of GB/T 9704 in their order, a numbered body, and what it issues.</summary>
internal sealed class SyntheticNotices
{
    private readonly SeededRandom _random;
    private readonly NoticeGrammar _grammar;
    private readonly NoticeUnitWriter _writer;
    private readonly int _length;
    private readonly int _decoyPercent;
    private bool _contradicts;

    private SyntheticNotices(SeededRandom random, int decoyPercent)
    {
        (_random, _decoyPercent) = (random, decoyPercent);
        _grammar = new NoticeGrammar(random.Fork());
        _writer = new NoticeUnitWriter();
        _length = random.Between(800, 3600);
    }

    /// <summary>A notice of 800 to about 4,000 characters.</summary>
    public static BaseNotice Write(string id, SeededRandom random, int decoyPercent) => new SyntheticNotices(random, decoyPercent).Write(id);

    private BaseNotice Write(string id)
    {
        var organ = _grammar.Expand("{province}{organ}");
        var (genre, issuedGenre, topic) = (_grammar.Say("genre"), _grammar.Say("body"), _grammar.Say("topic"));
        _grammar.Bind("title-genre", issuedGenre);
        var issued = $"{_grammar.Say("province")}{topic}{issuedGenre}";
        _grammar.Bind("title", issued);
        var issues = _random.Percent(55);
        var (year, month, day) = (_random.Between(2008, 2022), _random.Between(1, 12), _random.Between(1, 28));
        _contradicts = _random.Percent(10);
        WriteHead(organ, issues ? $"{organ}关于印发{issued}的通知" : $"{organ}关于进一步做好{topic}工作的{genre}", (year, month, day));
        var foot = WrittenNumbers.Date(year, month, day, _random.Percent(40) ? _random.Pick(['○', '〇', '零']) : null);
        if (issues)
        {
            _writer.Add(CleanUnitKind.Preamble, _grammar.Say("issuing"));
            WriteFoot(organ, foot);
            WriteIssued(issued);
        }
        else
        {
            _writer.Add(CleanUnitKind.Preamble, _grammar.Say("preamble"));
            Body().Write(_length);
            if (_random.Percent(60)) _writer.Add(CleanUnitKind.Paragraph, _grammar.Say("closing"));
            WriteFootAndAttachments(organ, foot, issued);
        }

        return new BaseNotice(id, _writer.Units, NoticeDecoys.Plant(_writer.Units, _random.Fork(), _decoyPercent))
        {
            DatesContradict = _contradicts && _writer.Units.Any(unit => unit.Kind == CleanUnitKind.PublishedDate)
                && _writer.Units.Any(unit => unit.Kind == CleanUnitKind.Date),
        };
    }

    private void WriteHead(string organ, string title, (int Year, int Month, int Day) date)
    {
        _writer.Add(CleanUnitKind.Title, title);
        if (_random.Percent(55)) _writer.Add(CleanUnitKind.DocumentNumber, $"{organ[..1]}政发〔{date.Year}〕{_random.Between(1, 180)}号");
        var (year, day) = _contradicts ? (date.Year - 1, date.Day) : (date.Year, Math.Min(28, date.Day + 2));
        if (_random.Percent(45))
            _writer.Add(CleanUnitKind.PublishedDate, $"{_random.Pick(["发布日期", "发布日期", "发布时间"])}{_random.Pick([":", "："])}{year}-{date.Month:00}-{day:00}");
        if (_random.Percent(85)) _writer.Add(CleanUnitKind.Addressees, _grammar.Say("addressees"));
    }

    private void WriteFoot(string organ, string date)
    {
        if (_random.Percent(75)) _writer.Add(CleanUnitKind.Signature, organ);
        if (_random.Percent(85)) _writer.Add(CleanUnitKind.Date, date);
    }

    private void WriteFootAndAttachments(string organ, string foot, string issued)
    {
        var count = _random.Next(100) switch { < 20 => 1, < 28 => 2, _ => 0 };
        string[] titles = [issued, $"{issued[..3]}{_grammar.Say("heading")}{_grammar.Say("body")}"];
        if (count == 1) _writer.Add(CleanUnitKind.Attachment, $"附件：{titles[0]}");
        for (var n = 1; count > 1 && n <= count; n++) _writer.Add(CleanUnitKind.Attachment, $"{(n == 1 ? "附件：" : "")}{n}.{titles[n - 1]}");
        WriteFoot(organ, foot);
        for (var n = 1; n <= count; n++) WriteIssued(titles[n - 1], count > 1 ? $"附件{n}" : "附件", count);
    }

    private void WriteIssued(string title, string label = "附件", int count = 1)
    {
        _writer.NextPart();
        if (count > 1 || _random.Percent(20)) _writer.Add(CleanUnitKind.Attachment, label);
        _writer.Add(CleanUnitKind.Title, title);
        var left = Math.Max(400, (_length - _writer.Length) / count);
        if (_random.Percent(40))
        {
            new RegulationBody(_random.Fork(), _grammar, _writer).Write(left);
            return;
        }

        if (_random.Percent(60)) _writer.Add(CleanUnitKind.Paragraph, _grammar.Say("basis-paragraph"));
        Body().Write(left);
    }

    private NoticeBody Body() => new(_random.Fork(), _grammar, _writer);
}

/// <summary>Takes down units in order, with the path that their marks give.</summary>
internal sealed class NoticeUnitWriter
{
    private readonly List<NoticeUnit> _units = [];
    private readonly List<string> _path = [];
    private int _part;

    public List<NoticeUnit> Units => _units;

    public int Length { get; private set; }

    public void NextPart()
    {
        _part++;
        _path.Clear();
    }

    /// <summary>A unit without a mark: part of the head or foot, or a paragraph under the last mark that is still open.</summary>
    public void Add(CleanUnitKind kind, string text, bool underLastMark = false)
    {
        if (!underLastMark) _path.Clear();
        Take(new NoticeUnit(kind, null, [.. _path], SentencesOf(text), _part));
    }

    /// <summary>A unit with a mark, so many levels deep.</summary>
    public void AddNumbered(CleanUnitKind kind, int level, string mark, string text, bool runsIn = false)
    {
        _path.RemoveRange(Math.Min(level - 1, _path.Count), _path.Count - Math.Min(level - 1, _path.Count));
        _path.Add(mark.Trim());
        Take(new NoticeUnit(kind, mark.Trim(), [.. _path], SentencesOf(mark + text), _part) { RunsIn = runsIn });
    }

    private void Take(NoticeUnit unit)
    {
        _units.Add(unit);
        Length += unit.Sentences.Sum(sentence => sentence.Length);
    }

    /// <summary>The sentences of a text: each ends with its full stop and what closes behind it.</summary>
    public static IReadOnlyList<string> SentencesOf(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('。' or '！' or '？')) continue;
            while (i + 1 < text.Length && text[i + 1] is '”' or '）' or '》') i++;
            sentences.Add(text[start..(i + 1)]);
            start = i + 1;
        }

        if (start < text.Length) sentences.Add(text[start..]);
        return sentences;
    }
}
