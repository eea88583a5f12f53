namespace Zhujingban.Corpus.Pipelines;

/// <summary>Reads a stream line by line as bytes, with each line's place; nothing but the line at hand is held.</summary>
/// <param name="stream">The stream; it stays the caller's.</param>
/// <param name="longest">The longest line that is read whole, in bytes.</param>
public sealed class LineReader(Stream stream, int longest)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The number of the last line read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where the last line read begins, in bytes from the stream's begin.</summary>
    public long Offset { get; private set; }

    /// <summary>The last line read, without its line feed; good until the next is read. Empty when it is too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>True when the last line read is longer than what is read whole.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>True when the last line read ends with a line feed.</summary>
    public bool IsClosed { get; private set; }

    private long Next { get; set; }

    /// <summary>Reads the next line; false at the end.</summary>
    public bool Read()
    {
        (Offset, IsTooLong, IsClosed, Line) = (Next, false, false, default);
        for (var searched = 0; ;)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                IsClosed = true;
                Take(searched + feed, 1);
                return true;
            }

            searched = _end - _start;
            if (searched > longest)
            {
                IsTooLong = true;
                Next += searched;
                (_start, _end, searched) = (0, 0, 0);
            }

            if (Fill()) continue;
            if (searched == 0 && !IsTooLong) return false;
            Take(searched, 0);
            return true;
        }
    }

    private void Take(int length, int feed)
    {
        IsTooLong |= length > longest;
        Line = IsTooLong ? default : _buffer.AsMemory(_start, length);
        Number++;
        Next += length + feed;
        _start += length + feed;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
