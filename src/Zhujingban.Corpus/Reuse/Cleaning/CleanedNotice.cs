using System.Text.Json.Serialization;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// A notice put together again: its units in canonical order, each with the places that say it again, and what could not be decided.
/// Every code unit of the source is in exactly one of the units' spans, their duplicates' spans and <see cref="Boilerplate"/>.
/// All spans are ranges of the source, in UTF-16 code units.
/// </summary>
/// <param name="Document">The document that was cleaned, as its markup gives it.</param>
/// <param name="Units">The units, in canonical order.</param>
public sealed record CleanedNotice(Document Document, IReadOnlyList<CleanUnit> Units)
{
    /// <summary>What is missing, in canonical order.</summary>
    public IReadOnlyList<CleanGap> Gaps { get; init; } = [];

    /// <summary>What contradicts itself.</summary>
    public IReadOnlyList<CleanConflict> Conflicts { get; init; } = [];

    /// <summary>What the text does not decide.</summary>
    public IReadOnlyList<CleanQuestion> Questions { get; init; } = [];

    /// <summary>What belongs to no unit: line breaks between units, what the page says around the notice; flat and ordered.</summary>
    public IReadOnlyList<TextSpan> Boilerplate { get; init; } = [];
}

/// <summary>What a unit of a cleaned notice is.</summary>
public enum CleanUnitKind
{
    /// <summary>标题 of the notice, or of what it issues.</summary>
    Title,

    /// <summary>发文字号.</summary>
    DocumentNumber,

    /// <summary>发布日期, with its label.</summary>
    PublishedDate,

    /// <summary>主送机关, with the colon.</summary>
    Addressees,

    /// <summary>印发语, or what stands between a title and the first number.</summary>
    Preamble,

    /// <summary>A numbered heading without text of its own.</summary>
    Heading,

    /// <summary>A numbered unit.</summary>
    Clause,

    /// <summary>An unnumbered paragraph.</summary>
    Paragraph,

    /// <summary>发文机关署名.</summary>
    Signature,

    /// <summary>成文日期.</summary>
    Date,

    /// <summary>附件说明, or the line that begins an attachment.</summary>
    Attachment,
}

/// <summary>A unit of a cleaned notice.</summary>
/// <param name="Id">Its id in the notice: <c>u12</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Num">Its mark as written, or null.</param>
/// <param name="Path">The marks around it, its own included, as written; one that stands nowhere but is certain is written too.</param>
/// <param name="Text">The characters of its spans without line breaks.</param>
/// <param name="Spans">Where it stands: flat and ordered by the place in the source, which is the order of its text.</param>
/// <param name="Duplicates">The other places that say it.</param>
public sealed record CleanUnit(
    string Id, CleanUnitKind Kind, string? Num, IReadOnlyList<string> Path, string Text,
    IReadOnlyList<TextSpan> Spans, IReadOnlyList<UnitDuplicate> Duplicates);

/// <summary>A place that says a unit, or a part of it, again.</summary>
/// <param name="Spans">The place: flat and ordered.</param>
/// <param name="Of">The part of the unit that it says again: flat and ordered.</param>
/// <param name="Similarity">1 for equal texts, below for near ones: one minus edits over the longer one's length.</param>
/// <param name="Reason">The rule that decided, in kebab-case.</param>
public sealed record UnitDuplicate(IReadOnlyList<TextSpan> Spans, IReadOnlyList<TextSpan> Of, double Similarity, string Reason);

/// <summary>How sure a gap is.</summary>
public enum GapCertainty
{
    /// <summary>It follows from numbering.</summary>
    Certain,

    /// <summary>A text breaks off.</summary>
    Probable,
}

/// <summary>Something that stands nowhere in the source.</summary>
/// <param name="After">The id of the unit before it, or null at the beginning.</param>
/// <param name="Before">The id of the unit behind it, or null at the end.</param>
/// <param name="Missing">The marks that stand nowhere, also where their tail survives; none where a text breaks off.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record CleanGap(string? After, string? Before, IReadOnlyList<string> Missing, GapCertainty Certainty);

/// <summary>Statements of a notice that cannot both be true.</summary>
/// <param name="Kind">What kind of contradiction, in kebab-case.</param>
/// <param name="Message">What contradicts what, for a person.</param>
/// <param name="Spans">Where: flat and ordered.</param>
public sealed record CleanConflict(string Kind, string Message, IReadOnlyList<TextSpan> Spans);

/// <summary>A passage whose home the text does not tell.</summary>
/// <param name="Spans">The passage: flat and ordered.</param>
/// <param name="Candidates">The ids of the units that it may belong behind, the likeliest first; null for a unit that stands nowhere.</param>
/// <param name="Reason">Why it is not certain, for a person.</param>
public sealed record CleanQuestion(IReadOnlyList<TextSpan> Spans, IReadOnlyList<string?> Candidates, string Reason)
{
    /// <summary>The same for the program, which says it in other languages, too; a record has the reason.</summary>
    [JsonIgnore]
    public QuestionCause Cause { get; init; }
}

/// <summary>What leaves the home of a passage undecided.</summary>
public enum QuestionCause
{
    /// <summary>Something else than the causes below.</summary>
    Other,

    /// <summary>Two copies take turns there.</summary>
    CopiesTakeTurns,

    /// <summary>The number before the one behind it is missing.</summary>
    NumberMissing,
}
