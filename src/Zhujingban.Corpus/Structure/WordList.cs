using System.Reflection;

namespace Zhujingban.Corpus.Structure;

/// <summary>Lists of words that are embedded resources: one word a line, <c>#</c> begins a comment line.</summary>
internal static class WordList
{
    /// <summary>The words of a list, in the order of the file.</summary>
    /// <param name="name">The file's name.</param>
    public static string[] Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } word && word[0] != '#') words.Add(word);
        }

        return [.. words];
    }

    /// <summary>True when a text begins with one of the words.</summary>
    public static bool AnyStarts(this string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word)) return true;
        }

        return false;
    }

    /// <summary>True when one of the words stands in a text.</summary>
    public static bool AnyIn(this string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The word that a text ends with; null when it ends with none.</summary>
    public static string? EndOf(this string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word)) return word;
        }

        return null;
    }
}
