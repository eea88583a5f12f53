using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Rearranging;

/// <summary>Rows in which each letter is a piece, of a source that has the letters in its own order.</summary>
internal static class LetterRows
{
    /// <summary>A row of letters: what stands for each letter of the source is its first place there.</summary>
    public static NoticeRow RowOf(string row, string source) =>
        new([.. source.Select(letter => source.IndexOf(letter))], [.. row.Select(letter => source.IndexOf(letter))]);

    /// <summary>So many pieces, of which none says what another one says.</summary>
    public static (NoticePiece[] Pieces, PieceFamilies Families) PiecesOf(string source)
    {
        var text = string.Concat(Enumerable.Range(0, source.Length).Select(i => (char)('一' + (97 * i))));
        var pieces = Enumerable.Range(0, source.Length).Select(i => new NoticePiece(PieceKind.Sentence, TextSpan.At(i, 1), default, false)).ToArray();
        return (pieces, new PieceFamilies(text, pieces));
    }
}
