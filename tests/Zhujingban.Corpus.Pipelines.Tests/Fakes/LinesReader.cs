using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Tests.Fakes;

/// <summary>
/// Reads a text line by line: the first line is the title, a line that begins with <c>1.</c> or the like is a clause, every other a paragraph.
/// A real reader in small, so that builds can be tested without any format; single lines make it misbehave.
/// </summary>
internal static class LinesReader
{
    /// <summary>A document with this line makes the reader throw.</summary>
    public const string Throws = "!throws";

    /// <summary>A document with this line loses it without a reason.</summary>
    public const string Loses = "!loses";

    /// <summary>A document with this line has all its clauses under one id.</summary>
    public const string Repeats = "!repeats";

    public static Document Read(SourceText source, ReadOptions options)
    {
        if (source.Text.Contains(Throws, StringComparison.Ordinal)) throw new InvalidOperationException("A fault of the reader.");
        var text = new MappedTextBuilder();
        var (dropped, clauses, blocks) = (new List<Drop>(), new List<Clause>(), new List<Block>());
        foreach (var line in Lines(source.Text))
        {
            var words = source.Text.AsSpan(line.Start, line.Length).TrimEnd("\r\n");
            if (!words.IsEmpty && !words.SequenceEqual(Loses)) AddLine(source, text, TextSpan.At(line.Start, words.Length), clauses, blocks);
            if (!words.SequenceEqual(Loses)) dropped.Add(new Drop(DropReason.Whitespace, new TextSpan(line.Start + words.Length, line.End)));
        }

        return new Document(options.Id, source, options.Format ?? SourceFormat.Notice, text.Build())
        {
            Title = options.Title ?? (blocks.Count > 0 ? blocks[0].Span.Of(text.Build().Text) : null),
            Blocks = blocks,
            Clauses = clauses,
            Sections = blocks.Count > 0 ? [new Section("sec_1", null, null, 1, new TextSpan(0, text.Length), blocks[0].Span)] : [],
            Dropped = [.. dropped.Where(drop => !drop.Span.IsEmpty)],
            Diagnostics = source.Diagnostics,
        };
    }

    private static void AddLine(SourceText source, MappedTextBuilder text, TextSpan line, List<Clause> clauses, List<Block> blocks)
    {
        if (text.Length > 0) text.Insert(line.Start, "\n");
        var start = text.Length;
        text.Copy(source.Text, line);
        var span = new TextSpan(start, text.Length);
        blocks.Add(new Block(BlockKind.Paragraph, span));
        var isClause = char.IsAsciiDigit(source.Text[line.Start]);
        var number = source.Text.Contains(Repeats, StringComparison.Ordinal) ? 1 : blocks.Count;
        clauses.Add(new Clause($"p_{number}", isClause ? ClauseKind.Clause : ClauseKind.Paragraph, isClause ? "1." : null,
            isClause ? 1 : 0, isClause ? ["1."] : [], [], span));
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var feed = text.IndexOf('\n', at);
            var end = feed < 0 ? text.Length : feed + 1;
            yield return new TextSpan(at, end);
            at = end;
        }
    }
}
