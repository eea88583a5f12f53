using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Lines of the page around the notice (打印本页, 上一页) that stand in the middle of a sentence: a page that was printed in parts has them between any two
/// lines. The sentence is read as if they were not there.
/// </summary>
internal static class FurnitureInSentences
{
    /// <summary>The document without such lines, which its source still has.</summary>
    public static Document LeaveOut(Document document)
    {
        var text = ScriptOfRules.Of(document.Text.Text);
        var cuts = new List<TextSpan>();
        var before = default(Block);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            if (block.Span.IsEmpty || NoticeLines.IsBoilerplate(text, block)) continue;
            var isApart = before is not null && i > 0 && document.Blocks[i - 1] != before;
            if (isApart && before!.Kind == BlockKind.Paragraph && block.Kind == BlockKind.Paragraph && NoticeLines.GoesOn(text, before.Span, block.Span))
                cuts.Add(new TextSpan(before.Span.End, LastBefore(document.Blocks, i).End));
            before = block;
        }

        return cuts.Count == 0 ? document : Without(document, cuts);
    }

    private static TextSpan LastBefore(IReadOnlyList<Block> blocks, int block)
    {
        while (blocks[block - 1].Span.IsEmpty) block--;
        return blocks[block - 1].Span;
    }

    private static Document Without(Document document, List<TextSpan> cuts)
    {
        var blocks = new List<Block>(document.Blocks.Count);
        var (cut, shift) = (0, 0);
        foreach (var block in document.Blocks)
        {
            for (; cut < cuts.Count && cuts[cut].End <= block.Span.Start; cut++) shift += cuts[cut].Length;
            var isCut = cut < cuts.Count && cuts[cut].Start <= block.Span.Start;
            if (!isCut) blocks.Add(block with { Span = new TextSpan(block.Span.Start - shift, block.Span.End - shift) });
        }

        return document with { Text = document.Text.Select(TextSpans.Complement(cuts, document.Text.Text.Length)), Blocks = blocks };
    }
}
