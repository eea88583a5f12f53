using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// The footnote marks that pandoc makes of a wiki page's: <c>\[1\]</c> in the text, and the list of footnotes as an ordered
/// list at the page's end, whose items are empty where the notes were templates. A mark is one when it is an escaped number
/// (a group's name may stand before it) directly behind text, and the page ends with an ordered list from 1 on that holds
/// the number, each of whose items is empty or has its mark. Anything else in brackets stays text.
/// </summary>
internal sealed partial class FootnoteMarks
{
    private readonly Dictionary<int, Match> _marks = [];
    private readonly Dictionary<(string? Group, int Number), List<TextSpan>> _uses = [];
    private readonly List<(string? Group, int Number)> _order = [];
    private readonly SortedDictionary<int, string> _notes = [];

    private FootnoteMarks()
    {
    }

    /// <summary>The list of footnotes at the page's end, or null when the page has none.</summary>
    public ListBlock? Notes { get; private init; }

    /// <summary>Looks for the marks of a page.</summary>
    public static FootnoteMarks Of(string source, MarkdownDocument tree)
    {
        if (LastBlock(tree) is not ListBlock { IsOrdered: true, OrderedStart: "1" } list) return new FootnoteMarks();
        var found = Mark().Matches(source).Where(match => IsBehindText(source, match.Index)).ToList();
        var used = found.Where(match => !match.Groups["group"].Success).Select(match => NumberOf(match)).ToHashSet();
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is ListItemBlock { Count: > 0 } && !used.Contains(i + 1)) return new FootnoteMarks();
        }

        if (!used.Any(number => number <= list.Count)) return new FootnoteMarks();
        var marks = new FootnoteMarks { Notes = list };
        foreach (var match in found)
        {
            if (match.Groups["group"].Success || NumberOf(match) <= list.Count) marks._marks.Add(match.Index, match);
        }

        return marks;
    }

    /// <summary>Takes the mark that begins at a place as used. Gives its range; null when no mark begins there.</summary>
    public TextSpan? Use(int position)
    {
        if (!_marks.TryGetValue(position, out var match)) return null;
        var span = TextSpan.At(position, match.Length);
        var key = (match.Groups["group"].Success ? match.Groups["group"].Value : null, NumberOf(match));
        if (!_uses.TryGetValue(key, out var uses))
        {
            _uses.Add(key, uses = []);
            _order.Add(key);
        }

        uses.Add(span);
        return span;
    }

    /// <summary>Keeps the text of a note.</summary>
    public void AddNote(int number, string text) => _notes[number] = text;

    /// <summary>The footnotes in the order of their first use, then those without a use.</summary>
    public IEnumerable<Reference> References()
    {
        foreach (var key in _order)
        {
            var text = key.Group is null ? _notes.GetValueOrDefault(key.Number, "") : "";
            yield return new Reference($"{key.Number}", key.Group, text, _uses[key], null);
        }
    }

    private static Markdig.Syntax.Block? LastBlock(MarkdownDocument tree)
    {
        for (var i = tree.Count - 1; i >= 0; i--)
        {
            if (tree[i] is not (LinkReferenceDefinitionGroup or BlankLineBlock or FootnoteGroup)) return tree[i];
        }

        return null;
    }

    private static int NumberOf(Match match) => int.Parse(match.Groups["number"].ValueSpan);

    private static bool IsBehindText(string source, int position) =>
        position > 0 && !char.IsWhiteSpace(source[position - 1]) && source[position - 1] != '|';

    [GeneratedRegex(@"\\\[(?:(?<group>注|註|注释|註釋|参|參|note|nb|N)\s?)?(?<number>[0-9]{1,4})\\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
