using System.Reflection;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Stages;

/// <summary>What tells one version of the program from another.</summary>
internal static class CodeVersion
{
    /// <summary>
    /// For cached results: the builds are deterministic, so the module version ids of what reads a document and of what
    /// stores it stay as long as their code and tables do, and change with them.
    /// </summary>
    public static string OfStages { get; } = string.Join('-',
        typeof(DocumentReader).Module.ModuleVersionId, typeof(CodeVersion).Module.ModuleVersionId, DocumentRecord.CurrentSchemaVersion);

    /// <summary>For people and manifests: the program's version number.</summary>
    public static string OfProgram { get; } =
        typeof(CodeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
