using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Records;

/// <summary>A cleaned notice as JSON: what <c>clean</c> prints. Spans are of the source text.</summary>
public sealed record CleanRecord
{
    /// <summary>The version of this record's shape.</summary>
    public int SchemaVersion { get; init; } = DocumentRecord.CurrentSchemaVersion;

    /// <summary>The document's id.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the source's bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The units, in canonical order.</summary>
    public required IReadOnlyList<CleanUnitRecord> Units { get; init; }

    /// <summary>What is missing, in canonical order.</summary>
    public required IReadOnlyList<CleanGap> Gaps { get; init; }

    /// <summary>What contradicts itself.</summary>
    public required IReadOnlyList<CleanConflict> Conflicts { get; init; }

    /// <summary>What the text does not decide.</summary>
    public required IReadOnlyList<CleanQuestion> Questions { get; init; }

    /// <summary>What belongs to no unit: flat and ordered.</summary>
    public required IReadOnlyList<TextSpan> Boilerplate { get; init; }

    /// <summary>How the source's code units are accounted for.</summary>
    public required CleanCoverage Coverage { get; init; }

    /// <summary>What decoding and markup have to say.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The record of a cleaned notice.</summary>
    public static CleanRecord Of(CleanedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var document = notice.Document;
        return new CleanRecord
        {
            Id = document.Id,
            Sha256 = document.Source.Sha256,
            Units = [.. notice.Units.Select(CleanUnitRecord.Of)],
            Gaps = notice.Gaps,
            Conflicts = notice.Conflicts,
            Questions = notice.Questions,
            Boilerplate = notice.Boilerplate,
            Coverage = CleanCoverage.Of(notice),
            Diagnostics = [.. document.Source.Diagnostics, .. document.Diagnostics],
        };
    }
}

/// <summary>A unit of a cleaned notice as JSON.</summary>
/// <param name="Id">Its id in the notice.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Num">Its mark as written, or null.</param>
/// <param name="Path">The marks around it, its own included.</param>
/// <param name="Text">The characters of its spans without line breaks.</param>
/// <param name="Spans">Where it stands: flat and ordered.</param>
/// <param name="Duplicates">The other places that say it.</param>
public sealed record CleanUnitRecord(
    string Id, CleanUnitKind Kind, string? Num, IReadOnlyList<string> Path, string Text,
    IReadOnlyList<TextSpan> Spans, IReadOnlyList<UnitDuplicateRecord> Duplicates)
{
    internal static CleanUnitRecord Of(CleanUnit unit) => new(unit.Id, unit.Kind, unit.Num, unit.Path, unit.Text, unit.Spans,
        [.. unit.Duplicates.Select(duplicate => new UnitDuplicateRecord(duplicate.Spans, duplicate.Of, duplicate.Similarity, duplicate.Reason))]);
}

/// <summary>A place that says a unit again, as JSON.</summary>
/// <param name="Spans">The place: flat and ordered.</param>
/// <param name="OfSpans">The part of the unit that it says again: flat and ordered.</param>
/// <param name="Similarity">1 for equal texts.</param>
/// <param name="Reason">The rule that decided.</param>
public sealed record UnitDuplicateRecord(
    IReadOnlyList<TextSpan> Spans, IReadOnlyList<TextSpan> OfSpans, double Similarity, string Reason);

/// <summary>How a cleaned notice accounts for its source, in UTF-16 code units; <c>Kept + Duplicate + Boilerplate = Chars</c>.</summary>
/// <param name="Chars">The length of the source.</param>
/// <param name="Kept">What the units hold.</param>
/// <param name="Duplicate">What says a unit again.</param>
/// <param name="Boilerplate">What belongs to no unit.</param>
public readonly record struct CleanCoverage(int Chars, int Kept, int Duplicate, int Boilerplate)
{
    /// <summary>Counts what a cleaned notice does with its source.</summary>
    public static CleanCoverage Of(CleanedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new CleanCoverage(
            notice.Document.Source.Text.Length,
            LengthOf(notice.Units.SelectMany(unit => unit.Spans)),
            LengthOf(notice.Units.SelectMany(unit => unit.Duplicates).SelectMany(duplicate => duplicate.Spans)),
            LengthOf(notice.Boilerplate));
    }

    private static int LengthOf(IEnumerable<TextSpan> spans) => spans.Sum(span => span.Length);
}
