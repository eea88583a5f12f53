using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>What a reader sees of a part of a page, as a string: a field's value, a footnote, a link's text.</summary>
internal sealed class PhraseText(string source) : ReaderText
{
    private readonly StringBuilder _text = new();

    public override int Length => _text.Length;

    protected override string Source => source;

    protected override char LastChar => _text.Length == 0 ? '\0' : _text[^1];

    /// <summary>Starts a new phrase at a position of the source.</summary>
    public void Start(int position, ChineseConversion? conversion)
    {
        Conversion = conversion;
        CodeDepth = 0;
        _text.Clear();
        At = position;
        Spec = BlockSpec.Paragraph;
    }

    /// <summary>Ends the phrase and gives it.</summary>
    public string End()
    {
        Finish(At);
        return _text.ToString();
    }

    protected override void EmitCopy(int start, int end) => _text.Append(source, start, end - start);

    protected override void EmitReplace(int start, int end, ReadOnlySpan<char> text) => _text.Append(text);

    protected override void EmitDrop(int start, int end, DropReason reason)
    {
    }

    protected override void EmitBlock(BlockSpec block, int start)
    {
    }

    protected override void BeforeContent()
    {
    }
}
