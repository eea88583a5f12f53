using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Leaves blocks, and parts of blocks, out of a document, which its source still has.</summary>
internal static class DocumentCuts
{
    /// <summary>The document without some of its blocks.</summary>
    /// <param name="document">The document.</param>
    /// <param name="areCut">For each block whether it is left out.</param>
    /// <param name="cuts">What is cut out of the text with them, in order, in UTF-16 code units of it: what of a block is cut is inside it.</param>
    public static Document Without(Document document, IReadOnlyList<bool> areCut, IReadOnlyList<TextSpan> cuts)
    {
        var blocks = new List<Block>(document.Blocks.Count);
        var (cut, shift) = (0, 0);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            for (; cut < cuts.Count && cuts[cut].End <= block.Span.Start; cut++) shift += cuts[cut].Length;
            var start = block.Span.Start - shift;
            for (; cut < cuts.Count && cuts[cut].End <= block.Span.End; cut++) shift += cuts[cut].Length;
            if (!areCut[i]) blocks.Add(block with { Span = new TextSpan(start, block.Span.End - shift) });
        }

        return document with { Text = document.Text.Select(TextSpans.Complement(cuts, document.Text.Text.Length)), Blocks = blocks };
    }
}
