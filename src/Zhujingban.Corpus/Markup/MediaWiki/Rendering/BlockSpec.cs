using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>The block that text written next belongs to.</summary>
internal readonly record struct BlockSpec(BlockKind Kind, int Level = 0, string? Num = null, int Table = -1)
{
    public static BlockSpec Paragraph { get; } = new(BlockKind.Paragraph);
}
