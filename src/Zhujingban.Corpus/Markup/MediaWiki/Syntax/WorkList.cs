namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>The flows that are still to be read. They wait here instead of on the call stack.</summary>
internal sealed class WorkList
{
    private readonly Stack<int> _flows = new();

    public void Push(int node) => _flows.Push(node);

    public bool TryPop(out int node) => _flows.TryPop(out node);
}
