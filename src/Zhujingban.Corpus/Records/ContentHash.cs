using System.Security.Cryptography;
using System.Text;

namespace Zhujingban.Corpus.Records;

/// <summary>Names a unit by its content, so that what is said about it outlives every rebuild that leaves the unit as it is.</summary>
public static class ContentHash
{
    /// <summary>The first 16 bytes of SHA-256 over the path's marks and the text, each closed by a line feed, in lower-case hex.</summary>
    /// <param name="path">The number path of the unit.</param>
    /// <param name="text">Its text.</param>
    public static string Of(IReadOnlyList<string> path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        var content = string.Concat(path.Append(text).Select(part => part + "\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }
}
