namespace Zhujingban.Corpus.Structure;

/// <summary>签发人职务 and 签发人签名章 (GB/T 9704-2012 7.3.5.3): the officer who signs a decree, 总理　李克强.</summary>
internal static class OfficialDocumentSigner
{
    private const int LongestName = 4;

    private static readonly string[] Posts = WordList.Load("posts.txt");

    /// <summary>The officer's name in a line of post and name; null when the line is none.</summary>
    public static string? NameIn(string line)
    {
        var letters = string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
        if (letters.Length > 40 || letters.Any(c => c is < '\u4E00' or > '\u9FFF' and not '·')) return null;
        for (var length = 2; length <= LongestName && length < letters.Length; length++)
        {
            var name = letters[^length..];
            if (Posts.EndOf(letters.AsSpan(0, letters.Length - length)) is not { } post || IsPost(name)) continue;
            var office = letters[..^(length + post.Length)];
            if (office.Length == 0 || office == "中华人民共和国" || Organs.IsOrgan(office) || office.EndsWith('省') || office.EndsWith('市')) return name;
        }

        return null;
    }

    /// <summary>部长李 is not the name of a 部: posts and offices are no names.</summary>
    private static bool IsPost(string name) => Posts.EndOf(name) is not null || Organs.EndsAsOrgan(name);
}
