namespace Zhujingban.Corpus.Search.Query;

/// <summary>Collects what may surprise in how a query is read, each once.</summary>
internal sealed class QueryNotes
{
    private readonly List<string> _notes = [];

    /// <summary>The notes, in the order they were first made.</summary>
    public IReadOnlyList<string> All => _notes;

    /// <summary>Adds a note.</summary>
    public void Add(string note)
    {
        if (!_notes.Contains(note)) _notes.Add(note);
    }
}
