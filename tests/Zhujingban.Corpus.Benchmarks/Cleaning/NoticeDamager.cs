using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Damages a notice as scrapers do and takes down, while it writes, where every code unit comes from.</summary>
internal sealed class NoticeDamager
{
    private readonly BaseNotice _notice;
    private readonly DamageTier _tier;
    private readonly SeededRandom _random;
    private readonly DamagedTextWriter _writer = new();
    private readonly List<string> _damages = [];
    private readonly LineBreakHabits _breaks;

    private NoticeDamager(BaseNotice notice, DamageTier tier, SeededRandom random)
    {
        (_notice, _tier, _random) = (notice, tier, random);
        _breaks = new LineBreakHabits(random.Fork(), tier);
    }

    /// <summary>A notice in the damages of a tier; one in twenty stays as it was.</summary>
    public static DamagedNotice Damage(BaseNotice notice, DamageTier tier, SeededRandom random) =>
        random.Percent(5) ? Undamaged(notice) : new NoticeDamager(notice, tier, random).Damage();

    /// <summary>The notice as it was: a line a unit.</summary>
    public static DamagedNotice Undamaged(BaseNotice notice)
    {
        var writer = new DamagedTextWriter();
        foreach (var sentence in notice.Sentences)
        {
            for (var i = 0; i < sentence.Text.Length; i++) writer.Write(sentence.Text[i], sentence.Id, i);
            if (EndsUnit(notice, sentence) && !notice.Units[sentence.Unit].RunsIn) writer.Write("\n", DamagedNotice.White);
        }

        return writer.Build(notice, ["undamaged"]);
    }

    private DamagedNotice Damage()
    {
        var lost = new LostPassages(_notice, _random.Fork());
        var left = _tier >= DamageTier.Gapped ? lost.Lose(_random.Between(1, 2 + (_notice.Units.Count / 12))) : lost.Left();
        MoveSections(left);
        var head = left.TakeWhile(fragment => _notice.Units[_notice.Sentences[fragment.Sentence].Unit] is { Num: null, Part: 0 }).Count();
        var (pieces, way) = _tier == DamageTier.Adversarial && _random.Percent(6)
            ? ([new Piece(0, left)], "page alone")
            : new ScrapedStreams(_random.Fork(), left, head, loses: _tier >= DamageTier.Gapped).Cut();
        _damages.Insert(0, way);
        var furniture = new PageFurniture(_random.Fork(), _notice);
        if (_tier == DamageTier.Adversarial && _random.Percent(75)) furniture.Spread(pieces.Count);
        Write(pieces, furniture);
        _damages.AddRange(_breaks.Names);
        return _writer.Build(_notice, _damages);
    }

    /// <summary>Now and then whole sections stand out of their place, in every copy; their numbers tell where they belong.</summary>
    private void MoveSections(List<Fragment> left)
    {
        if (!_random.Percent(6)) return;
        var sections = left.Select((fragment, i) => (Unit: _notice.Units[_notice.Sentences[fragment.Sentence].Unit], At: i))
            .Where(place => place.Unit.Path.Count > 0).GroupBy(place => (place.Unit.Part, place.Unit.Path[0]))
            .Where(section => section.First().Unit is { Kind: CleanUnitKind.Heading, Path.Count: 1 })
            .GroupBy(section => section.Key.Part).MaxBy(part => part.Count())?.ToList();
        if (sections is not { Count: > 3 }) return;
        var (start, end) = (sections[0].First().At, sections[^1].Last().At + 1);
        if (sections.Sum(section => section.Count()) != end - start) return;
        var all = _random.Percent(40);
        for (var i = all ? sections.Count - 1 : _random.Between(1, sections.Count - 1); i > 0; i = all ? i - 1 : 0)
        {
            var j = all ? _random.Next(i + 1) : i - 1;
            (sections[i], sections[j]) = (sections[j], sections[i]);
        }

        var moved = sections.SelectMany(section => section.Select(place => left[place.At])).ToList();
        left.RemoveRange(start, end - start);
        left.InsertRange(start, moved);
        _damages.Add($"sections moved: {string.Concat(sections.Select(section => section.Key.Item2))}");
    }

    private void Write(List<Piece> pieces, PageFurniture furniture)
    {
        var styles = Enumerable.Range(0, 4)
            .Select(i => _tier >= DamageTier.Near && (i > 0 || _random.Percent(15)) ? new CopyStyle(_random) : CopyStyle.Plain).ToList();
        var faulty = CopiesWithTypos(pieces);
        WriteFurniture(furniture.Top, furniture.Glued);
        for (var p = 0; p < pieces.Count; p++)
        {
            _writer.Piece = p;
            for (var f = 0; f < pieces[p].Fragments.Count; f++)
            {
                WriteFragment(pieces[p].Fragments[f], styles[pieces[p].Stream], faulty.Contains((p, f)));
                var last = f == pieces[p].Fragments.Count - 1;
                if (last ? BreaksAfterPiece(pieces, p) : BreaksAfter(pieces[p].Fragments[f])) _breaks.Break(_writer);
            }

            WriteFurniture(furniture.After(p), glued: false);
        }

        WriteFurniture(furniture.Bottom, furniture.Glued);
    }

    /// <summary>Of the copies of a sentence one may have typos; where it stands once, it is right.</summary>
    private HashSet<(int Piece, int Fragment)> CopiesWithTypos(List<Piece> pieces)
    {
        var faulty = new HashSet<(int, int)>();
        if (_tier < DamageTier.Near) return faulty;
        var copies = pieces.SelectMany((piece, p) => piece.Fragments.Select((fragment, f) => (fragment.Sentence, Place: (p, f))))
            .GroupBy(copy => copy.Sentence);
        foreach (var group in copies)
        {
            var places = group.Select(copy => copy.Place).ToList();
            if (places.Count > 1 && _random.Percent(45)) faulty.Add(_random.Pick(places));
        }

        return faulty;
    }

    private void WriteFragment(Fragment fragment, CopyStyle style, bool typos)
    {
        var sentence = _notice.Sentences[fragment.Sentence];
        var written = style.Write(sentence.Text, fragment.Start, fragment.End);
        var unit = _notice.Units[sentence.Unit];
        if (typos && (unit.IsBody || unit.Kind == CleanUnitKind.Title) && written.Count > 8)
            Typos.Make(written, sentence.Index == 0 ? (unit.Num?.Length ?? 0) + 1 : 0, _random);
        foreach (var (c, offset, isTypo) in written)
        {
            _breaks.Before(_writer);
            _writer.Write(c, fragment.Sentence, offset, isTypo);
        }
    }

    private bool BreaksAfterPiece(List<Piece> pieces, int p) =>
        pieces[p].EndsLine || _breaks.AfterPiece() || (BreaksAfter(pieces[p].Fragments[^1]) && _breaks.KeepsAny);

    /// <summary>True where the notice has a line break that this copy kept. Behind 附件 nothing but the break tells where it ends.</summary>
    private bool BreaksAfter(Fragment fragment)
    {
        var sentence = _notice.Sentences[fragment.Sentence];
        var unit = _notice.Units[sentence.Unit];
        if (!EndsUnit(_notice, sentence) || unit.RunsIn) return false;
        return unit.Kind == CleanUnitKind.Attachment || _breaks.Keeps();
    }

    private void WriteFurniture(IReadOnlyList<string> lines, bool glued)
    {
        if (lines.Count == 0) return;
        if (!glued && !_writer.AtLineStart) _writer.Write("\n", DamagedNotice.White);
        foreach (var line in lines)
        {
            _writer.Write(line, DamagedNotice.Furniture);
            if (!glued) _writer.Write("\n", DamagedNotice.White);
        }
    }

    private static bool EndsUnit(BaseNotice notice, NoticeSentence sentence) => sentence.Index == notice.Units[sentence.Unit].Sentences.Count - 1;
}
