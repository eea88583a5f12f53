namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// What a damaged notice is, from what the generator took down: which characters of which sentence stand how often. Sentences of
/// the same words are one class: which of their copies is whose does not matter.
/// </summary>
internal sealed class NoticeTruth
{
    private readonly Dictionary<(int Class, int Offset), HashSet<string>> _written = [];
    private readonly Dictionary<(int Class, int Offset), List<int>> _copies = [];
    private readonly bool[][] _survives;

    public NoticeTruth(DamagedNotice damaged)
    {
        Damaged = damaged;
        var classes = new Dictionary<string, int>();
        ClassOf = [.. damaged.Notice.Sentences.Select(sentence => classes.TryAdd(sentence.Text, classes.Count) ? classes.Count - 1 : classes[sentence.Text])];
        SentencesOfClass = damaged.Notice.Sentences.GroupBy(sentence => ClassOf[sentence.Id])
            .ToDictionary(group => group.Key, group => group.Select(sentence => sentence.Id).ToList());
        _survives = [.. damaged.Notice.Sentences.Select(sentence => new bool[sentence.Text.Length])];
        TakeCopies();
        Marks = new MarkTruth(damaged.Notice, MarkSurvives, Survives);
        Passages = PassageTruth.Of(this);
    }

    public DamagedNotice Damaged { get; }

    public BaseNotice Notice => Damaged.Notice;

    public IReadOnlyList<int> ClassOf { get; }

    public IReadOnlyDictionary<int, List<int>> SentencesOfClass { get; }

    /// <summary>What numbering tells of what is lost.</summary>
    public MarkTruth Marks { get; }

    /// <summary>What the text does not decide.</summary>
    public PassageTruth Passages { get; }

    /// <summary>Every place of the notice that stands somewhere, with the first code unit of each copy.</summary>
    public IReadOnlyDictionary<(int Class, int Offset), List<int>> Copies => _copies;

    /// <summary>How often a place should be kept: once for each sentence of its words that survives there.</summary>
    public int Due((int Class, int Offset) place) => SentencesOfClass[place.Class].Count(sentence => _survives[sentence][place.Offset]);

    public bool Survives(int sentence, int offset) => _survives[sentence][offset];

    /// <summary>True when some of a unit stands somewhere.</summary>
    public bool Survives(int unit) => Notice.SentencesOf(unit).Any(sentence => _survives[sentence.Id].Contains(true));

    /// <summary>True when a unit's mark stands somewhere, whole.</summary>
    public bool MarkSurvives(int unit) =>
        Notice.Units[unit].Num is { } num && Enumerable.Range(0, num.Length).All(offset => _survives[Notice.FirstSentence[unit]][offset]);

    /// <summary>What may stand for each surviving character of some units, in their order: what any copy wrote.</summary>
    public List<HashSet<string>> Wordings(IEnumerable<int> units, Func<int, int, bool>? leftOut = null) =>
    [
        .. from unit in units
           from sentence in Notice.SentencesOf(unit)
           from offset in Enumerable.Range(0, sentence.Text.Length)
           where _survives[sentence.Id][offset] && leftOut?.Invoke(sentence.Id, offset) != true
           select _written[(ClassOf[sentence.Id], offset)],
    ];

    private void TakeCopies()
    {
        var (last, lastPiece) = (-1, -1);
        for (var i = 0; i < Damaged.Text.Length;)
        {
            var (sentence, offset) = (Damaged.Sentence[i], Damaged.Offset[i]);
            var start = i++;
            if (sentence < 0) continue;
            var text = Damaged.Text[start].ToString();
            for (; i < Damaged.Text.Length; i++)
            {
                if (Damaged.Sentence[i] == DamagedNotice.White) continue;
                if (Damaged.Sentence[i] != sentence || Damaged.Offset[i] != offset || Damaged.Piece[i] != Damaged.Piece[start]) break;
                text += Damaged.Text[i];
            }

            _survives[sentence][offset] = true;
            Take(sentence, offset, text).Add(start);
            if (last >= 0 && lastPiece == Damaged.Piece[start] && Damaged.Sentence[last] == sentence)
            {
                for (var skipped = Damaged.Offset[last] + 1; skipped < offset; skipped++) Take(sentence, skipped, "");
            }

            (last, lastPiece) = (start, Damaged.Piece[start]);
        }
    }

    private List<int> Take(int sentence, int offset, string text)
    {
        var place = (ClassOf[sentence], offset);
        if (!_written.TryGetValue(place, out var wordings)) _written[place] = wordings = [];
        wordings.Add(text);
        if (!_copies.TryGetValue(place, out var copies)) _copies[place] = copies = [];
        return copies;
    }
}
