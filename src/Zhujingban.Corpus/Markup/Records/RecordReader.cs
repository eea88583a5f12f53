using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.Records;

/// <summary>
/// Reads a line of ready-made records, a JSON object of <see cref="RecordFields.Known"/>, as a document: its source is the line, its text
/// the title and the text, its only clause the text. The strings that become text are copied, their escapes replaced; what they stand in
/// is dropped as markup, the other fields' values as fields. So a record is proved as any document is.
/// </summary>
public static class RecordReader
{
    /// <summary>What every record's clause is, and no other's: the document itself.</summary>
    public const string EId = "";

    /// <summary>The fields that a record may have; the first three it must.</summary>
    public static IReadOnlyList<string> Fields => RecordFields.Known;

    /// <summary>Reads a line; what is no record gives a fault, never an exception.</summary>
    /// <param name="line">The line in UTF-8, without its line feed and without a byte order mark.</param>
    public static RecordReading Read(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
            return new RecordReading { FaultCode = "record-bad-encoding", Fault = "The line is not UTF-8." };
        var text = Encoding.UTF8.GetString(line);
        var fields = new RecordFields(text, line);
        if (fields.Fault is { } fault)
            return new RecordReading { Id = fields.Id, FaultCode = fault.Code, Fault = fault.Message, UnknownFields = fields.Unknown };
        var source = new SourceText(text, Convert.ToHexStringLower(SHA256.HashData(line)), "utf-8", []);
        return new RecordReading { Id = fields.Id, Document = DocumentOf(source, fields), UnknownFields = fields.Unknown };
    }

    private static Document DocumentOf(SourceText source, RecordFields fields)
    {
        var text = new MappedTextBuilder(source.Text.Length);
        var lone = new List<TextSpan>();
        if (fields.Title is { } title) JsonString.Append(text, source.Text, title, lone);
        TextSpan? titleSpan = text.Length > 0 ? new TextSpan(0, text.Length) : null;
        if (titleSpan is not null) text.Insert(fields.Text.Start, "\n");
        var start = text.Length;
        JsonString.Append(text, source.Text, fields.Text, lone);
        var read = text.Build();
        return new Document(fields.Id!, source, SourceFormat.Records, read)
        {
            Title = titleSpan?.Of(read.Text),
            TitleSpan = titleSpan,
            PartOf = fields.Document,
            Clauses = [new Clause(EId, ClauseKind.Clause, null, 1, [], fields.Headings, new TextSpan(start, read.Text.Length))],
            Dropped = DropsOf(source.Text, read, fields.Values),
            Diagnostics = lone.Count == 0 ? [] : [new Diagnostic("lone-surrogate", DiagnosticSeverity.Error,
                $"{lone.Count} lone surrogates are no characters; each is read as U+FFFD.", TextSpans.Flatten(lone))],
        };
    }

    /// <summary>What is not text: values that are kept as data or not known, and the JSON around everything.</summary>
    private static List<Drop> DropsOf(string source, MappedText text, IReadOnlyList<TextSpan> values)
    {
        var drops = values.Where(span => !span.IsEmpty).Select(span => new Drop(DropReason.Field, span)).ToList();
        var others = TextSpans.Flatten(text.Runs.Select(run => run.Source).Concat(values));
        drops.AddRange(TextSpans.Complement(others, source.Length).Select(span => new Drop(DropReason.Markup, span)));
        return drops;
    }
}
