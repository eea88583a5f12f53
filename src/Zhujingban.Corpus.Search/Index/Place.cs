namespace Zhujingban.Corpus.Search.Index;

/// <summary>A field and a position in it, as one number that sorts by both.</summary>
internal static class Place
{
    /// <summary>The highest position; what stands behind it in an endless field is not indexed.</summary>
    public const int HighestPosition = (1 << PositionBits) - 1;

    private const int PositionBits = 30;

    /// <summary>The number of a place.</summary>
    public static uint Of(Field field, int position) => ((uint)field << PositionBits) | (uint)position;

    /// <summary>Its field.</summary>
    public static Field FieldOf(uint place) => (Field)(place >> PositionBits);

    /// <summary>Its position.</summary>
    public static int PositionOf(uint place) => (int)(place & HighestPosition);
}
