namespace Zhujingban.Corpus.Search;

/// <summary>A file of an index is missing, damaged, cut, of another version, or of another index.</summary>
public sealed class SearchIndexDamagedException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <param name="inner">What showed it, or null.</param>
    public SearchIndexDamagedException(string file, string reason, Exception? inner = null)
        : base($"{file}: {reason}", inner)
    {
        File = file;
        Reason = reason;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; }
}
