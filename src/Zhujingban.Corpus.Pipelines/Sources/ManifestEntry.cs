namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>What a manifest says of one source.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Id">The document's id.</param>
/// <param name="Path">Its file, relative to the manifest's folder, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of the file's bytes, in lower-case hex.</param>
internal sealed record ManifestEntry(int Line, string Id, string Path, string Sha256)
{
    /// <summary>Its media type, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its title, or null where the source is to say it.</summary>
    public string? Title { get; init; }

    /// <summary>Where it was taken from, or null.</summary>
    public string? Origin { get; init; }

    /// <summary>Its licence, or null.</summary>
    public string? Licence { get; init; }

    /// <summary>Its language, or null.</summary>
    public string? Language { get; init; }
}
