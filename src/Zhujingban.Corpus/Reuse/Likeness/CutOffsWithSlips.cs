using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Finds the pieces that are the beginning or the end of another one, as <see cref="CutOffs"/> does, though slips of the pen stand in one of them. A few
/// letters in a row that both have at the uncut end make two pieces candidates; so the time is proportional to the number of pieces.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="pieces">Its pieces.</param>
/// <param name="likenesses">What each one is like: first ones may become cut off.</param>
/// <param name="one">A reading to fill.</param>
/// <param name="two">Another one.</param>
internal sealed class CutOffsWithSlips(string text, TextSpan[] pieces, Likeness[] likenesses, PieceReading one, PieceReading two)
{
    /// <summary>Of shorter parts one letter is too much.</summary>
    private const int Shortest = 14;

    /// <summary>So many letters in a row are the same, at the uncut end or right behind as many.</summary>
    private const int KeyLength = 5;
    private const int KeysOfPiece = 4;

    private const int MostOfKey = 4;

    /// <summary>A notice has a few hundred; of a text with more, what comes first is looked for.</summary>
    private const int MostKeys = 100_000;

    private readonly PieceReading _whole = one;
    private readonly PieceReading _part = two;
    private readonly EditScript _script = new();
    private readonly Dictionary<ulong, List<int>> _parts = [];

    /// <summary>The pieces that may be whole, and for each of them its keys: they are asked for when all parts are known.</summary>
    private readonly List<int> _wholes = [];
    private readonly List<ulong> _keys = [];
    private int _read = -1;

    /// <summary>Takes down a piece that may be cut off: a head does not end like a sentence, a tail has no mark.</summary>
    public void Add(int at, PieceReading reading)
    {
        if (reading.Letters.Length < Shortest) return;
        Span<ulong> keys = stackalloc ulong[KeysOfPiece];
        for (var key = 0; key < KeysOfPiece; key++) keys[key] = KeyOf(reading.Letters, key);
        if (reading.Letters.Length > Shortest && pieces[at].Length > Shortest)
        {
            _wholes.Add(at);
            _keys.AddRange(keys);
        }

        if (_parts.Count > MostKeys) return;
        for (var key = 0; key < KeysOfPiece; key++)
        {
            if (IsHead(key) ? !reading.IsClosed : reading.MarkLength == 0) Add(at, keys[key]);
        }
    }

    /// <summary>Finds the pieces that are cut off, of those that have been added and that are like no other.</summary>
    public void Find()
    {
        if (_parts.Count == 0) return;
        for (var i = 0; i < _wholes.Count; i++)
        {
            for (var key = 0; key < KeysOfPiece; key++)
            {
                if (_parts.TryGetValue(_keys[(KeysOfPiece * i) + key], out var parts)) Find(_wholes[i], parts, IsHead(key));
            }
        }
    }

    private void Add(int at, ulong key)
    {
        if (!_parts.TryGetValue(key, out var parts)) _parts[key] = parts = [];
        if (parts.Count < MostOfKey) parts.Add(at);
    }

    /// <summary>The keys of a piece are two of its head, two of its tail, by turns.</summary>
    private static bool IsHead(int key) => key % 2 == 0;

    private static ulong KeyOf(ReadOnlySpan<char> letters, int key)
    {
        var hash = PieceReading.Step(PieceReading.Seed, (char)key);
        var start = IsHead(key) ? key / 2 * KeyLength : letters.Length - (((key / 2) + 1) * KeyLength);
        foreach (var letter in letters.Slice(start, KeyLength)) hash = PieceReading.Step(hash, letter);
        return hash;
    }

    private void Find(int whole, List<int> parts, bool isHead)
    {
        foreach (var part in parts)
        {
            if (part == whole || likenesses[part].Kind != LikenessKind.First || likenesses[whole].Kind != LikenessKind.First) continue;
            if (_read != whole) _whole.Read(text, pieces[_read = whole]);
            _part.Read(text, pieces[part]);
            if (Similarity(isHead) is not { } similarity || (!isHead && GoesOn(part))) continue;
            likenesses[part] = new Likeness(LikenessKind.CutOff, whole, similarity, isHead ? LikenessReasons.TailCutOff : LikenessReasons.HeadCutOff);
        }
    }

    private bool GoesOn(int tail)
    {
        var beginning = _whole.Letters[_whole.MarkLength..Math.Max(_whole.MarkLength, _whole.Letters.Length - _part.Letters.Length)];
        return tail > 0 && BrokenLines.GoesOn(text.AsSpan(pieces[tail - 1].Start, pieces[tail - 1].Length), beginning);
    }

    /// <summary>How much of the whole the part is, less what slips it has; null when it is none.</summary>
    private double? Similarity(bool isHead)
    {
        var length = _part.Letters.Length;
        var bound = PieceComparison.MostEdits(length);
        var best = (Edits: bound + 1, Similarity: (double?)null);
        foreach (var more in (ReadOnlySpan<int>)[0, -1, 1])
        {
            if (Compare(length + more, isHead, bound) is { } edits && edits < best.Edits) best = (edits, (length - edits) / (double)_whole.Letters.Length);
        }

        return best.Similarity;
    }

    /// <summary>The slips between the part and so many letters of the whole; null where it is cut at a clause, or what differs is no slip.</summary>
    private int? Compare(int count, bool isHead, int bound)
    {
        var letters = _whole.Letters;
        if (count >= letters.Length - 1) return null;
        var start = isHead ? 0 : letters.Length - count;
        var (before, behind) = isHead ? (_whole.Kinds[count - 1], _whole.Kinds[count]) : (_whole.Kinds[start - 1], _whole.Kinds[start]);
        if ((behind & LetterKinds.Border) != 0 || (before & behind & LetterKinds.Number) != 0) return null;
        var edits = _script.Find(_part.Letters, letters.Slice(start, count), bound);
        if (edits > bound) return null;
        // What the part has and the whole lacks would be lost with the part; and at the cut itself a slip would be the cut at a clause in disguise.
        var cut = isHead ? _part.Letters.Length : 0;
        if (_script.Hunks.Exists(hunk => hunk.LeftLength > hunk.RightLength || (isHead ? hunk.LeftEnd == cut : hunk.LeftStart == cut))) return null;
        var hunks = _script.Hunks.ConvertAll(hunk => hunk with { RightStart = hunk.RightStart + start, RightEnd = hunk.RightEnd + start });
        return SlipOfThePen.Reason(_part, _whole, hunks) is null ? null : edits;
    }
}
