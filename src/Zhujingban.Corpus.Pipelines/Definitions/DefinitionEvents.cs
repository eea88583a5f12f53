using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Zhujingban.Corpus.Pipelines.Definitions;

/// <summary>
/// A definition's YAML as events, read strictly: mappings with known keys, lists, plain values. Anchors, aliases and tags are
/// refused where they stand, so nothing is ever expanded; the first surprise ends the reading, so nesting costs nothing.
/// </summary>
/// <param name="path">The file, as it was named; for messages.</param>
/// <param name="yaml">Its text.</param>
internal sealed class DefinitionEvents(string path, string yaml)
{
    private readonly Parser _parser = new(new StringReader(yaml));
    private ParsingEvent _current = new StreamStart();

    /// <summary>The line of the event that is to be read, from 1.</summary>
    public int Line => (int)_current.Start.Line;

    /// <summary>Goes to the document's only node.</summary>
    public void Open()
    {
        Advance();
        Advance();
        if (_current is StreamEnd) throw Wrong(1, "nothing was found", "a pipeline definition is expected");
        Advance();
    }

    /// <summary>Asserts that nothing follows the document's only node.</summary>
    public void Close()
    {
        Advance();
        if (_current is not StreamEnd) throw Wrong(Line, "a second document was found", "one definition a file is expected");
    }

    /// <summary>Reads a mapping whose keys are known and stand once each.</summary>
    /// <param name="expected">What the mapping is, for messages.</param>
    /// <param name="keys">The known keys.</param>
    /// <param name="required">The keys that may not be left out.</param>
    /// <param name="readValue">Reads the value of a key.</param>
    public void ReadMapping(string expected, IReadOnlyList<string> keys, IReadOnlyList<string> required, Action<string> readValue)
    {
        Expect<MappingStart>(expected);
        var line = Line;
        Advance();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_current is not MappingEnd)
        {
            var (keyLine, key) = (Line, Expect<Scalar>($"one of the keys {string.Join(", ", keys)} is expected").Value);
            if (!keys.Contains(key))
                throw Wrong(keyLine, $"the key {OneLine.Quote(key)} was found", $"one of {string.Join(", ", keys)} is expected");
            if (!seen.Add(key)) throw Wrong(keyLine, $"the key {key} was found a second time", "each key is expected once");
            Advance();
            readValue(key);
        }

        foreach (var key in required.Where(key => !seen.Contains(key)))
            throw Wrong(line, $"no key {key} was found", $"{string.Join(", ", required)} {(required.Count > 1 ? "are" : "is")} expected");
        Advance();
    }

    /// <summary>Reads a list with at least one item.</summary>
    public void ReadList(string expected, Action readItem)
    {
        Expect<SequenceStart>(expected);
        Advance();
        if (_current is SequenceEnd) throw Wrong(Line, "an empty list was found", expected);
        while (_current is not SequenceEnd) readItem();
        Advance();
    }

    /// <summary>Reads a text: a quoted value, or a plain one that YAML does not take for something else.</summary>
    public string ReadText(string expected)
    {
        var scalar = Expect<Scalar>(expected);
        var (line, value) = (Line, scalar.Value);
        if (scalar.Style == ScalarStyle.Plain && PlainValue.OtherThanText(value) is { } other)
            throw Wrong(line, $"{other} was found", $"{expected} (in quotes when it is meant so)");
        if (string.IsNullOrWhiteSpace(value)) throw Wrong(line, "an empty text was found", expected);
        if (value.Any(char.IsControl)) throw Wrong(line, $"{OneLine.Quote(value)} was found", $"{expected}, without control characters");
        Advance();
        return value;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public bool ReadBoolean(string expected)
    {
        var scalar = Expect<Scalar>(expected);
        var line = Line;
        if (scalar.Style != ScalarStyle.Plain || scalar.Value is not ("true" or "false"))
            throw Wrong(line, $"{OneLine.Quote(scalar.Value)} was found", expected);
        Advance();
        return scalar.Value == "true";
    }

    /// <summary>The one line that says what is wrong where.</summary>
    public PipelineException Wrong(int line, string found, string expected) =>
        new(ExitCode.Usage, $"{OneLine.Escape(path)}:{Math.Max(line, 1)}: {found}; {expected}");

    private T Expect<T>(string expected)
        where T : ParsingEvent
    {
        if (_current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            throw Wrong(Line, node.Anchor.IsEmpty ? "a tag was found" : "an anchor was found",
                $"{expected}, without anchors, aliases and tags");
        }

        return _current as T ?? throw Wrong(Line, Describe(_current), expected);
    }

    private void Advance()
    {
        try
        {
            _parser.MoveNext();
            _current = _parser.Current ?? _current;
        }
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // The scanner has an exception of its own for most of what is no YAML, not for all of it.
            var line = wrong is YamlException { Start.Line: > 0 } known ? (int)known.Start.Line : Line;
            if (TabLine(line) is { } tab) throw Wrong(tab, "a tab was found before the first word", "spaces are expected");
            throw Wrong(line, $"no YAML was found ({OneLine.Escape(wrong.Message)})", "a YAML file is expected");
        }
    }

    /// <summary>The first line from a given one on that begins with a tab; the scanner names the first line of the block instead.</summary>
    private int? TabLine(int from)
    {
        var number = 0;
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            if (++number < from) continue;
            var indent = line[..^line.TrimStart(" \t").Length];
            if (indent.Contains('\t') && indent.Length < line.Length) return number;
        }

        return null;
    }

    private static string Describe(ParsingEvent found) => found switch
    {
        Scalar scalar => $"{OneLine.Quote(scalar.Value)} was found",
        MappingStart => "keys with values were found",
        SequenceStart => "a list was found",
        AnchorAlias => "an alias was found",
        _ => "nothing was found",
    };
}
