using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Reads single terms. Punctuation in a term stands for any punctuation or white space there, and nothing is found across
/// punctuation that a term does not have. A document number or full date that a term ends with is sought in any form.
/// </summary>
internal sealed class TermReader(QueryNotes notes)
{
    private readonly ClauseAnalyzer _analyzer = new();

    /// <summary>What a term finds literally; null when it holds nothing that can be sought.</summary>
    public TermPattern? ReadPattern(string text) => ReadPattern(text, out _);

    /// <summary>What a term finds literally; null when it holds nothing that can be sought.</summary>
    /// <param name="text">The term.</param>
    /// <param name="run">Its longest run of ideographs; 0 when it ends with a document number, which nobody asks a question with.</param>
    public TermPattern? ReadPattern(string text, out int run)
    {
        run = 0;
        var analyzed = _analyzer.Analyze(text);
        if (analyzed.Units.Count == 0)
        {
            notes.Add($"“{text}” holds nothing that can be searched for");
            return null;
        }

        var reference = ReferenceAtEnd(analyzed);
        if (reference is { } found) notes.Add($"“{text}” is read as a {(Terms.IsDate(found.Term) ? "date" : "document number")}, in any form");
        if (reference is null || Terms.IsDate(reference.Value.Term)) run = LongestRun(analyzed.Units);
        return PatternOf(text, analyzed, reference);
    }

    /// <summary>True when a term's * has a meaning: ideographs are found inside longer runs without it.</summary>
    public bool IsWordPrefix(QueryToken token)
    {
        if (!token.IsPrefix) return false;
        var analyzed = _analyzer.Analyze(token.Text);
        return analyzed.Units is [.., { IsIdeograph: false } last] && last.End == analyzed.Folded.Length && ReferenceAtEnd(analyzed) is null;
    }

    /// <summary>The document number or date a term ends with, if any.</summary>
    private static Alias? ReferenceAtEnd(AnalyzedText analyzed)
    {
        foreach (var alias in analyzed.Aliases)
        {
            if (Terms.IsReference(alias.Term) && analyzed.Units[^1].Start < alias.End) return alias;
        }

        return null;
    }

    private static TermPattern PatternOf(string text, AnalyzedText analyzed, Alias? ending)
    {
        var (parts, first) = (new List<PatternPart>(analyzed.Units.Count), 0);
        foreach (var unit in analyzed.Units)
        {
            if (ending is { } alias && unit.Start >= alias.Start) break;
            Add(unit.Position, analyzed.TermOf(unit), unit.Ideograph);
        }

        if (ending is { } last) Add(last.Position, last.Term, -1);
        return new TermPattern(text, parts);

        void Add(int position, string term, int ideograph)
        {
            if (parts.Count == 0) first = position;
            var offset = position - first;
            if (parts.Count > 0 && parts[^1].Offset + 1 < offset) parts.Add(new PatternPart(offset - 1, Terms.Separator, -1));
            parts.Add(new PatternPart(offset, term, ideograph));
        }
    }

    private static int LongestRun(List<Unit> units)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < units.Count; i++)
        {
            run = i > 0 && units[i - 1].IsRunWith(units[i]) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
