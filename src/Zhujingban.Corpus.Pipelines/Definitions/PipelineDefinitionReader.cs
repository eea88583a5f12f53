using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Pipelines.Definitions;

/// <summary>Reads a pipeline's definition: see <c>pipelines/README.md</c> for its keys.</summary>
public static class PipelineDefinitionReader
{
    /// <summary>No definition is longer; what is, is another kind of file.</summary>
    private const int MostBytes = 1 << 20;

    /// <summary>Reads and checks a definition; the files that it names are not looked for.</summary>
    /// <exception cref="PipelineException">The file is not there (exit code 3) or is no definition (exit code 2); the message
    /// is one line: file, line, what was found, what was expected.</exception>
    public static PipelineDefinition Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var events = new DefinitionEvents(path, ReadText(path));
        events.Open();
        string? name = null, output = null;
        var sources = new List<SourceDefinition>();
        events.ReadMapping($"keys with values ({string.Join(", ", DefinitionKeys.OfPipeline)}) are expected",
            DefinitionKeys.OfPipeline, DefinitionKeys.OfPipeline, key =>
            {
                if (key == DefinitionKeys.Name) name = events.ReadText("the pipeline's name is expected");
                else if (key == DefinitionKeys.Output) output = FullPath(path, events.ReadText("the path of a folder is expected"));
                else events.ReadList("a list of sources is expected", () => sources.Add(ReadSource(path, events)));
            });
        events.Close();
        return new PipelineDefinition(path, name!, sources, output!);
    }

    private static SourceDefinition ReadSource(string path, DefinitionEvents events)
    {
        var source = new SourceDefinition("", 0);
        var start = events.Line;
        events.ReadMapping($"a source with its keys ({string.Join(", ", DefinitionKeys.OfSource)}) is expected",
            DefinitionKeys.OfSource, [DefinitionKeys.Files], key =>
            {
                var line = events.Line;
                source = key switch
                {
                    DefinitionKeys.Files => source with { Files = events.ReadText("a path or glob is expected"), FilesLine = line },
                    DefinitionKeys.Format => source with { Format = ReadFormat(events) },
                    DefinitionKeys.Clean => source with { Clean = events.ReadBoolean("true or false is expected") },
                    _ => source with
                    {
                        Manifest = FullPath(path, events.ReadText("the path of a manifest is expected")), ManifestLine = line,
                    },
                };
            });
        return source is { Format: SourceFormat.Records, Clean: true }
            ? throw events.Wrong(start, "format records with clean: true was found", "only documents are cleaned; one of the two is expected")
            : source;
    }

    private static SourceFormat? ReadFormat(DefinitionEvents events)
    {
        var expected = $"one of {string.Join(", ", SourceFormats.Names.Append(DefinitionKeys.AutoFormat))} is expected";
        var line = events.Line;
        var name = events.ReadText(expected);
        if (name == DefinitionKeys.AutoFormat) return null;
        return SourceFormats.TryParse(name, out var format) ? format
            : throw events.Wrong(line, $"{OneLine.Quote(name)} was found", expected);
    }

    private static string FullPath(string definition, string path) =>
        Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(definition))!);

    private static string ReadText(string path)
    {
        var bytes = ReadBytes(path);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        var shown = OneLine.Escape(path);
        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var nul)
            throw new PipelineException(ExitCode.Usage, $"{shown}:{LineAt(bytes, nul)}: a NUL was found; a text file is expected");
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            throw new PipelineException(ExitCode.Usage,
                $"{shown}:{LineAt(bytes, FirstBadByte(bytes))}: bytes that are not UTF-8 were found; UTF-8 is expected");
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static byte[] ReadBytes(string path)
    {
        var shown = OneLine.Escape(path);
        if (Directory.Exists(path))
            throw new PipelineException(ExitCode.InputMissing, $"{shown}: a folder was found; a pipeline definition is expected");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var buffer = new byte[MostBytes + 1];
            var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= MostBytes
                ? buffer[..length]
                : throw new PipelineException(ExitCode.Usage,
                    $"{shown}:1: more than {MostBytes} bytes were found; a pipeline definition is expected");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PipelineException(ExitCode.InputMissing, wrong is FileNotFoundException or DirectoryNotFoundException
                ? $"{shown}: there is no such file; a pipeline definition is expected"
                : $"{shown}: the file cannot be read; a pipeline definition is expected", wrong);
        }
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int position) => 1 + bytes[..position].Count((byte)'\n');

    private static int FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done) at += consumed;
        return at;
    }
}
