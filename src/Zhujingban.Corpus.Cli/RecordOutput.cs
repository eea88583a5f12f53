using System.Text.Json;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli;

/// <summary>Writes a record as one JSON document for a person to read, as it goes.</summary>
internal static class RecordOutput
{
    public static void Write<T>(CommandHost host, T record, JsonSerializerOptions? options = null)
    {
        using (var stream = new TextWriterStream(host.Out)) JsonSerializer.Serialize(stream, record, options ?? RecordJson.Indented);
        host.Out.WriteLine();
    }
}
