using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Text;

/// <summary>Writes a <see cref="MappedText"/> from front to back. Neighbouring copies become one run.</summary>
/// <param name="capacity">The expected length of the text, in UTF-16 code units.</param>
public sealed class MappedTextBuilder(int capacity = 256)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly List<MappedRun> _runs = [];

    /// <summary>The length of the text so far, in UTF-16 code units.</summary>
    public int Length => _text.Length;

    /// <summary>The last character so far, or NUL when there is none.</summary>
    public char LastChar => _text.Length == 0 ? '\0' : _text[^1];

    /// <summary>Appends the source's own characters.</summary>
    /// <param name="source">The source text.</param>
    /// <param name="span">The range to copy; an empty one appends nothing.</param>
    public void Copy(string source, TextSpan span)
    {
        if (!span.IsEmpty) AppendCopied(source.AsSpan(span.Start, span.Length), span);
    }

    /// <summary>Appends a text that stands for a range of the source.</summary>
    /// <param name="span">The range of the source.</param>
    /// <param name="replacement">What stands for it; may be empty.</param>
    public void Replace(TextSpan span, ReadOnlySpan<char> replacement)
    {
        if (span.IsEmpty && replacement.IsEmpty) return;
        var start = _text.Length;
        _text.Append(replacement);
        _runs.Add(new MappedRun(new TextSpan(start, _text.Length), span, span.IsEmpty ? RunKind.Inserted : RunKind.Replaced));
    }

    /// <summary>Appends a text that stands for nothing in the source.</summary>
    /// <param name="position">Where in the source it is put.</param>
    /// <param name="inserted">The text.</param>
    public void Insert(int position, ReadOnlySpan<char> inserted) => Replace(new TextSpan(position, position), inserted);

    /// <summary>A range of the text so far without the white space at its ends.</summary>
    internal TextSpan Trim(TextSpan range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>The text and its runs. The builder can be used on.</summary>
    public MappedText Build() => new(_text.ToString(), [.. _runs]);

    internal void AppendRun(MappedText from, MappedRun run, TextSpan range)
    {
        if (run.Kind == RunKind.Copied)
        {
            var kept = new TextSpan(Math.Max(run.Text.Start, range.Start), Math.Min(run.Text.End, range.End));
            var shift = run.Source.Start - run.Text.Start;
            if (!kept.IsEmpty) AppendCopied(from.Text.AsSpan(kept.Start, kept.Length), new TextSpan(kept.Start + shift, kept.End + shift));
        }
        else if (run.Text.Start >= range.Start && (run.Text.Start < range.End || run.Text.IsEmpty))
        {
            Replace(run.Source, from.Text.AsSpan(run.Text.Start, run.Text.Length));
        }
    }

    private void AppendCopied(ReadOnlySpan<char> characters, TextSpan source)
    {
        var start = _text.Length;
        _text.Append(characters);
        if (_runs.Count > 0 && _runs[^1] is { Kind: RunKind.Copied } last && last.Source.End == source.Start)
            _runs[^1] = last with { Text = new TextSpan(last.Text.Start, _text.Length), Source = new TextSpan(last.Source.Start, source.End) };
        else
            _runs.Add(new MappedRun(new TextSpan(start, _text.Length), source, RunKind.Copied));
    }
}
