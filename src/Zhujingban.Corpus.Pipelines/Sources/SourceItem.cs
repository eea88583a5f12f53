using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>One file that is to become a document.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="FullPath">The file.</param>
/// <param name="Shown">The file, relative to the manifest or the definition, with <c>/</c>.</param>
internal sealed record SourceItem(string Id, string FullPath, string Shown)
{
    /// <summary>Its markup; null to tell it from the text.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>True to rebuild notices from repeated, cut up, shuffled text.</summary>
    public bool Clean { get; init; }

    /// <summary>What its manifest says of it, or null.</summary>
    public ManifestEntry? Entry { get; init; }

    /// <summary>The manifest's file, relative to the definition; null without one.</summary>
    public string? Manifest { get; init; }

    /// <summary>Where the source comes from.</summary>
    public OriginRecord Origin => new(Shown, Entry?.MediaType, Entry?.Origin, Entry?.Licence, Entry?.Language);

    /// <summary>What is to be said of the item as a whole, at its manifest line where it has one.</summary>
    public SourceProblem Problem(string code, string message) => Entry is null
        ? new SourceProblem(Shown, null, Id, code, message)
        : new SourceProblem(Manifest!, Entry.Line, Id, code, $"{OneLine.Escape(Entry.Path)}: {message}");
}
