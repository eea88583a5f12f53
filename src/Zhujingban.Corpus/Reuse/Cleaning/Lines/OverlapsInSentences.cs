using System.Globalization;
using System.Numerics;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Letters that a text says twice on end, as it was taken in windows that overlap, in mid-sentence.</summary>
/// <param name="Again">Where each of them stands the second time, in UTF-16 code units of the source.</param>
/// <param name="Of">Where each stands the first time.</param>
internal sealed record OverlapInSentence(int[] Again, int[] Of);

/// <summary>
/// Leaves out what a text says again right behind itself, where one of the two begins in mid-sentence: 应当在二十日内|当在二十日内向社会公开. Nobody writes so;
/// whole sentences on end are for <see cref="Restarts"/>. In time proportional to the text: only what stands shortly before is compared.
/// </summary>
internal sealed class OverlapsInSentences
{
    private const int Shortest = 20;
    private const int Longest = 400;

    /// <summary>What begins behind a comma the second time may be the next item of a list (、《…法修正案》、《…法修正案（二）》), or a phrase once more.</summary>
    private const int ShortestPhrase = 36;

    /// <summary>Rows of figures repeat themselves, and so do lines of dots.</summary>
    private const int FewestLetters = 8;

    /// <summary>So many places in the table for a letter: what another place took is compared in vain.</summary>
    private const uint PlacesToALetter = 4;

    private const uint MostPlaces = 1 << 16;
    private const uint Base = 16777619;
    private const char Nothing = '\0';

    /// <summary>What parts a letter from the one before it.</summary>
    private enum Border
    {
        None,
        Phrase,
        Line,
        Sentence,
    }

    private readonly Document _document;

    /// <summary>The letters of the paragraphs without white space, and where each stands; something else between two paragraphs is like nothing.</summary>
    private readonly char[] _letters;
    private readonly int[] _at;
    private readonly int _count;
    private readonly int[] _last;
    private readonly List<OverlapInSentence> _found = [];
    private readonly List<TextSpan> _cuts = [];

    private OverlapsInSentences(Document document)
    {
        _document = document;
        var text = document.Text.Text;
        (_letters, _at) = (new char[text.Length], new int[text.Length]);
        foreach (var block in document.Blocks)
        {
            for (var i = block.Span.Start; i < block.Span.End; i++)
            {
                if (char.IsWhiteSpace(text[i])) continue;
                _letters[_count] = block.Kind == BlockKind.Paragraph ? text[i] : Nothing;
                _at[_count++] = i;
            }
        }

        _last = new int[(int)BitOperations.RoundUpToPowerOf2(Math.Clamp(PlacesToALetter * (uint)_count, Shortest, MostPlaces))];
    }

    /// <summary>The document without these letters, which its source still has, and what was left out.</summary>
    public static (Document Document, IReadOnlyList<OverlapInSentence> Overlaps) LeaveOut(Document document)
    {
        var overlaps = new OverlapsInSentences(document);
        overlaps.Find();
        return overlaps._found.Count == 0 ? (document, []) : (overlaps.Cut(), overlaps._found);
    }

    private void Find()
    {
        Array.Fill(_last, -1);
        var (hash, first) = (0u, 1u);
        for (var i = 0; i < Shortest; i++) first *= Base;
        var (begin, passed) = (0, 0);
        for (var end = 0; end < _count; end++)
        {
            hash = (hash * Base) + _letters[end];
            if (end >= Shortest) hash -= first * _letters[end - Shortest];
            var start = end - Shortest + 1;
            if (start < begin) continue;
            ref var last = ref _last[(hash ^ (hash >> 15)) & (uint)(_last.Length - 1)];
            if (start - last is >= Shortest and <= Longest && last >= begin && start >= passed && IsSaidAgain(last, start))
            {
                var length = start - last;
                var again = start - LikeBefore(last, start, Math.Min(last - begin, start - passed));
                passed = again + length;
                if (IsInSentence(again - length, again))
                {
                    Take(again - length, again);
                    begin = passed;
                }
            }

            last = start;
        }
    }

    /// <summary>How many letters before the two are alike: where they begin may have had its place in the table taken.</summary>
    private int LikeBefore(int first, int again, int most)
    {
        var before = 0;
        while (before < most && _letters[first - before - 1] == _letters[again - before - 1]) before++;
        return before;
    }

    /// <summary>True where all from a letter on up to another one stands again from that one on.</summary>
    private bool IsSaidAgain(int first, int again)
    {
        var length = again - first;
        if (again + length > _count || !_letters.AsSpan(first, length).SequenceEqual(_letters.AsSpan(again, length))) return false;
        var letters = new HashSet<char>();
        for (var i = first; i < again && letters.Count < FewestLetters; i++)
        {
            if (char.GetUnicodeCategory(_letters[i]) == UnicodeCategory.OtherLetter) letters.Add(_letters[i]);
        }

        return letters.Count == FewestLetters;
    }

    /// <summary>
    /// False for whole sentences, for short phrases, and for the title that a text begins with. What stands before the first one and behind the last one may be the same, 。 at least, so that they may begin a little farther on.
    /// </summary>
    private bool IsInSentence(int first, int again)
    {
        if (first == 0) return false;
        var length = again - first;
        for (var shift = 0; shift < length && again + shift < _count; shift++)
        {
            var (one, other) = (BorderBefore(first + shift), BorderBefore(again + shift));
            var isPhrase = other is Border.Phrase or Border.Sentence && length < ShortestPhrase;
            if (isPhrase || IsCell(again + shift) || (one >= Border.Line && other >= Border.Line)) return false;
            if (again + length + shift >= _count || _letters[again + shift] != _letters[again + length + shift]) break;
        }

        return true;
    }

    /// <summary>True behind a blank inside a line.</summary>
    private bool IsCell(int letter) => _at[letter] > _at[letter - 1] + 1 && !_document.Text.Text.AsSpan(_at[letter - 1], _at[letter] - _at[letter - 1]).Contains('\n');

    private Border BorderBefore(int letter)
    {
        var before = _letters[letter - 1];
        if (Sentences.IsEnd(before) || Sentences.IsClosing(before) || before is '：' or '；') return Border.Sentence;
        // Cells of a row, titles in a list: white space parts them as a line break does.
        if (_at[letter] > _at[letter - 1] + 1) return Border.Line;
        return char.IsLetterOrDigit(before) ? Border.None : Border.Phrase;
    }

    private void Take(int first, int again)
    {
        var length = again - first;
        _found.Add(new OverlapInSentence(SourceOf(again, length), SourceOf(first, length)));
        _cuts.Add(new TextSpan(_at[again - 1] + 1, _at[again + length - 1] + 1));
    }

    private int[] SourceOf(int letter, int length) => [.. Enumerable.Range(letter, length).Select(PlaceInSource)];

    private int PlaceInSource(int letter) => _document.Text.SourceSpans(TextSpan.At(_at[letter], 1)) is [var span, ..] ? span.Start : -1;

    /// <summary>The document without the cuts; a line that begins in one goes on with the line before.</summary>
    private Document Cut()
    {
        var blocks = new List<Block>(_document.Blocks.Count);
        var (cut, shift) = (0, 0);
        foreach (var block in _document.Blocks)
        {
            var start = Moved(block.Span.Start, out var isCut);
            var end = Moved(block.Span.End, out _);
            if (isCut && blocks.Count > 0) blocks[^1] = blocks[^1] with { Span = new TextSpan(blocks[^1].Span.Start, Math.Max(blocks[^1].Span.End, end)) };
            else blocks.Add(block with { Span = new TextSpan(start, end) });
        }

        return _document with { Text = _document.Text.Select(TextSpans.Complement(_cuts, _document.Text.Text.Length)), Blocks = blocks };

        int Moved(int place, out bool isInCut)
        {
            for (; cut < _cuts.Count && _cuts[cut].End <= place; cut++) shift += _cuts[cut].Length;
            isInCut = cut < _cuts.Count && _cuts[cut].Start < place;
            return isInCut ? _cuts[cut].Start - shift : place - shift;
        }
    }
}
