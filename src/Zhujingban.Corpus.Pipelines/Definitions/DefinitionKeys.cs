namespace Zhujingban.Corpus.Pipelines.Definitions;

/// <summary>The keys of a pipeline's definition.</summary>
internal static class DefinitionKeys
{
    public const string Name = "name";
    public const string Sources = "sources";
    public const string Output = "output";
    public const string Files = "files";
    public const string Format = "format";
    public const string Manifest = "manifest";
    public const string Clean = "clean";

    /// <summary>The format that is told from the text.</summary>
    public const string AutoFormat = "auto";

    /// <summary>The keys of a definition; all are required.</summary>
    public static IReadOnlyList<string> OfPipeline { get; } = [Name, Sources, Output];

    /// <summary>The keys of a source; all but <see cref="Files"/> may be left out.</summary>
    public static IReadOnlyList<string> OfSource { get; } = [Files, Format, Manifest, Clean];
}
