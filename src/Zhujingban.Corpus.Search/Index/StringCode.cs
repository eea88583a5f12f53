using System.Runtime.InteropServices;
using System.Text;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Strings as they are, lone surrogates included: one byte a code unit where that is enough, else two.</summary>
internal static class StringCode
{
    private const int KindBits = 2;
    private const int Null = 0;
    private const int Narrow = 1;
    private const int Wide = 2;

    /// <summary>Appends a string or null.</summary>
    public static void Write(ByteBuffer output, string? value)
    {
        var kind = value is null ? Null : value.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF') ? Wide : Narrow;
        VariableLength.Write(output, ((ulong)(value?.Length ?? 0) << KindBits) | (uint)kind);
        if (kind == Wide) output.Write(MemoryMarshal.AsBytes(value.AsSpan()));
        if (kind == Narrow) output.Advance(Encoding.Latin1.GetBytes(value, output.GetSpan(value!.Length)));
    }

    /// <summary>Reads a string or null.</summary>
    public static string? Read(ReadOnlySpan<byte> input, ref int at)
    {
        var head = VariableLength.Read(input, ref at);
        var length = checked((int)(head >> KindBits));
        var start = at;
        switch ((int)(head & ((1 << KindBits) - 1)))
        {
            case Null:
                return null;
            case Narrow:
                at += length;
                return Encoding.Latin1.GetString(input[start..at]);
            default:
                at = checked(at + (length * sizeof(char)));
                return MemoryMarshal.Cast<byte, char>(input[start..at]).ToString();
        }
    }

    /// <summary>Moves behind a string or null.</summary>
    public static void Skip(ReadOnlySpan<byte> input, ref int at)
    {
        var head = VariableLength.Read(input, ref at);
        var length = checked((int)(head >> KindBits));
        at = checked(at + ((head & ((1 << KindBits) - 1)) == Wide ? length * sizeof(char) : length));
    }

    /// <summary>Reads a string that is not null.</summary>
    /// <exception cref="InvalidDataException">It is.</exception>
    public static string ReadPresent(ReadOnlySpan<byte> input, ref int at) =>
        Read(input, ref at) ?? throw new InvalidDataException("A text is missing.");

    /// <summary>Appends a list of strings.</summary>
    public static void WriteList(ByteBuffer output, IReadOnlyList<string> values)
    {
        VariableLength.Write(output, (ulong)values.Count);
        foreach (var value in values) Write(output, value);
    }

    /// <summary>Reads a list of strings.</summary>
    public static string[] ReadList(ReadOnlySpan<byte> input, ref int at)
    {
        var count = VariableLength.ReadInt32(input, ref at);
        if (count > input.Length - at) throw new InvalidDataException("A list is too long.");
        var values = new string[count];
        for (var i = 0; i < count; i++) values[i] = ReadPresent(input, ref at);
        return values;
    }
}
