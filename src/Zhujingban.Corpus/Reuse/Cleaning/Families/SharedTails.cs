namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the sentences that lines end with which begin with something of their own: 甲县安排资金200万元。各单位要加强监管。 and 乙县安排资金300万元。各单位要加强监管。 A scraper takes
/// lines again from their beginning, or breaks them anywhere. Two lines with one number are two copies that contradict each other.
/// </summary>
internal static class SharedTails
{
    /// <summary>For each piece whether it is one of them.</summary>
    /// <param name="families">Which pieces say the same.</param>
    /// <param name="pieces">The pieces.</param>
    public static bool[] Find(PieceFamilies families, NoticePiece[] pieces)
    {
        var lines = new Dictionary<string, List<(int Line, int Start, int End)>>();
        for (var (start, end) = (0, 0); start < pieces.Length; start = end)
        {
            for (end = start + 1; end < pieces.Length && !pieces[end].StartsLine;) end++;
            var tail = end;
            while (tail > start && pieces[tail - 1].Kind == PieceKind.Sentence && families.HasCopies(tail - 1) && !families.IsCutOff(tail - 1)) tail--;
            if (tail == start || tail == end || pieces[tail - 1].IsFrame || families.HasCopies(tail - 1)) continue;
            var key = string.Join(' ', Enumerable.Range(tail, end - tail).Select(families.FamilyOf));
            if (!lines.TryGetValue(key, out var same)) lines[key] = same = [];
            same.Add((start, tail, end));
        }

        var shared = new bool[pieces.Length];
        foreach (var same in lines.Values.Where(same => same.Count > 1))
        {
            var numbered = same.Where(line => pieces[line.Line].IsMarked).Select(line => (pieces[line.Line].Mark.Kind, pieces[line.Line].Mark.Value)).ToArray();
            if (numbered.Distinct().Count() < numbered.Length) continue;
            foreach (var (_, start, end) in same) shared.AsSpan(start, end - start).Fill(true);
        }

        return shared;
    }
}
