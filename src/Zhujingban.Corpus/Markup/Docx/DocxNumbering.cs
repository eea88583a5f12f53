using System.Globalization;
using System.Text;
using System.Xml;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>The numberings of a document, <c>word/numbering.xml</c>, and how far each has counted.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, Level[]> _abstracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Abstract, Dictionary<int, int> Starts)> _numberings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int)> _started = [];

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";
    }

    /// <summary>Reads the part.</summary>
    public void Read(XmlReader reader)
    {
        Level[]? levels = null;
        Level? level = null;
        var (numbering, overridden) = ("", 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            var value = DocxXml.Value(reader);
            var number = int.TryParse(value, out var parsed) ? parsed : -1;
            switch (reader.LocalName)
            {
                case "abstractNum":
                    levels = [.. Enumerable.Range(0, Levels).Select(_ => new Level())];
                    _abstracts[DocxXml.Attribute(reader, "abstractNumId") ?? ""] = levels;
                    break;
                case "num":
                    (levels, level) = (null, null);
                    numbering = DocxXml.Attribute(reader, "numId") ?? "";
                    break;
                case "abstractNumId" when numbering.Length > 0 && value is not null:
                    _numberings[numbering] = (value, []);
                    break;
                case "lvl" when levels is not null:
                    level = levels[LevelOf(DocxXml.Attribute(reader, "ilvl"))];
                    break;
                case "lvlOverride":
                    overridden = LevelOf(DocxXml.Attribute(reader, "ilvl"));
                    break;
                case "startOverride" when number >= 0 && _numberings.TryGetValue(numbering, out var known):
                    known.Starts[overridden] = number;
                    break;
                case "start" when level is not null && number >= 0:
                    level.Start = number;
                    break;
                case "numFmt" when level is not null && value is not null:
                    level.Format = value;
                    break;
                case "lvlText" when level is not null:
                    level.Text = value ?? "";
                    break;
            }
        }
    }

    /// <summary>Counts a paragraph, and gives its mark; empty for a bullet; null for no numbering.</summary>
    public string? Next(DocxNumber number)
    {
        if (number.Id is null or "0" || !_numberings.TryGetValue(number.Id, out var numbering) || !_abstracts.TryGetValue(numbering.Abstract, out var levels)) return null;
        var at = Math.Clamp(number.Level, 0, Levels - 1);
        if (!_counters.TryGetValue(numbering.Abstract, out var counters))
        {
            _counters.Add(numbering.Abstract, counters = new int[Levels]);
            Array.Fill(counters, -1);
        }

        if (numbering.Starts.TryGetValue(at, out var start) && _started.Add((number.Id, at))) counters[at] = start;
        else counters[at] = counters[at] < 0 ? levels[at].Start : counters[at] + 1;
        for (var deeper = at + 1; deeper < Levels; deeper++) counters[deeper] = -1;
        if (levels[at].Format is "bullet" or "none") return "";
        var mark = new StringBuilder(levels[at].Text);
        for (var i = 0; i < Levels; i++)
            mark.Replace($"%{i + 1}", DocxNumerals.Format(counters[i] < 0 ? levels[i].Start : counters[i], levels[i].Format));
        return mark.ToString();
    }

    private static int LevelOf(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var level) ? Math.Clamp(level, 0, Levels - 1) : 0;
}
