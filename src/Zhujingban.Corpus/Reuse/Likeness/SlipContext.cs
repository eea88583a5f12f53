namespace Zhujingban.Corpus.Reuse;

/// <summary>What says, apart from two texts themselves, that one is a copy of the other.</summary>
internal enum SlipContext
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What stands before or behind both is a copy.</summary>
    Neighbours,

    /// <summary>They bear one number that a text has once, or stand between the same two others.</summary>
    SameUnit,

    /// <summary>The whole text is likelier with one of them.</summary>
    WholeText,
}
