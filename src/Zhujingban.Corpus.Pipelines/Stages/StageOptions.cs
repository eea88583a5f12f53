using System.Security.Cryptography;
using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Stages;

/// <summary>Everything but the bytes that a document's record depends on.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Format">Its markup; null to tell it from the text.</param>
/// <param name="Title">Its title, or null where the source is to say it.</param>
/// <param name="Clean">True to rebuild a notice from repeated, cut up, shuffled text.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record StageOptions(string Id, SourceFormat? Format, string? Title, bool Clean, OriginRecord Origin)
{
    /// <summary>What a source's definition and manifest ask for.</summary>
    public static StageOptions Of(SourceItem item) => new(item.Id, item.Format, item.Entry?.Title, item.Clean, item.Origin);

    /// <summary>The name of the result in a cache: a hash over source, options and program.</summary>
    /// <param name="sourceSha256">SHA-256 of the source's bytes.</param>
    /// <param name="codeVersion">What changes with the program.</param>
    public string KeyFor(string sourceSha256, string codeVersion)
    {
        string?[] parts =
        [
            codeVersion, sourceSha256, Id, Format is { } format ? SourceFormats.NameOf(format) : null, Title, Clean ? "clean" : null,
            Origin.Path, Origin.MediaType, Origin.Origin, Origin.Licence, Origin.Language,
        ];

        // Each part says its length, so that no two lists of parts read alike.
        var all = string.Concat(parts.Select(part => part is null ? "-\n" : $"{part.Length}:{part}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
