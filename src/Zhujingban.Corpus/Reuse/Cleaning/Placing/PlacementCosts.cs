namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What each step away from an undamaged notice costs. Read as minus logarithms of how rare it is, up to a common factor; chosen on generated
/// damaged notices and on undamaged ones, which must come out as they are.
/// </summary>
internal static class PlacementCosts
{
    /// <summary>A second reader's text begins.</summary>
    public const double SecondStream = 2;

    /// <summary>The text goes over from one stream to the other in mid-line.</summary>
    public const double Switch = 1;

    /// <summary>The same at the start of a line.</summary>
    public const double SwitchAtLine = 0.65;

    /// <summary>A stream goes back to a piece that stands already.</summary>
    public const double BackToKnown = 3;

    /// <summary>The head of the notice stands again in the middle of a stream.</summary>
    public const double HeadOfPage = 1.5;

    /// <summary>Behind a part of the head that was taken for a page's a new part shows that the stream has gone back to the head: what that costs more.</summary>
    public const double HeadAfterAll = BackToKnown - HeadOfPage;

    /// <summary>A stream goes back, or far away, to a place of its own.</summary>
    public const double BackToNew = 5;

    /// <summary>The same with the first article of a chapter, whose chapters are in disorder.</summary>
    public const double BackToChapter = 3.3;

    /// <summary>A stream leaves out what the other one has.</summary>
    public const double LeaveOut = 0.4;

    /// <summary>A number stands without the one before it; given back when that one is found.</summary>
    public const double Hole = 2;

    /// <summary>Each number that is skipped when a hole is made.</summary>
    public const double HoleNumber = 0.1;

    /// <summary>A heading is missing over a number; given back when it is found.</summary>
    public const double MissingParent = 1.5;

    /// <summary>A number may make good no more than a hole and a missing heading; as the text stands, also that it is borne twice.</summary>
    public const double MostGivenBack = Hole + MissingParent + NumberTwice - BackToKnown;

    /// <summary>A number stands directly in a unit whose kind holds none of its kind elsewhere.</summary>
    public const double StrangeHolder = 1.5;

    /// <summary>A number stands in no unit, though its kind stands in others elsewhere.</summary>
    public const double StrangeAtTop = 3.5;

    /// <summary>What follows a colon begins no list, or the items of an article follow no colon.</summary>
    public const double NotAnnounced = 1;

    /// <summary>Numbers begin anew with nothing to announce it.</summary>
    public const double NewRun = 4;

    /// <summary>Numbers begin anew behind a foot or a title.</summary>
    public const double AnnouncedRun = 0.3;

    /// <summary>（一） begins another list under the same unit.</summary>
    public const double NewList = 3;

    /// <summary>A number stands twice with different texts.</summary>
    public const double NumberTwice = 3.5;

    /// <summary>A number stands twice with one text, and nothing is damaged: no notice and no law has been seen to do so but in formulas.</summary>
    public const double NumberAgain = 5;

    /// <summary>A stream has a sentence between two that follow each other directly in the other stream.</summary>
    public const double Inserted = 1.2;

    /// <summary>What is given back where two pieces of a stream stand one behind the other at another place, too.</summary>
    public const double JoinedElsewhere = 0.8;

    /// <summary>A copy of a sentence has another neighbour than the one that it would follow here, or than the one that would follow it.</summary>
    public const double OtherNeighbour = 0.5;

    /// <summary>The same of a numbered piece, which its number speaks for.</summary>
    public const double OtherNeighbourOfNumber = 0.4;

    /// <summary>A damaged regulation has two chapters with one heading.</summary>
    public const double ContainerAgain = 2.5;

    /// <summary>A note stands alone behind the sentence that ends with it.</summary>
    public const double NoteAgain = 3;

    /// <summary>A line ends as another one does, and begins with something of its own.</summary>
    public const double SharedTail = 0.1;

    /// <summary>A part of the head or foot stands where none is expected.</summary>
    public const double StrayFrame = 1;

    /// <summary>A piece that is cut off is taken for the whole one.</summary>
    public const double CutOff = 0.7;

    private const double RepeatedAtAll = 0.5;
    private const double RepeatedInOrder = 0.3;
    private const int ShortPiece = 8;
    private const double ShortRepeated = 0.1;
    private const double CharactersOfRepeat = 12;

    /// <summary>An undamaged text begins with its title twice: collections and pages print one over the document, title and all.</summary>
    public const double TitleOverTitle = 0.5;

    /// <summary>One sentence that is said again costs no more than this.</summary>
    public const double MostRepeated = 3;
    private const double RepeatedHead = 6;
    private const double RepeatedFoot = 1.5;

    /// <summary>Two long sentences, one behind the other, say again what two others say: on top of what each costs.</summary>
    public const double RunAgain = 2;

    /// <summary>Up to so many Chinese characters an item of a list may be a formula.</summary>
    public const int ShortItem = 24;

    /// <summary>A notice says the same again at another place: the rarer the longer, but one sentence alone proves little.</summary>
    /// <param name="weight">How many Chinese characters are said again.</param>
    /// <param name="piece">What says it: a notice has one title, one number and one list of addressees, and mostly one foot.</param>
    public static double SaidAgain(int weight, in NoticePiece piece)
    {
        if (piece.IsHead) return RepeatedHead;
        if (piece.Kind is PieceKind.Signature or PieceKind.Date) return RepeatedFoot;
        return weight <= ShortPiece ? ShortRepeated : Math.Min(MostRepeated, RepeatedAtAll + (weight / CharactersOfRepeat));
    }

    /// <summary>
    /// A numbered unit says what another one says, and its number is just the one that is due: lists repeat their short items (承办领导交办的
    /// 其他事项。), long ones seldom.
    /// </summary>
    public static double SaidAgainInOrder(int length) => Math.Min(MostRepeated, RepeatedInOrder + (Math.Max(0, length - ShortItem) / CharactersOfRepeat));

    /// <summary>A copy differs from what it copies.</summary>
    public static double Differs(double similarity) => similarity >= 1 ? 0 : 0.3 + ((1 - similarity) * 4);
}
