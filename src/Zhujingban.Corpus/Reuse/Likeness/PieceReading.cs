using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// A piece as it is compared: its letters without punctuation, with its mark, its numbers and dates in one form. One reading is filled again and
/// again; nothing is kept for a piece but its hash and its fingerprints.
/// </summary>
internal sealed class PieceReading
{
    /// <summary>Stands before the kind and the value of a mark.</summary>
    public const char MarkSign = '\u0002';

    private const char NoteSign = '\u0003';
    private const char Both = '两';
    private const string Attached = "附件";

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private char[] _folded = new char[256];
    private char[] _letters = new char[256];
    private LetterKinds[] _kinds = new LetterKinds[256];
    private int _foldedLength;
    private int _length;
    private LetterKinds _next;

    /// <summary>The letters and numbers.</summary>
    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, _length);

    /// <summary>What is known of each letter.</summary>
    public ReadOnlySpan<LetterKinds> Kinds => _kinds.AsSpan(0, _length);

    /// <summary>The piece behind its mark, folded, with its punctuation.</summary>
    public ReadOnlySpan<char> Folded => _folded.AsSpan(0, _foldedLength);

    /// <summary>The places of the numbers in <see cref="Folded"/>.</summary>
    public List<NumberToken> Numbers { get; } = [];

    /// <summary>How many of the letters are the mark.</summary>
    public int MarkLength { get; private set; }

    /// <summary>True when punctuation stands behind the last letter.</summary>
    public bool IsClosed => (_next & LetterKinds.Border) != 0;

    /// <summary>True when it holds two letters that are no number.</summary>
    public bool HasWords
    {
        get
        {
            var words = 0;
            foreach (var kind in Kinds) words += (kind & LetterKinds.Number) == 0 ? 1 : 0;
            return words > 1;
        }
    }

    /// <summary>Reads a piece.</summary>
    public void Read(string text, TextSpan piece)
    {
        (_length, MarkLength) = (0, 0);
        _next = LetterKinds.Border;
        Numbers.Clear();
        var body = ReadMark(text, piece);
        _foldedLength = ComparisonFolding.Fold(text.AsSpan(body, piece.End - body), ref _folded);
        // 附件：某省办法 says what is attached, 附件某省办法 stands over it.
        if (Folded.StartsWith(Attached) && Folded[Attached.Length..].TrimStart("0123456789") is [':', ..]) Add(NoteSign, LetterKinds.Number);
        ReadBody();
        if (_length == 0)
        {
            // Nothing but punctuation: that is what it is.
            foreach (var c in Folded) Add(c, LetterKinds.Number);
        }
    }

    /// <summary>The hash of the first letters.</summary>
    public ulong Hash(int length)
    {
        var hash = Seed;
        foreach (var c in Letters[..length]) hash = Step(hash, c);
        return hash;
    }

    /// <summary>The hash of those letters of a range that no slip of the pen changes: of marks, numbers and signs.</summary>
    public ulong HashOfNumbers(int start, int end)
    {
        var hash = Seed;
        for (var i = start; i < end; i++)
        {
            if ((_kinds[i] & LetterKinds.Number) != 0) hash = Step(hash, _letters[i]);
        }

        return hash;
    }

    /// <summary>The hash of no letters.</summary>
    public static ulong Seed => Offset;

    /// <summary>The hash with one letter more.</summary>
    public static ulong Step(ulong hash, char c)
    {
        hash = (hash ^ c) * Prime;
        return hash ^ (hash >> 29);
    }

    private int ReadMark(string text, TextSpan piece)
    {
        var start = piece.Start;
        while (start < piece.End && char.IsWhiteSpace(text[start])) start++;
        if (!PieceMarks.TryRead(text.AsSpan(0, piece.End), start, out var mark)) return piece.Start;
        Add(MarkSign, LetterKinds.Number);
        Add((char)('a' + mark.Kind), LetterKinds.Number);
        AddDigits(mark.Value);
        if (mark.Branch > 0)
        {
            Add('-', LetterKinds.Number);
            AddDigits(mark.Branch);
        }

        MarkLength = _length;
        _next = LetterKinds.Border;
        return mark.Span.End;
    }

    private void ReadBody()
    {
        for (var at = 0; at < _foldedLength;)
        {
            var c = _folded[at];
            switch (CharacterKinds.Of(c))
            {
                case CharacterKind.Letter:
                    Add(c, LetterKinds.None);
                    at++;
                    break;
                case CharacterKind.Strict:
                    Add(c, LetterKinds.Number);
                    at++;
                    break;
                case CharacterKind.Numeral when IsLetter(at):
                    Add(c, LetterKinds.None);
                    at++;
                    break;
                case CharacterKind.Numeral:
                    at = ReadNumber(at);
                    break;
                default:
                    if (JoinsNumbers(at)) Add(c, LetterKinds.Number);
                    else _next = LetterKinds.Border;
                    at++;
                    break;
            }
        }
    }

    /// <summary>两 counts nothing before what is never counted with it: in 两先 it is a slip of the pen.</summary>
    private bool IsLetter(int at) => _folded[at] == Both && at + 1 < _foldedLength && CharacterKinds.Of(_folded[at + 1]) == CharacterKind.Letter
        && (Numbers.Count == 0 || Numbers[^1].End < at) && double.IsNegativeInfinity(CharacterPairs.Instance.Affinity(Both, _folded[at + 1]));

    private int ReadNumber(int at)
    {
        var number = ReadingNumbers.Read(Folded, at);
        Numbers.Add(new NumberToken(at, number.End, number.IsDate));
        foreach (var digit in number.Text) Add(digit, LetterKinds.Number);
        if (number.Text.Length == 0)
        {
            Add(ReadingNumbers.Sign, LetterKinds.Number);
            for (var i = at; i < number.End; i++) Add(_folded[i], LetterKinds.Number);
        }

        return number.End;
    }

    /// <summary>1-3, 1~3, 10:30, 1/3: the sign is a part of what the numbers say.</summary>
    private bool JoinsNumbers(int at) => _folded[at] is '-' or '~' or '.' or ':' or '/'
        && Numbers.Count > 0 && Numbers[^1].End == at && at + 1 < _foldedLength && ReadingNumbers.CanBegin(_folded[at + 1]);

    private void AddDigits(int value)
    {
        Span<char> digits = stackalloc char[11];
        value.TryFormat(digits, out var count);
        foreach (var digit in digits[..count]) Add(digit, LetterKinds.Number);
    }

    private void Add(char c, LetterKinds kind)
    {
        if (_length == _letters.Length) Grow();
        _letters[_length] = c;
        _kinds[_length++] = kind | _next;
        _next = LetterKinds.None;
    }

    private void Grow()
    {
        Array.Resize(ref _letters, Math.Max(_length + (_length / 4) + 16, _foldedLength));
        Array.Resize(ref _kinds, _letters.Length);
    }
}
