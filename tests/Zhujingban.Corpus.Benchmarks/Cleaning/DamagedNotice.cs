namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>How badly a notice is damaged; each tier has the damages of those before it.</summary>
internal enum DamageTier
{
    /// <summary>Repeated heads and windows, interleaved streams, lost line breaks.</summary>
    Exact,

    /// <summary>Other brackets, widths, zeros and dates in a copy; typos.</summary>
    Near,

    /// <summary>Units, heads and tails that stand nowhere; texts that break off.</summary>
    Gapped,

    /// <summary>Decoys, what the web page says around the notice, misplaced line breaks.</summary>
    Adversarial,
}

/// <summary>A part of a sentence that was written out: offsets in the sentence.</summary>
internal readonly record struct Fragment(int Sentence, int Start, int End);

/// <summary>What a scraper wrote out in one go.</summary>
/// <param name="Stream">The stream it is a part of; copies of a later stream are the ones that are written differently.</param>
/// <param name="Fragments">Its sentences, whole or cut.</param>
internal sealed record Piece(int Stream, List<Fragment> Fragments)
{
    /// <summary>True when a line break stands behind it in any case.</summary>
    public bool EndsLine { get; init; }
}

/// <summary>A damaged notice with its truth: where each code unit comes from, as it was written out.</summary>
internal sealed class DamagedNotice
{
    /// <summary>In place of a sentence: what the page says around the notice.</summary>
    public const int Furniture = -1;

    /// <summary>In place of a sentence: line breaks and indents.</summary>
    public const int White = -2;

    public required BaseNotice Notice { get; init; }

    public required string Text { get; init; }

    /// <summary>The sentence of each code unit, <see cref="Furniture"/> or <see cref="White"/>.</summary>
    public required IReadOnlyList<int> Sentence { get; init; }

    /// <summary>Each code unit's offset in the sentence.</summary>
    public required IReadOnlyList<int> Offset { get; init; }

    /// <summary>The number of the piece that each code unit was written in.</summary>
    public required IReadOnlyList<int> Piece { get; init; }

    /// <summary>The code units that are typos, where another copy may have the right character.</summary>
    public required IReadOnlySet<int> Typos { get; init; }

    /// <summary>The damages that this notice got, for a person.</summary>
    public required IReadOnlyList<string> Damages { get; init; }

    public string Id => Notice.Id;
}

/// <summary>Writes a damaged text and, with each code unit, where it comes from.</summary>
internal sealed class DamagedTextWriter
{
    private readonly List<char> _text = [];
    private readonly List<int> _sentence = [];
    private readonly List<int> _offset = [];
    private readonly List<int> _piece = [];
    private readonly HashSet<int> _typos = [];

    public bool AtLineStart => _text.Count == 0 || _text[^1] == '\n';

    /// <summary>The number of the piece that is being written.</summary>
    public int Piece { get; set; }

    public void Write(char c, int sentence, int offset, bool isTypo = false)
    {
        if (isTypo) _typos.Add(_text.Count);
        _text.Add(c);
        _sentence.Add(sentence);
        _offset.Add(offset);
        _piece.Add(Piece);
    }

    public void Write(string text, int sentence)
    {
        foreach (var c in text) Write(c, sentence is DamagedNotice.Furniture && c is '\n' or '\r' ? DamagedNotice.White : sentence, 0);
    }

    public DamagedNotice Build(BaseNotice notice, IReadOnlyList<string> damages) => new()
    {
        Notice = notice, Text = new string([.. _text]), Sentence = _sentence, Offset = _offset, Piece = _piece, Typos = _typos, Damages = damages,
    };
}
