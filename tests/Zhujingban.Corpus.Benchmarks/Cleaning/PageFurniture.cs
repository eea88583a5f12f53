namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>What a web page says around a notice: lines before it, behind it, and between its pieces.</summary>
internal sealed class PageFurniture(SeededRandom random, BaseNotice notice)
{
    private static readonly (string Place, string Text)[] Lines =
        [.. CleaningResources.Lines("page-furniture.txt").Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    private readonly Dictionary<int, List<string>> _after = [];

    public List<string> Top { get; private set; } = [];

    public List<string> Bottom { get; private set; } = [];

    /// <summary>True when nothing but its own words parts it from the notice.</summary>
    public bool Glued { get; private set; }

    /// <summary>Chooses the lines.</summary>
    public void Spread(int pieces)
    {
        Glued = random.Percent(12);
        if (random.Percent(70)) Top = Draw("top", random.Between(1, 3));
        if (random.Percent(80)) Bottom = Draw("bottom", random.Between(1, 4));
        if (random.Percent(25) && pieces > 1) _after[random.Next(pieces - 1)] = Top;
        for (var n = random.Percent(50) ? random.Between(1, 3) : 0; n > 0 && pieces > 1; n--)
            _after[random.Next(pieces - 1)] = Draw("middle", 1);
    }

    public IReadOnlyList<string> After(int piece) => _after.TryGetValue(piece, out var lines) ? lines : [];

    private List<string> Draw(string place, int count)
    {
        var fitting = Lines.Where(line => line.Place == place).Select(line => line.Text).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => random.Pick(fitting)).Distinct().Select(Filled)];
    }

    private string Filled(string line) => line
        .Replace("{date}", $"{random.Between(2009, 2022)}-{random.Between(1, 12):00}-{random.Between(1, 28):00}")
        .Replace("{year}", $"{random.Between(2009, 2022)}")
        .Replace("{count}", $"{random.Between(100, 99999)}")
        .Replace("{editor}", random.Pick(["张磊", "李娜", "王小明", "admin", "陈静"]))
        .Replace("{title}", notice.Sentences[0].Text)
        .Replace("{place}", random.Pick(NoticeGrammar.Alternatives("place")));
}
