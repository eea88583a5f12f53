using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary>A document in a file that was named on the command line.</summary>
/// <param name="Source">What it holds.</param>
/// <param name="Options">How it is to be read: its id is the file's name without the extension.</param>
internal sealed record DocumentFile(SourceText Source, ReadOptions Options)
{
    /// <summary>Opens a file, whatever is in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Its markup; null to tell it from name and text.</param>
    /// <exception cref="PipelineException">It cannot be read.</exception>
    public static DocumentFile Open(string path, SourceFormat? format = null)
    {
        try
        {
            var id = Path.GetFileNameWithoutExtension(path).Replace('#', '-');
            return new DocumentFile(SourceText.FromBytes(File.ReadAllBytes(path)), new ReadOptions(id, format, FileName: path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? "it is a folder" : error.Message;
            throw new PipelineException(ExitCode.InputMissing, $"{path}: cannot be read ({reason}); expected a file", error);
        }
    }
}
