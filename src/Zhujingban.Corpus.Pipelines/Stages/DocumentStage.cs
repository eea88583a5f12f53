using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Stages;

/// <summary>Reads a source into a document: <see cref="DocumentReader.Read"/>.</summary>
internal delegate Document ReadDocument(SourceText source, ReadOptions options);

/// <summary>What a document becomes: its lines of a generation, without line feeds.</summary>
/// <param name="Document">Its line of <c>documents.jsonl</c>.</param>
/// <param name="Source">Its line of <c>sources.jsonl</c>.</param>
internal readonly record struct StageResult(ReadOnlyMemory<byte> Document, ReadOnlyMemory<byte> Source);

/// <summary>The work on one document: a pure function of bytes, options and program version to record bytes.</summary>
internal static class DocumentStage
{
    /// <summary>Reads a document and writes its records.</summary>
    public static (DocumentRecord Record, StageResult Result) Run(ReadDocument read, byte[] bytes, StageOptions options)
    {
        var document = read(SourceText.FromBytes(bytes),
            new ReadOptions(options.Id, options.Format, options.Title, Clean: options.Clean, FileName: options.Origin.Path));
        return Store(document, options.Origin);
    }

    /// <summary>Writes the records of a document that has been read.</summary>
    public static (DocumentRecord Record, StageResult Result) Store(Document document, OriginRecord origin)
    {
        var record = DocumentRecords.Of(document, origin);
        var source = new StoredSource
        {
            Id = document.Id,
            Sha256 = document.Source.Sha256,
            Encoding = document.Source.Encoding,
            Text = document.Source.Text,
            Runs = document.Text.Runs,
        };
        return (record, new StageResult(
            JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Line),
            JsonSerializer.SerializeToUtf8Bytes(source, GenerationJson.Line)));
    }
}
