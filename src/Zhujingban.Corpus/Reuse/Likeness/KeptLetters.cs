namespace Zhujingban.Corpus.Reuse;

/// <summary>What has been read of a piece.</summary>
/// <param name="piece">The piece.</param>
/// <param name="letters">Its letters and numbers.</param>
/// <param name="kinds">What is known of each.</param>
/// <param name="markLength">How many of them are the mark.</param>
internal readonly ref struct PieceLetters(int piece, ReadOnlySpan<char> letters, ReadOnlySpan<LetterKinds> kinds, int markLength)
{
    /// <summary>The piece.</summary>
    public int Piece { get; } = piece;

    /// <summary>Its letters and numbers.</summary>
    public ReadOnlySpan<char> Letters { get; } = letters;

    /// <summary>What is known of each of them.</summary>
    public ReadOnlySpan<LetterKinds> Kinds { get; } = kinds;

    /// <summary>How many of them are the mark.</summary>
    public int MarkLength { get; } = markLength;
}

/// <summary>
/// The letters of pieces, which are read once and asked for when all are known. To keep those of an endless text would take more room than
/// the text: of what comes late only the number of the piece is kept, and it is read again.
/// </summary>
/// <param name="read">Reads a piece again.</param>
internal sealed class KeptLetters(Func<int, PieceReading> read)
{
    /// <summary>As many letters as a long notice has.</summary>
    private const int MostLetters = 1 << 16;

    private readonly List<(int Piece, int Start, int Length, int MarkLength)> _pieces = [];
    private char[] _letters = new char[2048];
    private LetterKinds[] _kinds = new LetterKinds[2048];
    private int _length;

    /// <summary>How many pieces there are.</summary>
    public int Count => _pieces.Count;

    /// <summary>The letters of one of them, in the order in which they were added. They are gone when the next one is asked for.</summary>
    public PieceLetters this[int index]
    {
        get
        {
            var (piece, start, length, markLength) = _pieces[index];
            if (start >= 0) return new PieceLetters(piece, _letters.AsSpan(start, length), _kinds.AsSpan(start, length), markLength);
            var again = read(piece);
            return new PieceLetters(piece, again.Letters, again.Kinds, again.MarkLength);
        }
    }

    /// <summary>Adds a piece.</summary>
    public void Add(int piece, PieceReading reading)
    {
        var (start, length) = (_length, reading.Letters.Length);
        if (length > MostLetters - start)
        {
            _pieces.Add((piece, -1, 0, 0));
            return;
        }

        while (start + length > _letters.Length)
        {
            Array.Resize(ref _letters, _letters.Length * 2);
            Array.Resize(ref _kinds, _letters.Length);
        }

        reading.Letters.CopyTo(_letters.AsSpan(start));
        reading.Kinds.CopyTo(_kinds.AsSpan(start));
        _length = start + length;
        _pieces.Add((piece, start, length, reading.MarkLength));
    }
}
