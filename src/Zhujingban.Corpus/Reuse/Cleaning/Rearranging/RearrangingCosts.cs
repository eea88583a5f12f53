namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What speaks against a row: where the source does not go on as the row does, how its streams wander through the row, what its numbers lack, and what
/// it says twice. Chosen on generated damaged notices, one after the other.
/// </summary>
internal static class RearrangingCosts
{
    /// <summary>Two pieces that stand one behind the other in the source do not in the row.</summary>
    public const double Seam = 1;

    /// <summary>The same where a line begins with the second.</summary>
    public const double SeamAtLine = 0.43;

    /// <summary>The same where the second is a heading's text that has run together with it.</summary>
    public const double SeamRunTogether = 0.6;

    /// <summary>A stream goes on behind a few pieces that it leaves out.</summary>
    public const double FewLeftOut = 0.38;

    /// <summary>How many are a few.</summary>
    public const int Few = 4;

    /// <summary>A stream goes on farther ahead.</summary>
    public const double Ahead = 0.75;

    /// <summary>A stream goes back.</summary>
    public const double Back = 1.8;

    /// <summary>Another stream begins, with the beginning of the notice.</summary>
    public const double NewStream = 1.1;

    /// <summary>On top of that, or for the first one, it begins elsewhere.</summary>
    public const double BeginsInside = 0.75;

    /// <summary>The source has no streams: windows of the notice stand in any order.</summary>
    public const double Shuffled = 8;

    /// <summary>Each jump there, wherever it goes.</summary>
    public const double ShuffledJump = 0.4;

    /// <summary>A number stands without the one before it.</summary>
    public const double Hole = 2;

    /// <summary>Each number that is missing there, up to <see cref="MostHoles"/>.</summary>
    public const double HoleNumber = 0.1;

    /// <summary>More numbers that are missing cost no more.</summary>
    public const int MostHoles = 6;

    /// <summary>A number is no higher than the one before it: the heading between them is missing.</summary>
    public const double MissingHeading = 3.3;

    /// <summary>On top of that, that heading stands elsewhere in the row.</summary>
    public const double HeadingElsewhere = 1.5;

    /// <summary>（一） begins another list under the same unit.</summary>
    public const double NewList = 2.25;

    /// <summary>A number that no heading is over is no higher than the one before it.</summary>
    public const double NumberTwice = 3.75;

    /// <summary>Numbers run on under the next heading, in a notice that lets them.</summary>
    public const double RunsOn = 0.2;

    /// <summary>A number stands directly in a unit whose kind holds none of its kind elsewhere.</summary>
    public const double StrangeHolder = 2.2;

    /// <summary>A number stands in no unit, though its kind stands in others elsewhere.</summary>
    public const double StrangeAtTop = 3.5;

    /// <summary>A heading without text of its own has nothing inside it.</summary>
    public const double EmptyHeading = 1.5;

    /// <summary>What follows a colon begins no list.</summary>
    public const double NotAnnounced = 0.7;

    /// <summary>The first item of an article follows no colon.</summary>
    public const double ItemNotAnnounced = 2;

    /// <summary>An item ends with a semicolon, and something else than the next item follows.</summary>
    public const double ItemBroken = 1.5;

    /// <summary>Two pieces near each other in the row are likelier by a factor of e to be none such, by what they have in common.</summary>
    public const double LikelierApart = 0.1;

    /// <summary>
    /// What one sentence costs at most that stands twice in a row: no more than it costs to take it away from between two neighbours, which parts both and has a
    /// stream leave a few pieces out. A sentence too many is seen; one too few is lost.
    /// </summary>
    public const double MostRepeated = 2.4;

    /// <summary>What a change must save at least: words in common are worth that by chance.</summary>
    public const double LeastGain = 0.1;

    /// <summary>What it must save that two pieces are copies that might be none: their slips may be other words, or they may be formulas.</summary>
    public const double LeastGainOfDoubtful = 1;

    /// <summary>What a move may cost that others follow which save more.</summary>
    public const double MostLost = 2;

    /// <summary>What such moves must save together: of many rows that cost about the same one is the cheapest by chance.</summary>
    public const double LeastGainInSteps = 1;

    /// <summary>How many such moves are tried.</summary>
    public const int MostTried = 12;
}
