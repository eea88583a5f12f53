namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What was found out about places for one piece: of the states that are followed side by side many stand at the same place, and all would find the same.</summary>
/// <param name="find">Finds it for a piece and a place.</param>
internal sealed class PlaceMemo<T>(Func<int, int, T> find)
{
    private const int NoPiece = -1;

    /// <summary>For each place the last piece that was asked for there, and what was found.</summary>
    private (int Piece, T Found)[] _known = [];

    /// <summary>What is found for a piece at a place. It stays the same until the piece has its place.</summary>
    public T Of(int piece, int place)
    {
        if (place < _known.Length && _known[place].Piece == piece) return _known[place].Found;
        var found = find(piece, place);
        if (place >= _known.Length) Grow(place + 1);
        _known[place] = (piece, found);
        return found;
    }

    private void Grow(int least)
    {
        var known = _known.Length;
        Array.Resize(ref _known, Math.Max(least, Math.Max(64, 2 * known)));
        Array.Fill(_known, (NoPiece, default!), known, _known.Length - known);
    }
}
