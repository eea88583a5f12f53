using System.Text.Json.Serialization;

namespace Zhujingban.Corpus.Documents;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; the result is what the source says.</summary>
    Info,

    /// <summary>Something was read otherwise than written, or not understood; nothing is lost.</summary>
    Warning,

    /// <summary>The document, or a part of it, could not be read.</summary>
    Error,
}

/// <summary>What a stage has to say about a document, with its place.</summary>
/// <param name="Code">A stable kebab-case name, such as <c>unclosed-template</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One English sentence for a person.</param>
/// <param name="Spans">Where, as spans of the source text; empty when it is about the whole.</param>
[method: JsonConstructor]
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>A diagnostic at one place.</summary>
    public Diagnostic(string code, DiagnosticSeverity severity, string message, TextSpan span)
        : this(code, severity, message, [span])
    {
    }

    /// <summary>A diagnostic about the whole document.</summary>
    public Diagnostic(string code, DiagnosticSeverity severity, string message)
        : this(code, severity, message, [])
    {
    }
}
