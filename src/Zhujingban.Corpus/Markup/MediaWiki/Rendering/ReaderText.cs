using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>
/// Writes what a reader sees, in the source's order. White space waits until it is known whether it stands inside a block;
/// source that nothing is written for is dropped as markup, so that nothing is ever lost.
/// </summary>
internal abstract partial class ReaderText
{
    /// <summary>Where the open block begins in the text; -1 when none is open.</summary>
    private int _blockStart = -1;
    private BlockSpec _block;

    /// <summary>The block that text written next belongs to, when none is open.</summary>
    public BlockSpec Spec { get; set; } = BlockSpec.Paragraph;

    /// <summary>The number of rows that are open, one inside the other: blocks inside a row are parts of its text.</summary>
    public int RowDepth { get; private set; }

    /// <summary>True while line breaks and spaces are the text's own.</summary>
    public bool Preformatted { get; set; }

    /// <summary>The position of the source up to which everything is accounted for.</summary>
    public int At { get; protected set; }

    /// <summary>More than 0 inside code, whose script is never converted.</summary>
    public int CodeDepth { get; set; }

    /// <summary>The conversion that running text goes through; null keeps its script.</summary>
    public ChineseConversion? Conversion { get; set; }

    public bool InBlock => _blockStart >= 0;

    public abstract int Length { get; }

    protected abstract string Source { get; }

    protected abstract char LastChar { get; }

    /// <summary>Writes characters of a line of the source.</summary>
    public void Text(int start, int end)
    {
        if (Preformatted)
        {
            Content(start);
            EmitText(start, end);
            At = end;
            return;
        }

        var span = Source.AsSpan(start, end - start);
        var lead = span.IndexOfAnyExcept(" \t\r\n");
        if (lead < 0)
        {
            Space(start, end);
            return;
        }

        var tail = span.LastIndexOfAnyExcept(" \t\r\n") + 1;
        if (lead > 0) Space(start, start + lead);
        Content(start + lead);
        EmitText(start + lead, start + tail);
        At = start + tail;
        if (start + tail < end) Space(start + tail, end);
    }

    /// <summary>Writes a text that stands for a range of the source.</summary>
    public void Replace(int start, int end, ReadOnlySpan<char> text)
    {
        Content(start);
        EmitReplace(start, end, text);
        At = Math.Max(At, end);
    }

    /// <summary>Writes a text that stands for nothing in the source.</summary>
    public void Insert(int position, ReadOnlySpan<char> text) => Replace(Math.Max(position, At), Math.Max(position, At), text);

    /// <summary>White space that may be seen.</summary>
    public void Space(int start, int end) => AddGap(start, end, Gap.Space);

    /// <summary>A line break of the source: the second in a row ends the block.</summary>
    public void Newline(int start, int end)
    {
        if (Preformatted)
        {
            Text(start, end);
            return;
        }

        AddGap(start, end, Gap.Newline);
        if (++_newlines >= 2) EndBlock();
    }

    /// <summary>Markup that a reader sees as a line break.</summary>
    public void LineBreak(int start, int end) => AddGap(start, end, Gap.LineBreak);

    /// <summary>Leaves out the source up to a position.</summary>
    public void DropTo(int end, DropReason reason)
    {
        if (end > At) EmitDrop(At, end, reason);
        At = Math.Max(At, end);
    }

    /// <summary>Leaves out a range, and what is before it as markup.</summary>
    public void Drop(int start, int end, DropReason reason)
    {
        DropTo(start, DropReason.Markup);
        DropTo(end, reason);
    }

    public void EndBlock()
    {
        Preformatted = false;
        if (_blockStart < 0) return;
        if (RowDepth > 0)
        {
            _innerBreak = true;
            return;
        }

        EmitBlock(_block, _blockStart);
        _blockStart = -1;
    }

    public void BeginRow(int table)
    {
        if (RowDepth == 0)
        {
            EndBlock();
            Spec = new BlockSpec(BlockKind.TableRow, Table: table);
        }

        EndBlock();
        RowDepth++;
    }

    /// <summary>The border between two cells of a row.</summary>
    public void NextCell()
    {
        _innerBreak = false;
        _tabs++;
    }

    public void EndRow()
    {
        RowDepth--;
        _tabs = 0;
        EndBlock();
        if (RowDepth == 0) Spec = BlockSpec.Paragraph;
    }

    /// <summary>Ends the text: open blocks, waiting white space and the rest of the source.</summary>
    public void Finish(int end)
    {
        while (RowDepth > 0) EndRow();
        EndBlock();
        DropTo(end, DropReason.Markup);
        DropGap(DropReason.Whitespace);
    }

    protected abstract void EmitCopy(int start, int end);

    protected abstract void EmitReplace(int start, int end, ReadOnlySpan<char> text);

    protected abstract void EmitDrop(int start, int end, DropReason reason);

    protected abstract void EmitBlock(BlockSpec block, int start);

    /// <summary>Called before the first character that is written behind a separator.</summary>
    protected abstract void BeforeContent();
}
