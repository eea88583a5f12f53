using System.Buffers;
using System.Globalization;
using System.Text;

namespace Zhujingban.Corpus.Text;

/// <summary>What each character folds to: one array for what is one character before and after, a dictionary for the rest.</summary>
internal sealed class FoldingTable
{
    /// <summary>In place of a folded character: the cluster at this place has to be folded as a whole.</summary>
    public const char NotSimple = '\0';

    /// <summary>More steps than any chain of the tables has (half width, then traditional, then variant).</summary>
    private const int LongestChain = 8;

    private static readonly Lazy<FoldingTable> Loaded = new(() => new FoldingTable());

    private readonly char[] _simple = new char[char.MaxValue + 1];
    private readonly Dictionary<int, string> _others = [];
    private readonly Dictionary<(int First, int Mark), int> _compositions = [];
    private readonly Dictionary<int, string> _forms = [];
    private readonly Dictionary<int, int> _characters = [];

    private FoldingTable()
    {
        foreach (var (from, to) in TraditionalCharacters.Lines("CompatibilityForms.txt"))
            _forms[Hexadecimal(from)] = string.Concat(to.Split(' ').Select(part => char.ConvertFromUtf32(Hexadecimal(part))));
        foreach (var (from, to) in TraditionalCharacters.All) AddSimplified(from, to);
        foreach (var (from, to) in TraditionalCharacters.Lines("VariantCharacters.txt")) _characters[CodePoint(from)] = CodePoint(to);
        for (var c = 0; c <= char.MaxValue; c++) _simple[c] = SimpleForm(c);
        foreach (var character in _forms.Keys.Concat(_characters.Keys).Where(key => key > char.MaxValue)) AddOther(character);
        foreach (var (first, rest) in TraditionalCharacters.Lines("Compositions.txt"))
        {
            var (mark, composed) = (rest.Split('\t')[0], rest.Split('\t')[1]);
            _compositions[(Hexadecimal(first), Hexadecimal(mark))] = Hexadecimal(composed);
        }

        var marks = _compositions.Keys.Select(pair => pair.Mark).ToHashSet();
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (_simple[c] == NotSimple || !marks.Contains(_simple[c])) continue;
            _others[c] = _simple[c].ToString();
            _simple[c] = NotSimple;
        }
    }

    /// <summary>The table, read from the resources when first used.</summary>
    public static FoldingTable Instance => Loaded.Value;

    /// <summary>What the character at a place folds to, or <see cref="NotSimple"/>, also before what may compose with it.</summary>
    public char Simple(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && _simple[text[at + 1]] == NotSimple ? NotSimple : _simple[text[at]];

    /// <summary>Folds every character by itself; false when that is not possible.</summary>
    public bool TryFoldEach(ReadOnlySpan<char> text, Span<char> folded)
    {
        var simple = _simple.AsSpan();
        folded = folded[..text.Length];
        for (var at = 0; at < folded.Length; at++)
        {
            folded[at] = simple[text[at]];
            if (folded[at] == NotSimple) return false;
        }

        return true;
    }

    /// <summary>Folds the character at a place, with the marks behind it that it composes with.</summary>
    /// <returns>The place behind.</returns>
    public int FoldCluster(ReadOnlySpan<char> text, int at, StringBuilder output)
    {
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out var length) != OperationStatus.Done)
        {
            output.Append(text[at]);
            return at + 1;
        }

        var folded = Form(rune.Value);
        at += length;
        if (folded.Length == 0) return at;
        for (; NextMark(text, at, out var behind) is { } mark && Composed(folded, mark) is { } composed; at = behind)
            folded = composed;
        output.Append(folded);
        return at;
    }

    /// <summary>The folded character that comes next to the eye.</summary>
    private string? NextMark(ReadOnlySpan<char> text, int at, out int behind)
    {
        for (behind = at; Rune.DecodeFromUtf16(text[behind..], out var rune, out var length) == OperationStatus.Done;)
        {
            behind += length;
            if (Form(rune.Value) is { Length: > 0 } form) return form;
        }

        return null;
    }

    /// <summary>A folded text whose last character is composed with a mark, or null when they do not compose.</summary>
    private string? Composed(string folded, string mark)
    {
        if (Rune.DecodeLastFromUtf16(folded, out var last, out var length) != OperationStatus.Done) return null;
        var pair = (last.Value, char.ConvertToUtf32(mark, 0));
        var single = mark.Length == (pair.Item2 > char.MaxValue ? 2 : 1);
        return single && _compositions.TryGetValue(pair, out var composed) ? folded[..^length] + Form(composed) : null;
    }

    private string Form(int character)
    {
        if (_others.TryGetValue(character, out var other)) return other;
        if (character > char.MaxValue) return Folded(character);
        return _simple[character] is not NotSimple and var simple ? simple.ToString() : ((char)character).ToString();
    }

    private char SimpleForm(int character)
    {
        if (character == NotSimple || char.IsSurrogate((char)character)) return NotSimple;
        if (IsOwnForm(character)) return (char)character;
        var folded = Folded(character);
        if (folded.Length == 1 && folded[0] != NotSimple) return folded[0];
        _others[character] = folded;
        return NotSimple;
    }

    private void AddOther(int character) => _others[character] = Folded(character);

    /// <summary>A character folded until nothing changes any more.</summary>
    private string Folded(int character)
    {
        var text = char.ConvertFromUtf32(character);
        for (var step = 0; step < LongestChain; step++)
        {
            var next = string.Concat(text.EnumerateRunes().Select(Step));
            if (next == text) break;
            text = next;
        }

        return text;
    }

    private string Step(Rune rune)
    {
        if (_forms.TryGetValue(rune.Value, out var form)) return form;
        if (_characters.TryGetValue(rune.Value, out var character)) return char.ConvertFromUtf32(character);
        return IsInvisible(rune) ? "" : Rune.ToLowerInvariant(rune).ToString();
    }

    /// <summary>True for what no step changes, as most characters are.</summary>
    private bool IsOwnForm(int character) => !_forms.ContainsKey(character) && !_characters.ContainsKey(character)
        && new Rune(character) is var rune && !IsInvisible(rune) && Rune.ToLowerInvariant(rune) == rune;

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>
    /// The first form is the usual one. Where that is the character itself, it has a simplified form only in the supplementary
    /// planes, which few fonts show, and that one is taken; a second form of the basic plane (覆 复) is another word.
    /// </summary>
    private void AddSimplified(string traditional, string[] forms)
    {
        var simplified = forms[0] != traditional ? forms[0] : forms.Skip(1).FirstOrDefault(form => form.Length == 2);
        if (simplified is not null) _characters[CodePoint(traditional)] = CodePoint(simplified);
    }

    private static int CodePoint(string character) => char.ConvertToUtf32(character, 0);

    private static int Hexadecimal(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
