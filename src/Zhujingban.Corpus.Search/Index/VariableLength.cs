namespace Zhujingban.Corpus.Search.Index;

/// <summary>Numbers in 7-bit groups, least first, the high bit set on all but the last.</summary>
internal static class VariableLength
{
    /// <summary>The most bytes a number takes.</summary>
    public const int MostBytes = 10;

    /// <summary>Appends a number.</summary>
    public static void Write(ByteBuffer output, ulong value)
    {
        var room = output.GetSpan(MostBytes);
        var count = 0;
        Write(room, ref count, value);
        output.Advance(count);
    }

    /// <summary>Writes a number at a place and moves behind it.</summary>
    public static void Write(Span<byte> room, ref int at, ulong value)
    {
        for (; value >= 0x80; value >>= 7) room[at++] = (byte)(value | 0x80);
        room[at++] = (byte)value;
    }

    /// <summary>Reads a number and moves behind it.</summary>
    /// <exception cref="InvalidDataException">The number is longer than any that is written.</exception>
    public static ulong Read(ReadOnlySpan<byte> input, ref int at)
    {
        if (input[at] < 0x80) return input[at++];
        return ReadGroups(input, ref at);
    }

    private static ulong ReadGroups(ReadOnlySpan<byte> input, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = input[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new InvalidDataException("A number is too long.");
    }

    /// <summary>Reads a number that fits 31 bits.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public static int ReadInt32(ReadOnlySpan<byte> input, ref int at)
    {
        var value = Read(input, ref at);
        return value <= int.MaxValue ? (int)value : throw new InvalidDataException("A number is too large.");
    }
}
