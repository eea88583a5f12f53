namespace Zhujingban.Corpus.Reuse;

/// <summary>How a piece of a text stands to another piece of it.</summary>
internal enum LikenessKind
{
    /// <summary>Nothing before it says the same.</summary>
    First,

    /// <summary>It is, character for character but for white space, what a piece before it is.</summary>
    Equal,

    /// <summary>It says what a piece before it says, written in another form, punctuated otherwise or with slips of the pen.</summary>
    Near,

    /// <summary>It is the beginning or the end of another piece, which may stand before or behind it, cut inside a clause.</summary>
    CutOff,
}
