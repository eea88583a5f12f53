using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>The readable text of a page with its map to the source, its blocks, its tables and what is left out.</summary>
/// <param name="source">The page's wikitext.</param>
internal sealed class PageText(string source) : ReaderText
{
    private readonly MappedTextBuilder _text = new(Math.Max(256, source.Length / 2));
    private readonly List<Drop> _dropped = new(source.Length / 64);

    public List<Block> Blocks { get; } = [];

    public TableRecorder Tables { get; } = new();

    public IReadOnlyList<Drop> Dropped => _dropped;

    public override int Length => _text.Length;

    protected override string Source => source;

    protected override char LastChar => _text.LastChar;

    public MappedText Build() => _text.Build();

    protected override void EmitCopy(int start, int end) => _text.Copy(source, new TextSpan(start, end));

    protected override void EmitReplace(int start, int end, ReadOnlySpan<char> text) => _text.Replace(new TextSpan(start, end), text);

    protected override void EmitDrop(int start, int end, DropReason reason)
    {
        if (start >= end) return;
        var last = _dropped.Count > 0 ? _dropped[^1] : default;
        if (last.Reason == reason && last.Span.End == start && !last.Span.IsEmpty)
            CollectionsMarshal.AsSpan(_dropped)[^1] = new Drop(reason, new TextSpan(last.Span.Start, end));
        else
            _dropped.Add(new Drop(reason, new TextSpan(start, end)));
    }

    protected override void EmitBlock(BlockSpec block, int start)
    {
        if (_text.Length > start)
            Blocks.Add(new Block(block.Kind, new TextSpan(start, _text.Length)) { Level = block.Level, Num = block.Num, Table = block.Table });
    }

    protected override void BeforeContent() => Tables.ContentAt(_text.Length);
}
