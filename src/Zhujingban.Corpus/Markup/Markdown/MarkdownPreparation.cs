using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// A source made ready for Markdig, code unit for code unit, so that every offset stays what it is. Two things are written
/// over: what CommonMark does not know and no reader sees (leftover templates, div fences, attributes), which is hidden, and
/// marks beyond any sensible nesting, which are read as text, so that parsing stays linear and shallow.
/// </summary>
internal sealed class MarkdownPreparation
{
    /// <summary>Punctuation without a meaning in Markdown: beside it, emphasis opens and closes as beside the marks it hides.</summary>
    public const char Filler = '·';

    private readonly List<Drop> _hidden = [];
    private readonly List<TextSpan> _neutral = [];
    private readonly List<TextSpan> _unclosed = [];
    private char[]? _chars;

    private MarkdownPreparation(string source)
    {
        Source = source;
        Text = source;
        Main = source;
    }

    /// <summary>The source as it is.</summary>
    public string Source { get; }

    /// <summary>The source without what is hidden from or has no meaning for Markdig; as long as the source.</summary>
    public string Text { get; private set; }

    /// <summary>The same without the rows of <see cref="LongTables"/>: what Markdig reads as a whole.</summary>
    public string Main { get; private set; }

    /// <summary>The tables that are read part by part, by the place where they begin.</summary>
    public Dictionary<int, LongTable> LongTables { get; } = [];

    /// <summary>What is hidden and why, in order, without overlaps.</summary>
    public IReadOnlyList<Drop> Hidden => _hidden;

    /// <summary>What there is to say about it.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Prepares a source of any kind, in time proportional to its length.</summary>
    public static MarkdownPreparation Of(string source)
    {
        var preparation = new MarkdownPreparation(source);
        preparation.ReplaceNuls();
        var lines = new MarkdownLineScan(preparation);
        lines.Scan();
        foreach (var template in LeftoverTemplates.Find(source, lines.Fences)) preparation.Hide(template, DropReason.Template);
        preparation.Finish();
        return preparation;
    }

    /// <summary>Keeps a range from the reader. What takes whole lines leaves blank lines, else punctuation stands in its place.</summary>
    public void Hide(TextSpan span, DropReason reason)
    {
        _hidden.Add(new Drop(reason, span));
        var chars = Chars();
        if (!TakesWholeLines(span))
        {
            chars.AsSpan(span.Start, span.Length).Fill(Filler);
            return;
        }

        for (var i = span.Start; i < span.End; i++)
        {
            if (chars[i] is not ('\n' or '\r')) chars[i] = ' ';
        }
    }

    /// <summary>Takes the meaning from marks beyond a limit: they are read as the text that they are.</summary>
    public void Neutralize(TextSpan span)
    {
        ReadAsText(span);
        _neutral.Add(span);
    }

    /// <summary>Takes the meaning from the opening of a comment that ends nowhere, and would take the rest of the page with it.</summary>
    public void OpenComment(TextSpan opening)
    {
        ReadAsText(opening);
        _unclosed.Add(opening);
    }

    /// <summary>Takes the meaning from what Markdig would find to have none, after a long search.</summary>
    public void ReadAsText(TextSpan span) => Chars().AsSpan(span.Start, span.Length).Fill(Filler);

    /// <summary>Writes spaces for tabs, where Markdig would lose the places of what follows.</summary>
    public void ExpandTabs(TextSpan span) => Chars().AsSpan(span.Start, span.Length).Replace('\t', ' ');

    /// <summary>Takes the rows of a long table out of <see cref="Main"/>.</summary>
    public void TakeOut(LongTable table) => LongTables.Add(table.Header.Start, table);

    private char[] Chars() => _chars ??= Source.ToCharArray();

    /// <summary>Markdig would copy a text with NULs; U+FFFD, which CommonMark asks for, saves it that.</summary>
    private void ReplaceNuls()
    {
        if (Source.Contains('\0')) Chars().AsSpan().Replace('\0', '\uFFFD');
    }

    private void Finish()
    {
        if (_chars is not null) Text = new string(_chars);
        Main = LongTables.Count == 0 ? Text : WithoutLongTables();
        _hidden.Sort((left, right) => left.Span.CompareTo(right.Span));
        var end = 0;
        _hidden.RemoveAll(hidden =>
        {
            if (hidden.Span.Start < end) return true;
            end = hidden.Span.End;
            return false;
        });
        Report("markup-limit", "There are more marks here than can be read in bounded time; those beyond are read as text.", _neutral);
        Report("unclosed-comment", "Nothing ends this comment; its opening is read as text.", _unclosed);
    }

    private void Report(string code, string message, List<TextSpan> places)
    {
        if (places.Count > 0) Diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, TextSpans.Flatten(places)));
    }

    private string WithoutLongTables()
    {
        var main = Text.ToCharArray();
        foreach (var part in LongTables.Values.SelectMany(table => table.Parts)) main.AsSpan(part.Start, part.Length).Fill('\n');
        return new string(main);
    }

    private bool TakesWholeLines(TextSpan span)
    {
        var before = span.Start - 1;
        while (before >= 0 && Source[before] is ' ' or '\t') before--;
        var behind = span.End;
        while (behind < Source.Length && Source[behind] is ' ' or '\t') behind++;
        return (before < 0 || Source[before] is '\n' or '\r') && (behind == Source.Length || Source[behind] is '\n' or '\r');
    }
}
