using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts pieces where the beginning of another piece stands inside them: behind a text that breaks off, where no full stop tells that something
/// else begins. Both copies of a sentence are parted at the same places, and what stands together in the end is one unit again, so that
/// parting too often does no harm.
/// </summary>
internal static class KnownBeginnings
{
    /// <summary>So many characters of a beginning are looked for.</summary>
    private const int Key = 6;

    /// <summary>So many have to be equal; of a piece with a mark, or a part of the head, also the whole piece does, when it is shorter.</summary>
    private const int Certain = 20;

    private const int MostCandidates = 8;

    /// <summary>So much of the next sentence shows that both go on alike.</summary>
    private const int Next = 4;

    /// <summary>So far back it is looked what stands before a beginning.</summary>
    private const int LongestHead = 200;

    private const uint Base = 257;

    /// <summary>The pieces, parted.</summary>
    public static List<NoticePiece> Part(string text, List<NoticePiece> pieces)
    {
        var found = Find(text, pieces);
        var shared = SharedEnds(text, pieces, found);
        var parted = new List<NoticePiece>(pieces.Count);
        var next = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var open = pieces[i];
            for (; next < found.Count && found[next].Piece == i; next++)
            {
                var (at, known) = (found[next].At, pieces[found[next].Known]);
                if (at <= open.Span.Start || shared.Contains(found[next].Known) || IsInside(text, open, at, known)) continue;
                parted.Add(Cut(text, open, open.Span.Start, at));
                open = new NoticePiece(known.Kind, new TextSpan(at, open.Span.End), Moved(known, at), false);
                if (!known.IsFrame || at + known.Span.Length >= open.Span.End) continue;
                parted.Add(open with { Span = TextSpan.At(at, known.Span.Length) });
                open = new NoticePiece(PieceKind.Sentence, new TextSpan(at + known.Span.Length, open.Span.End), default, false);
            }

            if (!open.Span.IsEmpty) parted.Add(open);
        }

        return parted;
    }

    /// <summary>The places inside pieces where what another piece begins with stands.</summary>
    private static List<(int Piece, int At, int Known)> Find(string text, List<NoticePiece> pieces)
    {
        var found = new List<(int, int, int)>();
        var beginnings = Beginnings(text, pieces);
        var sieve = new HashSieve(beginnings.Count);
        foreach (var known in beginnings.Keys) sieve.Add(known);
        var top = Power(Key);
        for (var number = 0; number < pieces.Count; number++)
        {
            var piece = pieces[number];
            if (piece.Kind is not (PieceKind.Marked or PieceKind.Sentence) || piece.Span.Length <= Key) continue;
            var hash = 0u;
            for (var i = piece.Span.Start; i < piece.Span.End; i++)
            {
                hash = (hash * Base) + text[i];
                if (i - Key >= piece.Span.Start) hash -= top * text[i - Key];
                var at = i - Key + 1;
                if (at <= piece.Span.Start || !sieve.MayHold(hash) || text[at - 1] is '《' or '〈' or '“' or '「' || !beginnings.TryGetValue(hash, out var candidates)) continue;
                if (Find(text, pieces, candidates, at, piece.Span.End) is >= 0 and var known && (pieces[known].Kind != PieceKind.Sentence || GoOnAlike(text, piece.Span.End, pieces[known].Span.End))) found.Add((number, at, known));
            }
        }

        return found;
    }

    /// <summary>
    /// True when what stands behind two places is the same. A sentence may end as another one does, and proves nothing by itself; where the next
    /// sentence is the same too, one is a copy of the other.
    /// </summary>
    private static bool GoOnAlike(string text, int one, int other)
    {
        for (var count = 0; count < Next; one++, other++, count++)
        {
            while (one < text.Length && char.IsWhiteSpace(text[one])) one++;
            while (other < text.Length && char.IsWhiteSpace(text[other])) other++;
            if (one >= text.Length || other >= text.Length || text[one] != text[other]) return false;
        }

        return true;
    }

    /// <summary>
    /// What different sentences go on with alike is no beginning: a copy that begins in mid-sentence may be the end of any of them, and parted
    /// there they would all end in one.
    /// </summary>
    private static HashSet<int> SharedEnds(string text, List<NoticePiece> pieces, List<(int Piece, int At, int Known)> found)
    {
        var shared = new HashSet<int>();
        var heads = new Dictionary<int, string>();
        var buffer = Array.Empty<char>();
        foreach (var (piece, at, known) in found)
        {
            if (pieces[known].Kind != PieceKind.Sentence) continue;
            var start = Math.Max(pieces[piece].Span.Start, at - LongestHead);
            var length = ComparisonFolding.Fold(text.AsSpan(start, at - start), ref buffer);
            var head = new string(buffer, 0, length);
            if (!heads.TryGetValue(known, out var other)) heads[known] = head;
            else if (!head.EndsWith(other, StringComparison.Ordinal) && !other.EndsWith(head, StringComparison.Ordinal)) shared.Add(known);
        }

        return shared;
    }

    private static Dictionary<uint, List<int>> Beginnings(string text, List<NoticePiece> pieces)
    {
        var beginnings = new Dictionary<uint, List<int>>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind is PieceKind.Signature or PieceKind.Date or PieceKind.Attachment or PieceKind.HeadLine or PieceKind.Order || pieces[i].Span.Length < Key || BeginsInside(text, pieces[i])) continue;
            var hash = 0u;
            for (var at = pieces[i].Span.Start; at < pieces[i].Span.Start + Key; at++) hash = (hash * Base) + text[at];
            if (!beginnings.TryGetValue(hash, out var same)) beginnings[hash] = same = [];
            if (same.Count < MostCandidates) same.Add(i);
        }

        return beginnings;
    }

    /// <summary>，配合做好…: what is left of a sentence, from a comma on, begins no other one.</summary>
    private static bool BeginsInside(string text, in NoticePiece piece) =>
        !piece.IsMarked && text[piece.Span.Start] is '，' or ',' or '、' or '；' or ';' or '：' or ':' or '》' or '”' or '）' or ')';

    private static int Find(string text, List<NoticePiece> pieces, List<int> candidates, int at, int end)
    {
        foreach (var candidate in candidates)
        {
            var known = pieces[candidate];
            var common = Common(text.AsSpan(at, Math.Min(end - at, Certain + 2)), text.AsSpan(known.Span.Start, Math.Min(known.Span.Length, Certain + 2)));
            // A title is also spoken of; it stands for itself where a sentence, a date or 附件 ends.
            if (known.Kind == PieceKind.Title && text[at - 1] is not ('。' or '；' or '：' or '日' or '件')) continue;
            // A number in brackets is another document's, of which a sentence speaks: 《…》（国办发〔2010〕8号）.
            if (known.Kind == PieceKind.DocumentNumber && text[at - 1] is '（' or '(') continue;
            // What follows a part of the head is no part of it, so that its end has to be known.
            if (known.IsFrame && !text.AsSpan(at, Math.Min(end - at, known.Span.Length)).SequenceEqual(text.AsSpan(known.Span.Start, known.Span.Length))) continue;
            // Behind a comma a clause may say what a sentence begins with, and short phrases end many.
            if (known.Kind != PieceKind.Sentence ? common >= Math.Min(known.Span.Length, Certain) : common >= Certain && !char.IsPunctuation(text[at - 1])) return candidate;
        }

        return -1;
    }

    /// <summary>How many characters two texts have in common at their beginnings; one slip between them is passed over.</summary>
    private static int Common(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var common = one.CommonPrefixLength(other);
        if (common < Key || common >= Certain || common == one.Length || common == other.Length) return common;
        var exchanged = one[(common + 1)..].CommonPrefixLength(other[(common + 1)..]);
        var added = one[(common + 1)..].CommonPrefixLength(other[common..]);
        var dropped = one[common..].CommonPrefixLength(other[(common + 1)..]);
        return common + 1 + Math.Max(exchanged, Math.Max(added, dropped));
    }

    /// <summary>政政政政…: a beginning that has begun just before does not begin again inside itself.</summary>
    private static bool IsInside(string text, in NoticePiece open, int at, in NoticePiece known)
    {
        var length = Math.Min(known.Span.Length, Certain);
        return at - open.Span.Start < length && text.AsSpan(open.Span.Start, length).SequenceEqual(text.AsSpan(known.Span.Start, length));
    }

    private static Structure.NumberingMark Moved(in NoticePiece known, int at) =>
        known.IsMarked ? known.Mark with { Span = TextSpan.At(at, known.Mark.Span.Length), AtLineStart = false } : default;

    private static NoticePiece Cut(string text, in NoticePiece piece, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return piece with { Span = new TextSpan(start, end) };
    }

    private static uint Power(int exponent)
    {
        var power = 1u;
        for (var i = 0; i < exponent; i++) power *= Base;
        return power;
    }
}
