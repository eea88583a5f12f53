using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Finds the pieces that are the beginning or the end of another one, cut inside a clause: where punctuation stands at the cut, a whole clause
/// that is repeated elsewhere looks the same, and containment alone says nothing; but what begins or ends with a comma is cut off there, and so is what ends
/// with nothing and is too long for a heading. A piece that lacks only the mark in front is cut off too.
/// The hash of every beginning and of every end of a piece is looked up among the hashes of whole pieces, which is linear.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="pieces">Its pieces.</param>
/// <param name="likenesses">What each one is like: equal and near ones are decided when it is asked for, first ones may become cut off.</param>
/// <param name="one">A reading to fill.</param>
/// <param name="two">Another one.</param>
internal sealed class CutOffs(string text, TextSpan[] pieces, Likeness[] likenesses, PieceReading one, PieceReading two)
{
    private const int Shortest = 8;

    /// <summary>So many letters without a full stop are no heading that a sentence begins with.</summary>
    private const int ShortestUnended = 20;

    /// <summary>不, 不得, 一律不.</summary>
    private const int LongestNegation = 3;

    private readonly PieceReading _part = two;
    private readonly KeptLetters _wholes = new(piece =>
    {
        one.Read(text, pieces[piece]);
        return one;
    });

    private readonly HashTable _heads = new();
    private readonly HashTable _tails = new();
    private HashSieve _mayBeHead = new(0);
    private HashSieve _mayBeTail = new(0);
    private readonly CutOffsWithSlips _withSlips = new(text, pieces, likenesses, one, two);

    /// <summary>Finds the pieces that are cut off, of those that have been added.</summary>
    public void Find()
    {
        if (_heads.Count + _tails.Count == 0) return;
        (_mayBeHead, _mayBeTail) = (_heads.Sieve(), _tails.Sieve());
        FindExact();
        _withSlips.Find();
        for (var at = 0; at < pieces.Length; at++) Follow(at);
    }

    private void FindExact()
    {
        for (var i = 0; i < _wholes.Count; i++)
        {
            var whole = _wholes[i];
            FindHeads(whole);
            FindTails(whole);
        }
    }

    /// <summary>Takes down a piece that may be cut off from another: a head ends with a letter, a comma or nothing that ends a sentence, a tail has no mark.</summary>
    /// <param name="at">The piece, which nothing before it is like.</param>
    /// <param name="reading">Its reading.</param>
    public void Add(int at, PieceReading reading)
    {
        if (reading.Letters.Length < Shortest) return;
        _wholes.Add(at, reading);
        if (!reading.IsClosed || EndsOpen(at) || IsUnended(at)) _heads.FindOrAdd(reading.Hash(reading.Letters.Length), at);
        if (reading.MarkLength == 0) _tails.FindOrAdd(HashFromEnd(reading.Letters), at);
        _withSlips.Add(at, reading);
    }

    private void FindHeads(in PieceLetters whole)
    {
        var letters = whole.Letters;
        var hash = PieceReading.Seed;
        for (var i = 0; i + 1 < letters.Length && _heads.Count > 0; i++)
        {
            hash = PieceReading.Step(hash, letters[i]);
            if (i + 1 < Shortest || !_mayBeHead.MayHold((uint)hash) || _heads.Find(hash) is not (>= 0 and var part)) continue;
            if (MayBreakOff(part, whole, i + 1) && IsPart(part, whole.Piece, letters[..(i + 1)]))
                CutOff(part, whole, LikenessReasons.TailCutOff);
        }
    }

    /// <summary>True for a piece that may be the first letters of the whole, cut off: inside a clause, at a comma that it still has, or where it ends like no sentence.</summary>
    private bool MayBreakOff(int part, in PieceLetters whole, int length) => (whole.Kinds[length] & LetterKinds.Border) == 0 || EndsOpen(part)
        || (length - whole.MarkLength >= ShortestUnended && IsUnended(part));

    private void FindTails(in PieceLetters whole)
    {
        var letters = whole.Letters;
        var mark = whole.MarkLength;
        var hash = PieceReading.Seed;
        for (var i = letters.Length - 1; i > 0 && _tails.Count > 0; i--)
        {
            hash = PieceReading.Step(hash, letters[i]);
            if (letters.Length - i < Shortest || !_mayBeTail.MayHold((uint)hash) || _tails.Find(hash) is not (>= 0 and var part)) continue;
            if (((whole.Kinds[i] & LetterKinds.Border) == 0 || i == mark || BeginsOpen(part)) && !LacksNegation(whole, i) && !GoesOn(part, letters[mark..Math.Max(i, mark)]) && IsPart(part, whole.Piece, letters[i..]))
                CutOff(part, whole, i == mark ? LikenessReasons.MarkMissing : LikenessReasons.HeadCutOff);
        }
    }

    /// <summary>要以…为重点 is not what is left of 不要以…为重点.</summary>
    private static bool LacksNegation(in PieceLetters whole, int length)
    {
        var start = whole.MarkLength;
        return length > start && length - start <= LongestNegation && (ProtectedWords.IsNegation(whole.Letters[start]) || ProtectedWords.IsNegation(whole.Letters[length - 1]));
    }

    /// <summary>根据《…意见》（国发〔2015〕10号） ends like no sentence, and is too long for a heading.</summary>
    private bool IsUnended(int piece) => text[pieces[piece].End - 1] is not ('。' or '！' or '？' or '!' or '?' or '；' or ';' or '：' or ':' or '.');

    /// <summary>…信息报送机制， breaks off, though it does so between two clauses.</summary>
    private bool EndsOpen(int piece) => text[pieces[piece].End - 1] is '，' or ',' or '、';

    /// <summary>，不得截留资金。 is what is left of a sentence.</summary>
    private bool BeginsOpen(int piece) => text[pieces[piece].Start] is '，' or ',' or '、';

    private bool GoesOn(int tail, ReadOnlySpan<char> beginning) => tail > 0 && BrokenLines.GoesOn(text.AsSpan(pieces[tail - 1].Start, pieces[tail - 1].Length), beginning);

    private bool IsPart(int part, int whole, ReadOnlySpan<char> letters)
    {
        if (part == whole || likenesses[part].Kind != LikenessKind.First) return false;
        _part.Read(text, pieces[part]);
        return _part.Letters.SequenceEqual(letters);
    }

    private void CutOff(int part, in PieceLetters whole, string reason) =>
        likenesses[part] = new Likeness(LikenessKind.CutOff, whole.Piece, (double)_part.Letters.Length / whole.Letters.Length, reason);

    /// <summary>What is cut off from a piece that is itself cut off, or like one that is, is cut off from the whole.</summary>
    private void Follow(int at)
    {
        var (root, similarity, reason) = (at, 1.0, (string?)null);
        while (likenesses[root].Kind != LikenessKind.First)
        {
            var next = likenesses[root];
            similarity *= next.Similarity;
            if (next.Kind == LikenessKind.CutOff) reason = reason is null || reason == next.Reason ? next.Reason : LikenessReasons.BothCutOff;
            root = next.Of;
        }

        if (root != likenesses[at].Of && reason is not null) likenesses[at] = new Likeness(LikenessKind.CutOff, root, similarity, reason);
    }

    private static ulong HashFromEnd(ReadOnlySpan<char> letters)
    {
        var hash = PieceReading.Seed;
        for (var i = letters.Length - 1; i >= 0; i--) hash = PieceReading.Step(hash, letters[i]);
        return hash;
    }
}
