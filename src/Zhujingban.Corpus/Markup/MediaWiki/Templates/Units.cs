using System.Globalization;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>A unit of measurement.</summary>
/// <param name="Name">Its name in Chinese.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Quantity">What it measures: units of one quantity can be converted.</param>
/// <param name="Factor">How many units of the SI it is.</param>
/// <param name="Offset">What is added in the SI's unit: temperatures.</param>
/// <param name="Targets">The names of the units that it is converted to when none is asked for.</param>
internal sealed record Unit(string Name, string Symbol, string Quantity, double Factor, double Offset, string[] Targets)
{
    /// <summary>A value of this unit in the SI's unit.</summary>
    public double ToBase(double value) => (value * Factor) + Offset;

    /// <summary>A value of the SI's unit in this unit.</summary>
    public double FromBase(double value) => (value - Offset) / Factor;
}

/// <summary>The units that <c>{{convert}}</c> knows: <c>mediawiki-units.tsv</c>.</summary>
internal static class Units
{
    private static readonly Dictionary<string, Unit> ByName = EmbeddedTable.Read("mediawiki-units.tsv")
        .Select(row => (Names: row[0].Split('|'), Unit: new Unit(row[1], row[2], row[3], Number(row[4]), Number(row[5]),
            row.Length > 6 ? row[6].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])))
        .SelectMany(row => row.Names.Select(name => (Name: name, row.Unit)))
        .ToDictionary(pair => pair.Name, pair => pair.Unit, StringComparer.Ordinal);

    /// <summary>The unit of a name or symbol; null when it is none. Case counts: <c>ST</c> is a short ton, <c>st</c> a stone.</summary>
    public static Unit? Find(string name) => ByName.GetValueOrDefault(name);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
