using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The title of a notice's first head, and where the text says it again: whole or begun, with a slip, behind its issuer, or as the end of a longer one.</summary>
/// <param name="text">The text.</param>
/// <param name="title">The title, as written.</param>
internal sealed class KnownTitle(string text, string title)
{
    /// <summary>So many letters of a title in a row give it away.</summary>
    private const int SharedStart = 8;

    /// <summary>Letters behind the first ones of a title do not give it away: what it names stands elsewhere without them.</summary>
    private const int MostOffset = 40;

    private const int LongestIssuers = 60;

    /// <summary>The title, as written.</summary>
    public string Title => title;

    /// <summary>
    /// Where it begins again, behind a place and before an end; the end when it does not. Any eight characters in a row give it away, so that a slip in its
    /// first words does not hide it.
    /// </summary>
    public int Next(int at, int end)
    {
        var first = end;
        for (var offset = 0; offset + SharedStart <= Math.Min(title.Length, MostOffset); offset += SharedStart)
        {
            if (at >= first) break;
            var window = title.AsSpan(offset, SharedStart);
            for (var from = at; from < first; from++)
            {
                var found = text.AsSpan(from, Math.Min(first + offset + SharedStart, end) - from).IndexOf(window);
                if (found < 0) break;
                from += found;
                // One letter may be missing before the window.
                if (from - at < offset - 1 || !Agrees(Math.Max(at, from - offset), offset)) continue;
                first = Math.Min(first, Math.Max(at, from - offset));
                break;
            }
        }

        return first;
    }

    /// <summary>True where it begins, if with a slip in its first letters, one more or one less among them.</summary>
    public bool Begins(TextSpan rest)
    {
        if (title.Length < SharedStart) return false;
        if (text.AsSpan(rest.Start, rest.Length).CommonPrefixLength(title) >= SharedStart) return true;
        var end = Math.Min(rest.End, rest.Start + MostOffset + SharedStart + 1);
        var begins = Next(rest.Start, end);
        return begins < end && (begins == rest.Start || (begins == rest.Start + 1 && text[rest.Start] == title[0]));
    }

    /// <summary>The length of it at the start of a line, with its issuer before it where it was known without; 0 where neither stands.</summary>
    public int LengthAt(ReadOnlySpan<char> line)
    {
        var issuer = line[..Math.Min(line.Length, LongestIssuers + title.Length)].IndexOf(title);
        if (issuer == 0) return title.Length;
        return issuer > 0 && OfficialDocumentTitles.StartsWithVerb(title) && Organs.Split(line[..issuer].ToString()).Count > 0 ? issuer + title.Length : 0;
    }

    /// <summary>Where it ends that begins at a place, whatever line breaks stand in it; -1 where it does not stand there.</summary>
    public int WrappedEnd(int at)
    {
        foreach (var letter in title)
        {
            if (letter is '\n' or '\r') continue;
            while (at < text.Length && (text[at] is '\n' or '\r')) at++;
            if (at == text.Length || text[at++] != letter) return -1;
        }

        return at;
    }

    /// <summary>True for the title with slips: what lies between its first letters and its last ones is less than half of it.</summary>
    public bool Is(TextSpan span)
    {
        if (Math.Abs(span.Length - title.Length) > 2) return false;
        var again = text.AsSpan(span.Start, span.Length);
        var (same, end) = (again.CommonPrefixLength(title), 0);
        while (end < Math.Min(again.Length, title.Length) - same && again[^(end + 1)] == title[^(end + 1)]) end++;
        return 2 * (same + end) >= title.Length;
    }

    /// <summary>True for the whole title of a text that begins in the middle of it.</summary>
    public bool Ends(TextSpan longer) =>
        title.Length >= SharedStart && longer.Length > title.Length && text.AsSpan(longer.Start, longer.Length).EndsWith(title);

    /// <summary>True where most of its first letters stand: what it names stands elsewhere without them.</summary>
    private bool Agrees(int at, int length)
    {
        var same = 0;
        for (var i = 0; i < length; i++) same += text[at + i] == title[i] ? 1 : 0;
        return 2 * same >= length;
    }
}
