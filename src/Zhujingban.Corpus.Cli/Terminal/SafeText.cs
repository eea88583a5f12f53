using Zhujingban.Corpus.Pipelines;

namespace Zhujingban.Corpus.Cli;

/// <summary>Makes text from outside harmless to a terminal.</summary>
internal static class SafeText
{
    /// <summary>The text on one line: line breaks and tabs as spaces, everything else that could steer a terminal escaped.</summary>
    public static string ForTerminal(string text) => OneLine.Escape(text.ReplaceLineEndings(" ").Replace('\t', ' '));
}
