using System.Globalization;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Gives out Akoma Ntoso ids: a name and a number under a parent (<c>sec_3__subsec_8</c>), unique in the document. A number
/// that repeats under its parent gets <c>-2</c>, the next <c>-3</c>. Numbers count under their parent only, so a change in one
/// part of a document leaves the ids of the others alone.
/// </summary>
internal sealed class EIds
{
    private readonly Dictionary<(string? Parent, string Name), int> _counts = [];
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>The id of the next unit of its name under a parent: <c>p_1</c>, <c>p_2</c> …</summary>
    /// <param name="parent">The parent's id; null for the document.</param>
    /// <param name="name">The Akoma Ntoso name: <c>sec</c>, <c>p</c> …</param>
    public string Next(string? parent, string name)
    {
        var count = _counts.GetValueOrDefault((parent, name)) + 1;
        _counts[(parent, name)] = count;
        return Numbered(parent, name, count);
    }

    /// <summary>The id of a unit that has a number of its own.</summary>
    /// <param name="parent">The parent's id; null for the document.</param>
    /// <param name="name">The Akoma Ntoso name: <c>sec</c>, <c>art</c> …</param>
    /// <param name="number">Its number.</param>
    public string Numbered(string? parent, string name, long number) =>
        Unique(string.Create(CultureInfo.InvariantCulture, $"{Prefix(parent)}{name}_{number}"));

    /// <summary>The id of a part that its parent has once and without a number, such as a title.</summary>
    /// <param name="parent">The parent's id; null for the document.</param>
    /// <param name="name">The name.</param>
    public string Named(string? parent, string name) => Unique(Prefix(parent) + name);

    private static string Prefix(string? parent) => parent is null ? "" : parent + "__";

    private string Unique(string id)
    {
        if (_taken.TryAdd(id, 1)) return id;
        string repeated;
        do
        {
            repeated = string.Create(CultureInfo.InvariantCulture, $"{id}-{++_taken[id]}");
        }
        while (!_taken.TryAdd(repeated, 1));
        return repeated;
    }
}
