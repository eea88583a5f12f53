using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.PlainText;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A piece of a document's text that a unit keeps.</summary>
/// <param name="Run">The run, or the part of a copied one; its text range is that of the document.</param>
/// <param name="Block">The number of the block that it stands in.</param>
internal readonly record struct RebuiltPiece(MappedRun Run, int Block);

/// <summary>
/// Cuts a document's runs by what a cleaned notice does with them. Each source code unit of a run goes to exactly one side, so that
/// nothing is lost whatever the notice says; what markup has dropped stays dropped.
/// </summary>
internal sealed class RebuiltPieces
{
    private readonly Document _document;
    private readonly UnitPlaces _places;
    private readonly List<RebuiltPiece>[] _units;
    private readonly List<(MappedRun Run, int Block)> _inserted = [];
    private readonly List<Duplicate> _duplicates = [];
    private readonly List<Drop> _dropped = [];
    private readonly Dictionary<UnitDuplicate, KeptPlaces> _kept = new(ReferenceEqualityComparer.Instance);
    private UnitDuplicate? _lastDuplicate;
    private int _lastUnit = UnitPlace.NoUnit;
    private int _block;

    public RebuiltPieces(CleanedNotice notice)
    {
        _document = notice.Document;
        _places = new UnitPlaces(notice);
        _units = [.. notice.Units.Select(_ => new List<RebuiltPiece>())];
        foreach (var run in _document.Text.Runs) Add(run);
    }

    /// <summary>What is left out because a unit says it.</summary>
    public IReadOnlyList<Duplicate> Duplicates => _duplicates;

    /// <summary>What else is left out.</summary>
    public IReadOnlyList<Drop> Dropped => _dropped;

    /// <summary>The pieces of a unit, in the order of the document's text.</summary>
    public IReadOnlyList<RebuiltPiece> OfUnit(int unit) => _units[unit];

    private void Add(MappedRun run)
    {
        while (_block + 1 < _document.Blocks.Count && _document.Blocks[_block + 1].Span.Start <= run.Text.Start) _block++;
        if (run.Source.IsEmpty)
        {
            _inserted.Add((run, _block));
        }
        else if (run.Kind == RunKind.Replaced)
        {
            var place = _places.Split(run.Source).First();
            Place(place with { Span = run.Source }, run, IsBlank(run.Text.Of(_document.Text.Text)));
        }
        else
        {
            foreach (var place in _places.Split(run.Source)) AddCopied(place, run);
        }
    }

    /// <summary>Line breaks part lines, and belong to no unit.</summary>
    private void AddCopied(UnitPlace place, MappedRun run)
    {
        var source = _document.Source.Text;
        for (var at = place.Span.Start; at < place.Span.End;)
        {
            var rest = source.AsSpan(at, place.Span.End - at);
            var length = rest.IndexOfAny(InvisibleCharacters.LineBreaks);
            var isBreak = length == 0;
            if (isBreak) length = rest.IndexOfAnyExcept(InvisibleCharacters.LineBreaks);
            var span = TextSpan.At(at, length < 0 ? rest.Length : length);
            var text = TextSpan.At(run.Text.Start + span.Start - run.Source.Start, span.Length);
            while (_block + 1 < _document.Blocks.Count && _document.Blocks[_block + 1].Span.Start <= text.Start) _block++;
            Place(place with { Span = span }, new MappedRun(text, span, RunKind.Copied), isBreak);
            at = span.End;
        }
    }

    private void Place(UnitPlace place, MappedRun run, bool isBreak)
    {
        if (place.Duplicate is { } duplicate)
        {
            AddDuplicate(place.Span, duplicate);
        }
        else if (isBreak || place.Unit == UnitPlace.NoUnit || _document.Blocks.Count == 0)
        {
            var isWhite = isBreak || IsBlank(place.Span.Of(_document.Source.Text));
            AddDrop(new Drop(isWhite ? DropReason.Whitespace : DropReason.Boilerplate, place.Span));
        }
        else
        {
            KeepInserted(place.Unit);
            _units[place.Unit].Add(new RebuiltPiece(run, _block));
            _lastUnit = place.Unit;
            return;
        }

        if (isBreak) return;
        _inserted.Clear();
        _lastUnit = UnitPlace.NoUnit;
    }

    /// <summary>What markup has put between two pieces of a unit stays between them; what ends a line does not.</summary>
    private void KeepInserted(int unit)
    {
        if (unit == _lastUnit)
        {
            foreach (var (run, block) in _inserted)
            {
                if (run.Text.Of(_document.Text.Text).AsSpan().IndexOfAny(InvisibleCharacters.LineBreaks) < 0)
                    _units[unit].Add(new RebuiltPiece(run, block));
            }
        }

        _inserted.Clear();
    }

    private void AddDuplicate(TextSpan span, UnitDuplicate duplicate)
    {
        if (!_kept.TryGetValue(duplicate, out var kept)) _kept.Add(duplicate, kept = new KeptPlaces(duplicate, _document.Source.Text));
        if (_duplicates.Count > 0 && ReferenceEquals(_lastDuplicate, duplicate) && _duplicates[^1].Span.End == span.Start)
            _duplicates[^1] = _duplicates[^1] with { Span = new TextSpan(_duplicates[^1].Span.Start, span.End) };
        else
            _duplicates.Add(new Duplicate(span, kept.For(span), duplicate.Similarity, duplicate.Reason));
        _lastDuplicate = duplicate;
    }

    private void AddDrop(Drop drop)
    {
        if (_dropped.Count > 0 && _dropped[^1].Reason == drop.Reason && _dropped[^1].Span.End == drop.Span.Start)
            _dropped[^1] = drop with { Span = new TextSpan(_dropped[^1].Span.Start, drop.Span.End) };
        else
            _dropped.Add(drop);
    }

    private static bool IsBlank(string text) => text.All(InvisibleCharacters.IsBlank);
}
