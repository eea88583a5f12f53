using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Cli;

/// <summary>What <c>verify</c> found, as JSON.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Generation">The generation.</param>
/// <param name="Sound">True when nothing is wrong with it.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record VerificationRecord(int SchemaVersion, string? Generation, bool Sound, IReadOnlyList<GenerationFault> Faults);
