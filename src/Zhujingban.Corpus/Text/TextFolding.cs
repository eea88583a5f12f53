using System.Buffers;
using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Text;

/// <summary>
/// Folds a text for search and comparison: compatibility forms (full and half width, ligatures, circled numbers), case,
/// traditional to simplified and regional variants of a character, a combining mark into its letter; what cannot be seen (zero
/// width characters, variation selectors) goes. Each character is folded by itself, so two texts that differ only in these
/// things fold to the same, and folding twice changes nothing. Folded text is for comparison, not for reading: 乾 (as in 乾隆)
/// becomes 干 wherever it stands.
/// </summary>
public static class TextFolding
{
    /// <summary>The folded text, with its map to the text.</summary>
    /// <param name="text">Any text; lone surrogates stay as they are.</param>
    public static MappedText Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = FoldingTable.Instance;
        var builder = new MappedTextBuilder(text.Length);
        var replacement = new StringBuilder();
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            var folded = table.Simple(text, at);
            if (folded == text[at])
            {
                at++;
                continue;
            }

            builder.Copy(text, new TextSpan(copied, at));
            if (folded != FoldingTable.NotSimple)
            {
                builder.Replace(TextSpan.At(at, 1), [folded]);
                copied = ++at;
                continue;
            }

            replacement.Clear();
            var end = table.FoldCluster(text, at, replacement);
            Append(builder, text, new TextSpan(at, end), replacement.ToString());
            copied = at = end;
        }

        builder.Copy(text, new TextSpan(copied, text.Length));
        return builder.Build();
    }

    /// <summary>Writes the folded text alone, which is faster than with a map.</summary>
    /// <param name="text">Any text; lone surrogates stay as they are.</param>
    /// <param name="output">Where to write.</param>
    public static void Fold(ReadOnlySpan<char> text, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var table = FoldingTable.Instance;
        StringBuilder? replacement = null;
        for (var at = 0; at < text.Length;)
        {
            var room = output.GetSpan(Math.Min(text.Length - at, 4096));
            var count = Math.Min(room.Length, text.Length - at);
            var written = 0;
            for (; written < count; written++)
            {
                var folded = table.Simple(text, at + written);
                if (folded == FoldingTable.NotSimple) break;
                room[written] = folded;
            }

            output.Advance(written);
            at += written;
            if (written == count) continue;
            replacement = (replacement ?? new StringBuilder()).Clear();
            at = table.FoldCluster(text, at, replacement);
            foreach (var chunk in replacement.GetChunks()) output.Write(chunk.Span);
        }
    }

    /// <summary>Folds a text of which each character folds to one, as most do: then a place of the one is the same place of the other.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="folded">Where to write; at least as long. It holds nothing of use when the answer is false.</param>
    /// <returns>False when some character folds to more or fewer, or together with another.</returns>
    public static bool TryFoldEach(ReadOnlySpan<char> text, Span<char> folded) => FoldingTable.Instance.TryFoldEach(text, folded);

    /// <summary>A cluster that folds to itself is the text's own characters.</summary>
    private static void Append(MappedTextBuilder builder, string text, TextSpan span, string folded)
    {
        if (text.AsSpan(span.Start, span.Length).SequenceEqual(folded)) builder.Copy(text, span);
        else builder.Replace(span, folded);
    }
}
