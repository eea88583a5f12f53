using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A piece that is a part of another.</summary>
/// <param name="Of">The other piece.</param>
/// <param name="IsHead">True for its beginning, false for its end.</param>
internal readonly record struct PieceFragment(int Of, bool IsHead);

/// <summary>
/// Finds pieces that are the beginning or the end of a sentence and too short to show it by themselves: the sentence beside a repeated one is,
/// as far as it goes, the one beside the other copy.
/// </summary>
internal static class SentenceFragments
{
    /// <summary>Fewer equal characters are chance.</summary>
    private const int Fewest = 4;

    private const int MostCopies = 4;

    /// <summary>The fragments, each with what it is a part of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public static Dictionary<int, PieceFragment> Find(string text, NoticePiece[] pieces, PieceFamilies families)
    {
        var fragments = new Dictionary<int, PieceFragment>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var copy = families.BeforeInFamily[i];
            for (var count = 0; copy >= 0 && count < MostCopies; copy = families.BeforeInFamily[copy], count++)
            {
                Compare(i, copy);
                Compare(copy, i);
            }
        }

        return fragments;

        void Compare(int piece, int copy)
        {
            if (IsHead(text, pieces, families, piece + 1, copy + 1)) fragments.TryAdd(piece + 1, new PieceFragment(copy + 1, true));
            if (IsTail(text, pieces, families, piece - 1, copy - 1)) fragments.TryAdd(piece - 1, new PieceFragment(copy - 1, false));
        }
    }

    private static bool IsHead(string text, NoticePiece[] pieces, PieceFamilies families, int part, int whole)
    {
        if (!MayBePart(pieces, families, part, whole)) return false;
        var (a, b) = (pieces[part].Span, pieces[whole].Span);
        var mark = pieces[part].IsMarked ? pieces[part].Mark.Span.Length : 0;
        return a.Length - mark >= Fewest && text.AsSpan(b.Start, b.Length).StartsWith(text.AsSpan(a.Start, a.Length)) && IsInClause(text, b, b.Start + a.Length);
    }

    private static bool IsTail(string text, NoticePiece[] pieces, PieceFamilies families, int part, int whole)
    {
        if (!MayBePart(pieces, families, part, whole)) return false;
        var (a, b) = (pieces[part].Span, pieces[whole].Span);
        if (a.Length < Fewest || !text.AsSpan(b.Start, b.Length).EndsWith(text.AsSpan(a.Start, a.Length)) || !IsInClause(text, b, b.End - a.Length)) return false;
        var body = pieces[whole].IsMarked ? pieces[whole].Mark.Span.End : b.Start;
        return part == 0 || b.End - a.Length <= body || !BrokenLines.GoesOn(text.AsSpan(pieces[part - 1].Span.Start, pieces[part - 1].Span.Length), text.AsSpan(body, b.End - a.Length - body));
    }

    private static bool MayBePart(NoticePiece[] pieces, PieceFamilies families, int part, int whole) =>
        part >= 0 && whole >= 0 && part < pieces.Length && whole < pieces.Length && part != whole
        && families.FamilyOf(part) != families.FamilyOf(whole) && !families.HasCopies(part)
        && pieces[part].Kind is PieceKind.Marked or PieceKind.Sentence && pieces[whole].Kind is PieceKind.Marked or PieceKind.Sentence;

    /// <summary>True for a place between two words of one clause: what ends or begins with a clause may be said at two places.</summary>
    private static bool IsInClause(string text, TextSpan piece, int at) =>
        at > piece.Start && at < piece.End && !char.IsPunctuation(text[at - 1]) && !char.IsPunctuation(text[at]);
}
