namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Names the units of a cleaned notice for a person: by their marks, or where they have none by how they begin.</summary>
/// <param name="notice">The notice.</param>
internal sealed class UnitNames(CleanedNotice notice)
{
    private const int LongestQuotation = 12;

    private readonly Dictionary<string, int> _numbers = notice.Units.Select((unit, number) => (unit.Id, number))
        .DistinctBy(unit => unit.Id, StringComparer.Ordinal).ToDictionary(unit => unit.Id, unit => unit.number, StringComparer.Ordinal);

    /// <summary>The number of a unit in canonical order; null for an id of none.</summary>
    public int? NumberOf(string? id) => id is not null && _numbers.TryGetValue(id, out var number) ? number : null;

    /// <summary>The name of a unit: <c>二、（九）</c>, or <c>“各设区市人民政府…”</c>; null for an id of none.</summary>
    public string? Find(string? id) => NumberOf(id) is { } number ? Of(notice.Units[number]) : null;

    /// <summary>The name of a unit.</summary>
    public static string Of(CleanUnit unit) => unit.Num is not null && unit.Path.Count > 0 ? string.Concat(unit.Path) : Quote(unit.Text);

    private static string Quote(string text)
    {
        if (text.Length <= LongestQuotation) return $"“{text}”";
        var end = char.IsHighSurrogate(text[LongestQuotation - 1]) ? LongestQuotation - 1 : LongestQuotation;
        return $"“{text[..end]}…”";
    }
}
