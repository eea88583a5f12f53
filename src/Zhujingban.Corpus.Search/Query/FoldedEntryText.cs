using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// The folded text of an entry, with the way back to the text. Where every character folds to one, which is most texts, the places are the
/// same and no map is made. Can be filled again and again.
/// </summary>
internal sealed class FoldedEntryText
{
    private char[] _folded = [];
    private int _length;
    private MappedText? _map;

    /// <summary>The folded text; good until the next is read.</summary>
    public ReadOnlySpan<char> Text => _map is null ? _folded.AsSpan(0, _length) : _map.Text;

    /// <summary>Folds a text.</summary>
    public void Read(string text)
    {
        if (_folded.Length < text.Length) _folded = new char[Math.Max(text.Length, _folded.Length * 2)];
        _length = text.Length;
        _map = TextFolding.TryFoldEach(text, _folded) ? null : TextFolding.Fold(text);
    }

    /// <summary>Marks what a range of the folded text was made of.</summary>
    public void Mark(int pattern, TextSpan range, List<Mark> marks)
    {
        if (_map is null)
        {
            marks.Add(new Mark(pattern, range));
            return;
        }

        foreach (var span in _map.SourceSpans(range)) marks.Add(new Mark(pattern, span));
    }
}
