namespace Zhujingban.Corpus.Reuse.Cleaning.Publishing;

/// <summary>
/// What an editor has to say beside a published notice, as 校勘记: each gap, contradiction and question is a numbered note, in the order
/// of the notice, and a mark in brackets (［缺：三、］) that cannot be taken for its text.
/// </summary>
internal sealed class CollationNotes
{
    private readonly CleanedNotice _notice;
    private readonly UnitNames _names;
    private readonly List<string> _texts = [];
    private readonly Dictionary<int, List<GapLine>> _gaps = [];
    private readonly Dictionary<int, List<int>> _marks = [];
    private readonly Dictionary<int, List<CleanGap>> _breaks = [];

    public CollationNotes(CleanedNotice notice)
    {
        _notice = notice;
        _names = new UnitNames(notice);
        Number(PlaceGaps(), PlaceRemarks());
    }

    /// <summary>The notes; the first has the number 1.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The gaps in front of a unit; of the number behind the last unit, those at the end.</summary>
    public IReadOnlyList<GapLine> GapsBefore(int unit) => At(_gaps, unit);

    /// <summary>The numbers of the notes on a unit; of the number behind the last unit, of those that are on none.</summary>
    public IReadOnlyList<int> NotesOn(int unit) => At(_marks, unit);

    /// <summary>True when a unit's text breaks off.</summary>
    public bool BreaksOff(int unit) => At(_breaks, unit).Count > 0;

    private static List<T> At<T>(Dictionary<int, List<T>> lists, int unit) => lists.TryGetValue(unit, out var list) ? list : [];

    private static void Add<T>(Dictionary<int, List<T>> lists, int unit, T item)
    {
        if (!lists.TryGetValue(unit, out var list)) lists.Add(unit, list = []);
        list.Add(item);
    }

    /// <summary>A text that breaks off is marked where it does; what stands nowhere has a line of its own.</summary>
    private Dictionary<int, List<CleanGap>> PlaceGaps()
    {
        var lines = new Dictionary<int, List<CleanGap>>();
        foreach (var gap in _notice.Gaps)
        {
            var after = _names.NumberOf(gap.After);
            if (gap.Missing.Count == 0 && after is { } broken) Add(_breaks, broken, gap);
            else Add(lines, after + 1 ?? _names.NumberOf(gap.Before) ?? _notice.Units.Count, gap);
        }

        return lines;
    }

    private Dictionary<int, List<(string Text, IReadOnlyList<int> Units)>> PlaceRemarks()
    {
        var places = new Lazy<UnitPlaces>(() => new UnitPlaces(_notice));
        var remarks = new Dictionary<int, List<(string, IReadOnlyList<int>)>>();
        foreach (var conflict in _notice.Conflicts)
        {
            var units = places.Value.UnitsAt(conflict.Spans);
            Remark(Describe(conflict, units), units);
        }

        foreach (var question in _notice.Questions) Remark(Describe(question), places.Value.UnitsAt(question.Spans));
        return remarks;

        void Remark(string text, IReadOnlyList<int> units) => Add(remarks, units.Count > 0 ? units[0] : _notice.Units.Count, (text, units));
    }

    private void Number(Dictionary<int, List<CleanGap>> lines, Dictionary<int, List<(string Text, IReadOnlyList<int> Units)>> remarks)
    {
        foreach (var unit in lines.Keys.Concat(_breaks.Keys).Concat(remarks.Keys).Distinct().Order())
        {
            foreach (var gap in At(lines, unit)) Add(_gaps, unit, new GapLine(MarkOf(gap), Add(Describe(gap))));
            foreach (var gap in At(_breaks, unit)) Add(_marks, unit, Add(Describe(gap)));
            foreach (var (text, units) in At(remarks, unit))
            {
                var number = Add(text);
                foreach (var on in units.DefaultIfEmpty(_notice.Units.Count)) Add(_marks, on, number);
            }
        }
    }

    private int Add(string note)
    {
        _texts.Add(note);
        return _texts.Count;
    }

    private static string MarkOf(CleanGap gap) => gap switch
    {
        { Missing.Count: 0 } => "［疑有脱文］",
        { Certainty: GapCertainty.Certain } => $"［缺：{string.Join(' ', gap.Missing)}］",
        _ => $"［疑缺：{string.Join(' ', gap.Missing)}］",
    };

    private string Describe(CleanGap gap)
    {
        var place = _names.Find(gap.After) is { } after ? $"{after}之后" : _names.Find(gap.Before) is { } before ? $"{before}之前" : "文中";
        if (gap.Missing.Count == 0) return $"脱文：{place}文句中断，疑有缺漏。";
        var marks = string.Join(' ', gap.Missing);
        return gap.Certainty == GapCertainty.Certain
            ? $"缺文：{place}按编号应有{marks}，来源中未见。"
            : $"缺文：{place}疑缺{marks}，来源中未见。";
    }

    private string Describe(CleanQuestion question)
    {
        var candidates = question.Candidates.Select(id => _names.Find(id) is { } name ? $"{name}之后" : "已缺之条").Distinct().ToList();
        var places = candidates.Count == 0 ? "" : $"可能的位置：{string.Join("；", candidates)}。";
        var cause = question.Cause switch
        {
            QuestionCause.CopiesTakeTurns => "此段处于两份文本交错之处，别无他本可证。",
            QuestionCause.NumberMissing => "此段之后的编号缺其前一号，可能属上一条，也可能是所缺之条的残文。",
            _ => "",
        };
        return $"存疑：来源不能确定此段的位置，今暂置于此。{places}{cause}";
    }

    /// <summary>What contradicts what; the notes on the units show where.</summary>
    private string Describe(CleanConflict conflict, IReadOnlyList<int> units) => "矛盾：" + conflict.Kind switch
    {
        CleanConflictKinds.PublishedBeforeDate => "发布日期早于成文日期。",
        CleanConflictKinds.NumberRepeated => $"编号{units.Select(unit => string.Concat(_notice.Units[unit].Path)).LastOrDefault()}下有两段不同的文字。",
        CleanConflictKinds.TitlesDiffer => "两份文本的标题不同。",
        CleanConflictKinds.DocumentNumbersDiffer => "两份文本的发文字号不同。",
        CleanConflictKinds.AddresseesDiffer => "两份文本的主送机关不同。",
        CleanConflictKinds.DatesDiffer => "两份文本的成文日期不同。",
        CleanConflictKinds.SignaturesDiffer => "两份文本的署名不同。",
        CleanConflictKinds.AttendanceDiffers => "两份文本的出席、列席人员不同。",
        CleanConflictKinds.SentencesDiffer => "两份文本在此处的文字不同。",
        _ => "来源的文字相互抵触。",
    };
}

/// <summary>A gap, as a line of its own.</summary>
/// <param name="Text">The line, in brackets.</param>
/// <param name="Note">The number of its note.</param>
internal readonly record struct GapLine(string Text, int Note);
