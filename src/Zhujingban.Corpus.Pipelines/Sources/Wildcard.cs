namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>One segment of a glob: <c>*</c> is any run of characters, <c>?</c> any one of them; the rest stands for itself.</summary>
internal static class Wildcard
{
    /// <summary>True when a segment is a pattern and not a name.</summary>
    public static bool IsIn(string segment) => segment.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>
    /// True when the whole of a name fits. A name that begins with a dot fits only a pattern that does: what editors and
    /// version control put beside the sources is none.
    /// </summary>
    public static bool Fits(string pattern, string name)
    {
        if (name.StartsWith('.') && !pattern.StartsWith('.')) return false;
        var (at, star, retry) = (0, -1, 0);
        for (var i = 0; i < name.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, retry) = (at++, i);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == name[i]))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                (at, i) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }
}
