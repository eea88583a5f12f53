using System.Text;

namespace Zhujingban.Corpus.Cli;

/// <summary>
/// A stream of UTF-8 into a writer, so that a record far larger than a string can hold, or than memory should, is written as it is made.
/// </summary>
/// <param name="writer">Where the text goes; it stays open.</param>
internal sealed class TextWriterStream(TextWriter writer) : WriteOnlyStream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private char[] _characters = new char[1 << 14];

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_characters.Length < buffer.Length + 2) _characters = new char[buffer.Length + 2];
        var count = _decoder.GetChars(buffer, _characters, flush: false);
        writer.Write(_characters.AsSpan(0, count));
    }

    public override void Flush()
    {
    }
}
