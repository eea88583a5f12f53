using System.Buffers;

namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>A folded text cut into units. Can be filled again and again.</summary>
internal sealed class AnalyzedText
{
    private readonly ArrayBufferWriter<char> _folded = new();
    private readonly List<Unit> _units = [];
    private readonly List<Alias> _aliases = [];

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> Folded => _folded.WrittenSpan;

    /// <summary>The units, in order; their positions rise strictly.</summary>
    public List<Unit> Units => _units;

    /// <summary>The further terms, in order of position.</summary>
    public List<Alias> Aliases => _aliases;

    /// <summary>Where to write the folded text.</summary>
    public IBufferWriter<char> Output => _folded;

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _folded.ResetWrittenCount();
        _units.Clear();
        _aliases.Clear();
    }

    /// <summary>The term of a unit: an ideograph's character, or the word.</summary>
    public string TermOf(Unit unit) => unit.IsIdeograph
        ? char.ConvertFromUtf32(unit.Ideograph)
        : Terms.OfWord(Folded[unit.Start..unit.End], unit.Part);
}
