using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Pipelines.Definitions;

/// <summary>What a pipeline reads, and where its generations go.</summary>
/// <param name="Path">The definition's file, as it was named.</param>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Sources">What it reads, in the order of the documents.</param>
/// <param name="Output">The full path of the folder that holds the generations.</param>
public sealed record PipelineDefinition(string Path, string Name, IReadOnlyList<SourceDefinition> Sources, string Output)
{
    /// <summary>The full path of the folder that relative paths start from.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
}

/// <summary>Some files, and how they are read.</summary>
/// <param name="Files">A path or glob, as written.</param>
/// <param name="FilesLine">The line of the definition that names it, from 1.</param>
public sealed record SourceDefinition(string Files, int FilesLine)
{
    /// <summary>Their markup; null to tell it from each text.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>The full path of their manifest, or null.</summary>
    public string? Manifest { get; init; }

    /// <summary>The line of the definition that names the manifest, from 1; 0 without one.</summary>
    public int ManifestLine { get; init; }

    /// <summary>True to rebuild notices from repeated, cut up, shuffled text.</summary>
    public bool Clean { get; init; }
}
