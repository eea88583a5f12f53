using System.Buffers;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>
/// Cuts a text into units with positions, the same way for what is indexed, what is asked and what is marked. Every ideograph is
/// a unit and has a position, so every literal run of them is findable; words and numbers are units as wholes. Separators leave
/// one position free, so nothing adjoins across them, and a phrase with punctuation finds the same with other punctuation.
/// <list type="bullet">
/// <item>第12条 is cut as 第十二条 is; 12 is an alias at its first and last numeral.</item>
/// <item>A full date is an alias at its first unit, in one form, however it is written.</item>
/// <item>A document number's year and number are an alias at the free position before them, so that 国办发 adjoins it.</item>
/// </list>
/// </summary>
internal sealed class ClauseAnalyzer
{
    private readonly AnalyzedText _result = new();
    private int _next;
    private bool _separated;

    /// <summary>Folds and cuts a text. The result is good until the next call.</summary>
    public AnalyzedText Analyze(ReadOnlySpan<char> text)
    {
        (_next, _separated) = (1, true);
        return Continue(text);
    }

    /// <summary>
    /// Folds and cuts what follows the text before, which has to end with a mark that nothing is read across: a line's end, or a full stop. So a long text can be
    /// read part by part. Positions go on; places are those of the part. The result is good until the next call.
    /// </summary>
    public AnalyzedText Continue(ReadOnlySpan<char> text)
    {
        _result.Clear();
        TextFolding.Fold(text, _result.Output);
        return Cut();
    }

    /// <summary>Cuts a text that is folded. The result is good until the next call.</summary>
    public AnalyzedText AnalyzeFolded(ReadOnlySpan<char> folded)
    {
        _result.Clear();
        (_next, _separated) = (1, true);
        _result.Output.Write(folded);
        return Cut();
    }

    private AnalyzedText Cut()
    {
        var folded = _result.Folded;
        for (var at = 0; at < folded.Length;)
        {
            at = CharacterClasses.At(folded, at, out var character, out var length) switch
            {
                CharacterClass.Ideograph => AddIdeograph(folded, at, character, length),
                CharacterClass.Word => AddWord(folded, at),
                _ => AddSeparator(folded, at, length),
            };
        }

        return _result;
    }

    private int AddIdeograph(ReadOnlySpan<char> folded, int at, int character, int length)
    {
        AddDate(folded, at);
        Add(character, at, at + length, WordPart.Whole);
        if (character != '第') return at + length;
        var counter = OrdinalNumbers.Match(folded, at + length, out var digits, out var value);
        if (counter < 0) return at + length;
        var (start, end) = (digits.Start.Value, digits.End.Value);
        var written = OrdinalNumbers.WriteOut(value);
        var word = folded[start..end].ToString();
        _result.Aliases.Add(new Alias(word, start, end, _next));
        if (written.Length > 1) _result.Aliases.Add(new Alias(word, start, end, _next + written.Length - 1));
        foreach (var numeral in written) Add(numeral, start, end, WordPart.Whole);
        return counter;
    }

    private int AddWord(ReadOnlySpan<char> folded, int at)
    {
        AddDate(folded, at);
        var start = at;
        var part = WordPart.Whole;
        while (at < folded.Length && CharacterClasses.At(folded, at, out _, out var length) == CharacterClass.Word)
        {
            if (at + length - start > Terms.LongestWord)
            {
                Add(-1, start, at, part | WordPart.Continues);
                (start, part) = (at, WordPart.Continued);
            }

            at += length;
        }

        Add(-1, start, at, part);
        return at;
    }

    private void AddDate(ReadOnlySpan<char> folded, int at)
    {
        var end = CalendarDates.Match(folded, at, out var date);
        if (end >= 0) _result.Aliases.Add(new Alias(Terms.OfDate(date), at, end, _next));
    }

    private int AddSeparator(ReadOnlySpan<char> folded, int at, int length)
    {
        if (!_separated) _next++;
        _separated = true;
        var end = DocumentNumbers.Match(folded, at, out var year, out var number);
        if (end >= 0) _result.Aliases.Add(new Alias(Terms.OfDocumentNumber(year, number), at, end, _next - 1));
        return at + length;
    }

    private void Add(int ideograph, int start, int end, WordPart part)
    {
        _result.Units.Add(new Unit(ideograph, start, end, _next++, part));
        _separated = false;
    }
}
