using Markdig.Syntax;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>Writes code blocks: their lines as they are, without fences and the indentation that makes them code.</summary>
internal static class MarkdownCode
{
    /// <summary>Writes a block. Gives its range of the text; null when it holds nothing visible.</summary>
    public static TextSpan? Write(CodeBlock code, MarkdownPreparation preparation, MarkdownWriter writer)
    {
        writer.BeginBlock();
        var end = -1;
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            var span = SpanOf(line.Slice.Start, line.Slice.End, line.Slice.Text, line.Position, preparation);
            if (end >= 0 && LineBreakBetween(preparation.Source, end, span.Start) is { } lineBreak) writer.CopyVisible(lineBreak);
            if (!span.IsEmpty) writer.CopyVisible(span);
            end = Math.Max(end, span.End);
        }

        return writer.EndBlock();
    }

    /// <summary>A line's range of the source. Markdig rewrites lines that begin within a tab: those count from their position.</summary>
    private static TextSpan SpanOf(int start, int end, string? text, int position, MarkdownPreparation preparation)
    {
        if (ReferenceEquals(text, preparation.Main)) return new TextSpan(start, Math.Max(start, end + 1));
        var source = preparation.Source;
        var first = Math.Clamp(position, 0, source.Length);
        var length = source.AsSpan(first).IndexOfAny('\n', '\r');
        var last = length < 0 ? source.Length : first + length;
        while (first < last && source[first] == '\t') first++;
        return new TextSpan(first, last);
    }

    private static TextSpan? LineBreakBetween(string source, int start, int end)
    {
        var at = end <= start ? -1 : source.IndexOf('\n', start, end - start);
        return at < 0 ? null : TextSpan.At(at, 1);
    }
}
