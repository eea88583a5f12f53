using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Reads what is asked of a facet: a whole value, the beginning of one (<c>国务院*</c>), any at all (<c>*</c>), or numbers (<c>2009..2012</c>). Values are
/// compared folded and without white space, document numbers in one form; ids of documents as they are.
/// </summary>
internal static partial class FacetValues
{
    private static readonly (string English, string Chinese)[] Kinds =
        [("document", "文件"), ("clause", "条款"), ("paragraph", "段落"), ("item", "列表项"), ("row", "表格行")];

    /// <summary>The condition, or null when the value cannot be read.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="token">The value.</param>
    /// <param name="notes">Takes what no entry can have, and what is asked the wrong way round.</param>
    public static FacetNode? Read(Facet facet, QueryToken token, QueryNotes notes)
    {
        if (token is { IsQuoted: false, Text: "*" or "＊" }) return new FacetNode(facet, "*", _ => true);
        if (facet is Facet.Year or Facet.Level) return token.IsPrefix ? null : ReadNumbers(facet, token, notes);
        var form = FormOf(facet);
        var sought = form(token.Text);
        if (sought.Length == 0) return null;
        if (facet == Facet.Kind && !Kinds.Any(kind => token.IsPrefix ? kind.English.StartsWith(sought, StringComparison.Ordinal) : kind.English == sought))
            notes.Add($"no entry is of the kind “{token.Typed}”; expected {ExpectedOf(Facet.Kind)}");
        return new FacetNode(facet, token.Typed, token.IsPrefix
            ? value => form(value).StartsWith(sought, StringComparison.Ordinal)
            : value => form(value) == sought);
    }

    /// <summary>How the values of a facet are compared: two of one form are one value, written in two ways.</summary>
    public static Func<string, string> FormOf(Facet facet) => facet switch
    {
        Facet.Document => value => value,
        Facet.DocumentNumber => NumberForm,
        Facet.Kind => KindForm,
        _ => Form,
    };

    /// <summary>What can be asked of a facet, for a note.</summary>
    public static string ExpectedOf(Facet facet) => facet switch
    {
        Facet.Year => "a year, or years from one to another: 2010, 2009..2012, 2009.., ..2012",
        Facet.Level => "a level, or levels from one to another: 2, 1..3, 2.., ..3",
        Facet.Kind => string.Join(", ", Kinds.Select(kind => $"{kind.English} ({kind.Chinese})")),
        _ => "a value, the beginning of one with a * behind it, or * for any",
    };

    private static FacetNode? ReadNumbers(Facet facet, QueryToken token, QueryNotes notes)
    {
        if (Numbers().Match(Form(token.Text)) is not { Success: true } match) return null;
        var (first, range, last) = (match.Groups["first"], match.Groups["range"], match.Groups["last"]);
        if (!first.Success && !last.Success) return null;
        var from = first.Success ? int.Parse(first.ValueSpan, CultureInfo.InvariantCulture) : int.MinValue;
        var to = last.Success ? int.Parse(last.ValueSpan, CultureInfo.InvariantCulture) : range.Success ? int.MaxValue : from;
        if (from > to)
        {
            (from, to) = (to, from);
            notes.Add($"“{token.Typed}” is read as {from}..{to}; expected the lesser number first");
        }

        return new FacetNode(facet, token.Typed, value =>
            int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to);
    }

    /// <summary>Most values are in this form already.</summary>
    private static string Form(string value)
    {
        var output = new ArrayBufferWriter<char>(value.Length + 1);
        TextFolding.Fold(value, output);
        var folded = output.WrittenSpan;
        if (folded.SequenceEqual(value) && !value.Any(char.IsWhiteSpace)) return value;
        return string.Concat(folded.ToString().Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>A document number in the form of GB/T 9704: 国办发〔2010〕8号.</summary>
    private static string NumberForm(string value)
    {
        var folded = Form(value);
        for (var at = 0; at < folded.Length; at++)
        {
            var end = DocumentNumbers.Match(folded, at, out var year, out var number);
            if (end >= 0) return folded[..at] + Terms.OfDocumentNumber(year, number) + folded[end..];
        }

        return DocumentNumbers.InOneKindOfBrackets(folded);
    }

    private static string KindForm(string value)
    {
        var folded = Form(value);
        foreach (var (english, chinese) in Kinds)
        {
            if (folded == chinese) return english;
        }

        return folded;
    }

    [GeneratedRegex("^(?<first>[0-9]{1,4})?[年级]?(?:(?<range>\\.{2,3}|[-~–—〜至])(?<last>[0-9]{1,4})?[年级]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
