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

    /// <summary>Of an endless row of digits so many tell.</summary>
    private const int LongestNumber = 16;

    /// <summary>One letter at an end is a slip.</summary>
    private const int LeastCutOff = 2;

    private const int MostOfKey = 4;
    private const int NoPart = -1;

    /// <summary>A notice has a few hundred; of a text with more, what comes first is looked for.</summary>
    private const int MostKeys = 100_000;

    private readonly PieceReading _whole = one;
    private readonly PieceReading _part = two;
    private readonly EditScript _script = new();

    /// <summary>For each key its first part, each of which tells the next one: a list for every key would take more room than the text.</summary>
    private readonly HashTable _firsts = new();
    private readonly List<Part> _parts = [];

    /// <summary>The pieces that may be whole, and for each of them its keys: they are asked for when all parts are known.</summary>
    private readonly List<(int Piece, int Length)> _wholes = [];
    private readonly List<(ulong Hash, int First)> _keys = [];
    private readonly List<(int Part, bool IsHead)> _tried = [];
    private int _read = -1;

    /// <summary>Takes down a piece that may be cut off: a head does not end like a sentence, a tail has no mark.</summary>
    public void Add(int at, PieceReading reading)
    {
        if (reading.Letters.Length < Shortest) return;
        var mayBeWhole = reading.Letters.Length > Shortest && pieces[at].Length > Shortest;
        if (mayBeWhole) _wholes.Add((at, reading.Letters.Length));
        Span<ulong> keys = stackalloc ulong[KeysOfPiece];
        for (var key = 0; key < KeysOfPiece; key++) keys[key] = KeyOf(reading, key);
        _firsts.Fetch(keys);
        for (var key = 0; key < KeysOfPiece; key++)
        {
            var first = (IsHead(key) ? !reading.IsClosed : reading.MarkLength == 0) ? Add(new Part(at, reading.Letters.Length, NoPart), keys[key]) : NoPart;
            if (mayBeWhole) _keys.Add((keys[key], first));
        }
    }

    /// <summary>Finds the pieces that are cut off, of those that have been added and that are like no other.</summary>
    public void Find()
    {
        if (_parts.Count == 0) return;
        var sieve = _firsts.Sieve();
        for (var i = 0; i < _wholes.Count; i++)
        {
            _tried.Clear();
            for (var key = 0; key < KeysOfPiece; key++)
            {
                var (hash, first) = _keys[(KeysOfPiece * i) + key];
                if (first != NoPart || (sieve.MayHold((uint)hash) && (first = _firsts.Find(hash)) != HashTable.None)) Find(_wholes[i], first, IsHead(key));
            }
        }
    }

    /// <summary>Adds a part to those of its key, if there are not too many, and tells the first of them.</summary>
    private int Add(Part part, ulong key)
    {
        var isFull = _firsts.Count == MostKeys;
        var first = isFull ? _firsts.Find(key) : _firsts.FindOrAdd(key, _parts.Count);
        if (first == HashTable.None)
        {
            if (isFull) return NoPart;
            _parts.Add(part);
            return _parts.Count - 1;
        }

        var known = _parts[first];
        if (known.More == MostOfKey - 1) return first;
        // Behind the first: to go through all of them is to wait for memory for each.
        _parts.Add(part with { Next = known.Next });
        _parts[first] = known with { Next = _parts.Count - 1, More = known.More + 1 };
        return first;
    }

    /// <summary>The keys of a piece are two of its head, two of its tail, by turns.</summary>
    private static bool IsHead(int key) => key % 2 == 0;

    /// <summary>
    /// The letters at one place, with the mark or the numbers from the uncut end on, whole where the place is inside one: no slip makes another number.
    /// </summary>
    private static ulong KeyOf(PieceReading reading, int key)
    {
        var letters = reading.Letters;
        var start = IsHead(key) ? key / 2 * KeyLength : letters.Length - (((key / 2) + 1) * KeyLength);
        var numbers = IsHead(key) ? reading.HashOfNumbers(0, Math.Max(EndOfNumber(reading, start + KeyLength), reading.MarkLength)) : reading.HashOfNumbers(start + KeyLength, letters.Length);
        var hash = PieceReading.Step(numbers, (char)key);
        foreach (var letter in letters.Slice(start, KeyLength)) hash = PieceReading.Step(hash, letter);
        return hash;
    }

    private static int EndOfNumber(PieceReading reading, int place)
    {
        var kinds = reading.Kinds[..Math.Min(reading.Letters.Length, place + LongestNumber)];
        while (place < kinds.Length && (kinds[place] & kinds[place - 1] & LetterKinds.Number) != 0) place++;
        return place;
    }

    private void Find((int Piece, int Length) piece, int first, bool isHead)
    {
        var whole = piece.Piece;
        for (var next = first; next != NoPart; next = _parts[next].Next)
        {
            var (part, length, _, _) = _parts[next];
            if (length > piece.Length - LeastCutOff || likenesses[part].Kind != LikenessKind.First || likenesses[whole].Kind != LikenessKind.First || _tried.Contains((part, isHead))) continue;
            _tried.Add((part, isHead));
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
        // As many letters, or one more that the part has lost; what the part has and the whole lacks would be lost with it.
        for (var count = length; count <= length + 1; count++)
        {
            if (Compare(count, isHead, bound) is { } edits && edits < best.Edits) best = (edits, (length - edits) / (double)_whole.Letters.Length);
        }

        return best.Similarity;
    }

    /// <summary>The slips between the part and so many letters of the whole; null where it is cut at a clause, or what differs is no slip.</summary>
    private int? Compare(int count, bool isHead, int bound)
    {
        var letters = _whole.Letters;
        if (count > letters.Length - LeastCutOff) return null;
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

    /// <summary>A piece that may be cut off.</summary>
    /// <param name="Piece">The piece.</param>
    /// <param name="Length">How many letters it has.</param>
    /// <param name="Next">Another part of the same key.</param>
    /// <param name="More">For the first part of a key, how many others there are.</param>
    private readonly record struct Part(int Piece, int Length, int Next, int More = 0);
}
