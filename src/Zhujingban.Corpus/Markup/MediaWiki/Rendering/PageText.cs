using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>The readable text of a page with its map to the source, its blocks, its tables and what is left out.</summary>
internal sealed class PageText : ReaderText, IDisposable
{
    private readonly PooledList<char> _text;
    private readonly PooledList<MappedRun> _runs;
    private readonly PooledList<Drop> _dropped;

    /// <param name="source">The page's wikitext.</param>
    public PageText(string source)
    {
        Source = source;
        _text = new PooledList<char>(Math.Max(256, source.Length / 2));
        _runs = new PooledList<MappedRun>(Math.Max(64, source.Length / 16));
        _dropped = new PooledList<Drop>(Math.Max(64, source.Length / 16));
        Tables = new TableRecorder(_text);
    }

    public List<Block> Blocks { get; } = [];

    public TableRecorder Tables { get; }

    public override int Length => _text.Count;

    protected override string Source { get; }

    protected override char LastChar => _text.Count == 0 ? '\0' : _text.Last;

    public MappedText Build() => new(_text.Items.ToString(), _runs.Items.ToArray());

    /// <summary>What is left out, in the source's order.</summary>
    public IReadOnlyList<Drop> Dropped() => _dropped.Items.ToArray();

    public void Dispose()
    {
        _text.Dispose();
        _runs.Dispose();
        _dropped.Dispose();
    }

    protected override void EmitCopy(int start, int end)
    {
        if (start >= end) return;
        var at = _text.Count;
        _text.AddRange(Source.AsSpan(start, end - start));
        if (_runs.Count > 0 && _runs.Last is { Kind: RunKind.Copied } last && last.Source.End == start)
            _runs.Last = new MappedRun(new TextSpan(last.Text.Start, _text.Count), new TextSpan(last.Source.Start, end), RunKind.Copied);
        else
            _runs.Add(new MappedRun(new TextSpan(at, _text.Count), new TextSpan(start, end), RunKind.Copied));
    }

    protected override void EmitReplace(int start, int end, ReadOnlySpan<char> text)
    {
        if (start >= end && text.IsEmpty) return;
        var at = _text.Count;
        _text.AddRange(text);
        _runs.Add(new MappedRun(new TextSpan(at, _text.Count), new TextSpan(start, end), start < end ? RunKind.Replaced : RunKind.Inserted));
    }

    protected override void EmitDrop(int start, int end, DropReason reason)
    {
        if (start >= end) return;
        if (_dropped.Count > 0 && _dropped.Last is var last && last.Reason == reason && last.Span.End == start)
            _dropped.Last = new Drop(reason, new TextSpan(last.Span.Start, end));
        else
            _dropped.Add(new Drop(reason, new TextSpan(start, end)));
    }

    protected override void EmitBlock(BlockSpec block, int start)
    {
        if (_text.Count > start)
            Blocks.Add(new Block(block.Kind, new TextSpan(start, _text.Count)) { Level = block.Level, Num = block.Num, Table = block.Table });
    }

    protected override void BeforeContent() => Tables.ContentAt(_text.Count);
}
