using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>A text as written, and as the rules read it: of the same length, each character in its place.</summary>
/// <param name="text">The text as written.</param>
internal sealed class WrittenText(string text)
{
    /// <summary>Heads and feet are short; what a line without end has farther on is not searched.</summary>
    private const int LongestPlace = 65_536;

    /// <summary>The text as written.</summary>
    public string Text { get; } = text;

    /// <summary>The text in the characters of the rules; the same object when it is written in them.</summary>
    public string Rules { get; } = ScriptOfRules.Of(text);

    /// <summary>The range of the whole text.</summary>
    public TextSpan Whole => new(0, Text.Length);

    /// <summary>
    /// A value that the rules have read, in the document's own characters: in one piece as it stands in one of the places, or in the
    /// longest pieces that stand there (国令第706号 of 國務院令 and 第706號). A value that stands in none of them is the rules' own
    /// (国发 is 国务院) and stays in their characters: no part of it is guessed.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="places">Where it may stand, the likeliest first.</param>
    public string? AsWritten(string? value, params ReadOnlySpan<TextSpan> places)
    {
        if (value is null || ReferenceEquals(Text, Rules)) return value;
        foreach (var place in places)
        {
            if (Find(value, place with { End = Math.Min(place.End, place.Start + LongestPlace) }) is { } written) return written;
        }

        return value;
    }

    private string? Find(string value, TextSpan place)
    {
        var rules = Rules.AsSpan(place.Start, place.Length);
        var written = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length;)
        {
            var (found, length) = LongestIn(rules, value.AsSpan(at));
            if (length == 0 && value[at] is >= '\u3400' and <= '\u9FFF') return null;
            if (length == 0) written.Append(value[at++]);
            else written.Append(Text, place.Start + found, length);
            at += length;
        }

        return written.ToString();
    }

    /// <summary>Where the longest start of a value stands first, and how long it is.</summary>
    private static (int At, int Length) LongestIn(ReadOnlySpan<char> text, ReadOnlySpan<char> value)
    {
        var (best, longest) = (0, 0);
        for (var at = 0; at < text.Length && longest < value.Length; at++)
        {
            var next = text[at..].IndexOf(value[..(longest + 1)]);
            if (next < 0) break;
            at += next;
            (best, longest) = (at, text[at..].CommonPrefixLength(value));
        }

        return (best, longest);
    }
}
