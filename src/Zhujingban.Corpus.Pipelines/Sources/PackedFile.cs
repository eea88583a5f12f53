using System.Buffers.Binary;
using System.IO.Compression;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>
/// Tells a gzip file that was cut off, by a transfer that broke off or a full disk: the runtime unpacks it as far as it goes and says
/// nothing. A whole one ends with the length of what its last member unpacks to.
/// </summary>
internal static class PackedFile
{
    private const int WindowLength = 1 << 16;

    /// <summary>What looks like the beginning of a member and is none is rare; a file that has more of it was made to have it.</summary>
    private const int MostMembersTried = 1000;

    private static readonly byte[] MemberStart = [0x1F, 0x8B, 0x08];

    /// <summary>True when a file begins as gzip files do.</summary>
    public static bool IsPacked(Stream file)
    {
        Span<byte> start = stackalloc byte[MemberStart.Length];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return length == start.Length && start.SequenceEqual(MemberStart);
    }

    /// <summary>True when a file ends with the length of its last member.</summary>
    /// <param name="file">The packed file.</param>
    /// <param name="unpacked">The length of all that it unpacked to.</param>
    public static bool IsWhole(FileStream file, long unpacked)
    {
        if (file.Length < sizeof(uint)) return false;
        Span<byte> end = stackalloc byte[sizeof(uint)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        var last = BinaryPrimitives.ReadUInt32LittleEndian(end);
        return last == (uint)unpacked || MembersFromTheEnd(file).Take(MostMembersTried).Any(start => Unpacked(file, start) == last);
    }

    private static IEnumerable<long> MembersFromTheEnd(FileStream file)
    {
        var window = new byte[WindowLength + MemberStart.Length - 1];
        for (var end = file.Length; end > 0; end -= WindowLength)
        {
            // Windows overlap, so that a beginning that two of them share is found in one.
            var start = Math.Max(end - WindowLength, 0);
            file.Position = start;
            var length = file.ReadAtLeast(window.AsSpan(0, (int)Math.Min(window.Length, file.Length - start)), 1, throwOnEndOfStream: false);
            for (var at = length; at >= 0 && (at = window.AsSpan(0, at).LastIndexOf(MemberStart)) >= 0;) yield return start + at;
        }
    }

    /// <summary>The length of what the rest of a file unpacks to, as gzip writes it; null when it is no such thing.</summary>
    private static uint? Unpacked(FileStream file, long start)
    {
        try
        {
            file.Position = start;
            using var stream = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            var buffer = new byte[WindowLength];
            var length = 0L;
            for (int read; (read = stream.Read(buffer)) > 0;) length += read;
            return (uint)length;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
