using System.Text;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Folds a piece for comparison: as <see cref="TextFolding"/> does (width, script, case, what cannot be seen), and beyond it all brackets
/// around numbers and asides (〔〕, [], 【】, （）) to one kind, quotation marks to one, dashes, waves and points to one each; white space and line
/// breaks go. It writes into a buffer that is used again, without a map.
/// </summary>
internal static class ComparisonFolding
{
    /// <summary>In the table: the cluster at this place has to be folded as a whole.</summary>
    private const char Cluster = '\0';

    /// <summary>In the table: the character goes.</summary>
    private const char Gone = '\u0001';

    private static readonly char[] Forms = Build();

    /// <summary>Folds a text into a buffer, which grows where it must.</summary>
    /// <returns>The length of the folded text.</returns>
    public static int Fold(ReadOnlySpan<char> text, ref char[] output)
    {
        var length = 0;
        if (output.Length < text.Length) output = new char[Math.Max(text.Length, output.Length * 2)];
        StringBuilder? cluster = null;
        for (var at = 0; at < text.Length;)
        {
            var form = Forms[text[at]];
            if (form != Cluster && (at + 1 >= text.Length || Forms[text[at + 1]] != Cluster))
            {
                if (form != Gone) output[length++] = form;
                at++;
                continue;
            }

            cluster = (cluster ?? new StringBuilder()).Clear();
            at = FoldingTable.Instance.FoldCluster(text, at, cluster);
            foreach (var chunk in cluster.GetChunks())
            {
                foreach (var c in chunk.Span)
                {
                    if (Own(c) is not Gone and var own) Append(ref output, ref length, own);
                }
            }

            // A cluster may be longer than what it was: there must be room for the rest again.
            if (output.Length - length < text.Length - at) Array.Resize(ref output, 2 * (length + text.Length - at));
        }

        return length;
    }

    private static void Append(ref char[] output, ref int length, char c)
    {
        if (length == output.Length) Array.Resize(ref output, (length * 2) + 16);
        output[length++] = c;
    }

    private static char[] Build()
    {
        var forms = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var simple = FoldingTable.Instance.Simple([(char)c], 0);
            forms[c] = simple == FoldingTable.NotSimple ? Cluster : Own(simple);
        }

        return forms;
    }

    /// <summary>What this folding does beyond <see cref="TextFolding"/>.</summary>
    private static char Own(char c) => c switch
    {
        '〔' or '[' or '【' or '{' or '〖' or '﹝' => '(',
        '〕' or ']' or '】' or '}' or '〗' or '﹞' => ')',
        '“' or '”' or '„' or '〝' or '〞' or '「' or '」' or '『' or '』' or '‘' or '’' or '\'' or '`' => '"',
        '〈' or '«' or '‹' => '《',
        '〉' or '»' or '›' => '》',
        '—' or '–' or '‐' or '‑' or '―' or '─' or '━' or '−' or '－' => '-',
        '～' or '〜' or '∼' => '~',
        '•' or '・' or '‧' or '⋅' or '∙' => '·',
        '｡' => '。',
        '◯' => '零',
        _ => char.IsWhiteSpace(c) || char.IsControl(c) ? Gone : c,
    };
}
