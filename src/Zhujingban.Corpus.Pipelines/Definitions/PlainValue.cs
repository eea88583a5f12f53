using System.Text.RegularExpressions;

namespace Zhujingban.Corpus.Pipelines.Definitions;

/// <summary>What YAML's core schema takes an unquoted value for.</summary>
internal static partial class PlainValue
{
    /// <summary>Names what an unquoted value is when it is no text; null for a text.</summary>
    public static string? OtherThanText(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => "no value",
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => "a yes or no",
        _ => Number().IsMatch(value) ? "a number" : null,
    };

    [GeneratedRegex(
        @"\A(0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
