using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Text;

/// <summary>How a run of a <see cref="MappedText"/> came from its source.</summary>
public enum RunKind
{
    /// <summary>The text is the source's own characters.</summary>
    Copied,

    /// <summary>The text stands for the source range (an entity, a conversion, a template); either may be empty.</summary>
    Replaced,

    /// <summary>The text stands for nothing in the source (a separator); its source range is empty and says where it was put.</summary>
    Inserted,
}

/// <summary>One run of a <see cref="MappedText"/>.</summary>
/// <param name="Text">The range of the text.</param>
/// <param name="Source">The range of the source; as long as <paramref name="Text"/> when copied, empty when inserted.</param>
/// <param name="Kind">How the one came from the other.</param>
public readonly record struct MappedRun(TextSpan Text, TextSpan Source, RunKind Kind);

/// <summary>
/// A text derived from a source, with the map back. The runs tile the text in its order; their source ranges never overlap,
/// and are in the source's order unless a stage has moved text (a rebuilt notice). Source spans are always derived from
/// the runs and never stored apart, so a hit, a quotation or a duplicate can be followed back to the source's own characters.
/// </summary>
public sealed class MappedText
{
    private readonly MappedRun[] _runs;

    internal MappedText(string text, MappedRun[] runs)
    {
        Text = text;
        _runs = runs;
    }

    /// <summary>The derived text.</summary>
    public string Text { get; }

    /// <summary>The runs, in the text's order.</summary>
    public IReadOnlyList<MappedRun> Runs => _runs;

    /// <summary>The source as its own text.</summary>
    public static MappedText Identity(string source) => new(source,
        source.Length == 0 ? [] : [new MappedRun(new TextSpan(0, source.Length), new TextSpan(0, source.Length), RunKind.Copied)]);

    /// <summary>A text from runs that were stored, such as those of a generation.</summary>
    /// <exception cref="ArgumentException">The runs do not tile the text, or a run contradicts its kind.</exception>
    public static MappedText FromRuns(string text, IReadOnlyList<MappedRun> runs)
    {
        var at = 0;
        foreach (var run in runs)
        {
            var fits = run.Kind switch
            {
                RunKind.Copied => run.Text.Length == run.Source.Length,
                RunKind.Inserted => run.Source.Length == 0,
                _ => true,
            };
            if (run.Text.Start != at || run.Text.Length < 0 || run.Source.Start < 0 || run.Source.Length < 0 || !fits)
                throw new ArgumentException($"Run {run} does not continue the text at {at}.", nameof(runs));
            at = run.Text.End;
        }

        return at == text.Length
            ? new MappedText(text, [.. runs])
            : throw new ArgumentException($"The runs end at {at}, the text at {text.Length}.", nameof(runs));
    }

    /// <summary>
    /// Where in the source a range of the text comes from: exact inside copied runs, the whole source range of every replaced
    /// run it touches, nothing for inserted ones. Ordered and flat.
    /// </summary>
    /// <param name="range">A range of <see cref="Text"/>.</param>
    public IReadOnlyList<TextSpan> SourceSpans(TextSpan range)
    {
        var first = FirstRunAt(range.Start);
        if (!range.IsEmpty && first < _runs.Length && _runs[first] is { Kind: RunKind.Copied } only && only.Text.Start <= range.Start && range.End <= only.Text.End)
            return [new TextSpan(range.Start + only.Source.Start - only.Text.Start, range.End + only.Source.Start - only.Text.Start)];
        var spans = new List<TextSpan>();
        for (var i = first; i < _runs.Length && _runs[i].Text.Start < range.End; i++)
        {
            var run = _runs[i];
            if (run.Kind == RunKind.Copied)
            {
                var shift = run.Source.Start - run.Text.Start;
                spans.Add(new TextSpan(Math.Max(run.Text.Start, range.Start) + shift, Math.Min(run.Text.End, range.End) + shift));
            }
            else if (run.Kind == RunKind.Replaced)
            {
                spans.Add(run.Source);
            }
        }

        return TextSpans.Flatten(spans);
    }

    /// <summary>The ranges of this text, in their given order, joined; every other run is left out.</summary>
    /// <param name="ranges">Ranges of <see cref="Text"/> without overlaps. A range that cuts a replaced run takes it whole when it
    /// holds the run's first code unit, else leaves it out.</param>
    public MappedText Select(IEnumerable<TextSpan> ranges)
    {
        var builder = new MappedTextBuilder(Text.Length);
        foreach (var range in ranges)
        {
            for (var i = FirstRunAt(range.Start); i < _runs.Length && _runs[i].Text.Start < range.End; i++)
                builder.AppendRun(this, _runs[i], range);
        }

        return builder.Build();
    }

    /// <summary>The number of the first run that ends behind <paramref name="position"/>, or is empty and stands there.</summary>
    private int FirstRunAt(int position)
    {
        var (low, high) = (0, _runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var run = _runs[middle].Text;
            if (run.End > position || (run.IsEmpty && run.Start == position)) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
