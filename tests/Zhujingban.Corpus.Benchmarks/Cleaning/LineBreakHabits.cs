namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>What a page does to line breaks: loses them, keeps some, puts them in mid-sentence, indents.</summary>
internal sealed class LineBreakHabits
{
    private readonly SeededRandom _random;
    private readonly int _kept;
    private readonly int _afterPiece;
    private readonly int _width;
    private readonly int _stray;
    private readonly string _break;
    private readonly string _indent;
    private int _column;

    public LineBreakHabits(SeededRandom random, DamageTier tier)
    {
        _random = random;
        _kept = random.Pick([0, 0, 0, 50, 100]);
        _afterPiece = random.Pick([0, 50, 100]);
        var misplaced = tier == DamageTier.Adversarial ? random.Next(100) : 100;
        _width = misplaced < 20 ? random.Between(28, 60) : 0;
        _stray = misplaced is >= 20 and < 60 ? random.Between(1, 6) : 0;
        _break = (tier >= DamageTier.Near && random.Percent(12) ? "\r\n" : "\n") + (tier >= DamageTier.Near && random.Percent(10) ? "\n" : "");
        _indent = tier >= DamageTier.Near && random.Percent(20) ? "　　" : "";
    }

    public bool KeepsAny => _kept > 0;

    /// <summary>The habits, for a person.</summary>
    public IEnumerable<string> Names =>
        [$"breaks kept {_kept} %", .. _width > 0 ? [$"wrapped at {_width}"] : Array.Empty<string>(), .. _stray > 0 ? ["stray breaks"] : Array.Empty<string>()];

    public bool Keeps() => _random.Percent(_kept);

    public bool AfterPiece() => _random.Percent(_afterPiece);

    /// <summary>A line break where one belongs.</summary>
    public void Break(DamagedTextWriter writer)
    {
        if (writer.AtLineStart) return;
        writer.Write(_break + _indent, DamagedNotice.White);
        _column = 0;
    }

    /// <summary>Before a character: a break that belongs nowhere.</summary>
    public void Before(DamagedTextWriter writer)
    {
        _column++;
        if (writer.AtLineStart || (_width > 0 ? _column <= _width : _stray == 0 || _random.Next(1000) >= _stray)) return;
        writer.Write(_break, DamagedNotice.White);
        _column = 0;
    }
}
