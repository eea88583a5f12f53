using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.PlainText;

/// <summary>
/// Plain text: the text is the source's lines without outer white space, one paragraph a line. Blank lines, indentation and
/// characters that nobody sees are dropped as white space; every kind of line break reads as a line feed.
/// </summary>
public sealed class PlainTextFormat : IMarkupFormat
{
    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.Notice;

    /// <inheritdoc/>
    public Document Read(SourceText source, MarkupOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var lines = new LineReader(source.Text);
        lines.ReadAll();
        return new Document(options.Id, source, Format, lines.Text)
        {
            Title = options.Title,
            Blocks = lines.Blocks,
            Dropped = lines.Dropped,
        };
    }
}
