using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>Sorts pieces into classes that say the same: equal ones by the hash of their readings, near ones by fingerprints.</summary>
/// <param name="text">The text.</param>
/// <param name="pieces">Its pieces.</param>
/// <param name="likenesses">Where to write what each one is like.</param>
/// <param name="one">A reading to fill.</param>
/// <param name="two">Another one.</param>
/// <param name="cutOffs">What is told of the first piece of each class.</param>
internal sealed class PieceClasses(
    string text, TextSpan[] pieces, Likeness[] likenesses, PieceReading one, PieceReading two, CutOffs cutOffs)
{
    /// <summary>So many pieces are compared with one, those that share most with it.</summary>
    private const int MostComparisons = 6;

    private readonly PieceComparison _comparison = new(text);
    private readonly FingerprintIndex _index = new();
    private readonly HashTable _firsts = new();

    /// <summary>The pieces that say at their end who answers for them, by what stands before it.</summary>
    private readonly HashTable _noted = new();
    private readonly PieceReading _piece = one;
    private readonly PieceReading _other = two;
    private readonly List<int> _candidates = [];
    private readonly List<(int Votes, int Piece)> _ranked = [];
    private readonly int[] _lengths = new int[pieces.Length];

    /// <summary>Finds the class of every piece.</summary>
    public void Find()
    {
        for (var at = 0; at < pieces.Length; at++)
        {
            _piece.Read(text, pieces[at]);
            likenesses[at] = Equal(at) ?? Near(at) ?? First(at);
            if (likenesses[at].Kind == LikenessKind.First) CutOffNote(at);
        }
    }

    private Likeness? Equal(int at)
    {
        var of = _firsts.FindOrAdd(_piece.Hash(_piece.Letters.Length), at);
        if (of == HashTable.None) return null;
        var near = likenesses[of].Kind == LikenessKind.Near;
        if (_comparison.AreWrittenEqual(pieces[of], pieces[at]))
            return near ? likenesses[of] : new Likeness(LikenessKind.Equal, of, 1, LikenessReasons.SentenceEqual);
        _other.Read(text, pieces[of]);
        if (!_other.Letters.SequenceEqual(_piece.Letters)) return null;
        var reason = PieceComparison.FormReason(_other, _piece);
        // 三 is not the 3 of a page or a table.
        if (reason is (LikenessReasons.NumberFormDiffers or LikenessReasons.PunctuationDiffers) && !_piece.HasWords) return null;
        if (near)
        {
            // What is like a near piece is near to the first one of its class.
            (of, reason) = (likenesses[of].Of, likenesses[of].Reason);
            _other.Read(text, pieces[of]);
        }

        return new Likeness(LikenessKind.Near, of, _comparison.Similarity(_other, _piece), reason);
    }

    /// <summary>The first piece with the fewest slips; none where two are as near, for the text does not tell which is meant.</summary>
    private Likeness? Near(int at)
    {
        if (_piece.Letters.Length < PieceComparison.ShortestWithSlips - 1) return null;
        _index.Take(_piece);
        _index.Find(_candidates);
        Rank();
        var (best, edits, tied) = (default(Likeness?), int.MaxValue, false);
        foreach (var (_, of) in _ranked)
        {
            _other.Read(text, pieces[of]);
            if (_comparison.Slips(_other, _piece) is not { } slips || slips.Edits > edits) continue;
            tied = slips.Edits == edits;
            edits = slips.Edits;
            best = new Likeness(LikenessKind.Near, of, _comparison.Similarity(_other, _piece), slips.Reason);
        }

        return tied ? null : best;
    }

    private Likeness First(int at)
    {
        _lengths[at] = _piece.Letters.Length;
        cutOffs.Add(at, _piece);
        if (_piece.Letters.Length >= PieceComparison.ShortestWithSlips - 1) _index.Add(at);
        return new Likeness(LikenessKind.First, at, 1, LikenessReasons.First);
    }

    /// <summary>A sentence that says all of another one but who answers for it has lost the end of it, whichever comes first.</summary>
    private void CutOffNote(int at)
    {
        var (whole, bare) = (at, HashTable.None);
        if (DutyNotes.StartAtEnd(text.AsSpan(pieces[at].Start, pieces[at].Length)) is > 0 and var note)
        {
            _other.Read(text, pieces[at] with { End = pieces[at].Start + note });
            var hash = _other.Hash(_other.Letters.Length);
            bare = _firsts.Find(hash);
            _noted.FindOrAdd(hash, at);
        }
        else if (_noted.Count > 0 && _noted.Find(_piece.Hash(_piece.Letters.Length)) is >= 0 and var noted)
        {
            (whole, bare) = (noted, at);
        }

        if (bare == HashTable.None || likenesses[bare].Kind != LikenessKind.First || !IsBare(bare, whole)) return;
        likenesses[bare] = new Likeness(LikenessKind.CutOff, whole, (double)_lengths[bare] / _lengths[whole], LikenessReasons.TailCutOff);
    }

    private bool IsBare(int bare, int whole)
    {
        _other.Read(text, pieces[bare]);
        var letters = _other.Letters.ToArray();
        _other.Read(text, pieces[whole]);
        return letters.Length > 0 && letters.Length < _other.Letters.Length && _other.Letters.StartsWith(letters);
    }

    /// <summary>The candidates that share most fingerprints, the earlier ones first.</summary>
    private void Rank()
    {
        _ranked.Clear();
        _candidates.Sort();
        var bound = PieceComparison.MostEdits(_piece.Letters.Length + 1);
        var votes = _index.LeastShared;
        for (var i = 0; i < _candidates.Count;)
        {
            var end = i + 1;
            while (end < _candidates.Count && _candidates[end] == _candidates[i]) end++;
            var apart = Math.Abs(_lengths[_candidates[i]] - _piece.Letters.Length);
            if (end - i >= votes && apart <= bound) _ranked.Add((i - end, _candidates[i]));
            i = end;
        }

        _ranked.Sort();
        if (_ranked.Count > MostComparisons) _ranked.RemoveRange(MostComparisons, _ranked.Count - MostComparisons);
    }
}
