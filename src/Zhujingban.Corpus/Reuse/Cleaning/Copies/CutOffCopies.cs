using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Takes cut-off sentences that found a place of their own for what they are: a copy that breaks off hangs under whatever unit the other stream
/// was at, and its text would stand there a second time. The whole has to stand elsewhere, and what stands before the beginning, or behind
/// the end, has to stand so beside the whole sentence too: different sentences begin and end alike.
/// </summary>
internal sealed class CutOffCopies
{
    private const int MostCopies = 16;

    /// <summary>Shorter parts, and shorter sentences beside them, are formulas.</summary>
    private const int Shortest = 8;

    private readonly string _text;
    private readonly Placement _placement;
    private readonly PieceChoice[] _choices;
    private readonly Dictionary<int, List<int>> _wholes = [];
    private readonly Dictionary<int, List<int>> _copies = [];
    private readonly Dictionary<int, int> _standing = [];

    private CutOffCopies(string text, Placement placement)
    {
        (_text, _placement, _choices) = (text, placement, [.. placement.Choices]);
        for (var i = 0; i < _choices.Length; i++)
        {
            if (_choices[i].Of >= 0) Add(_copies, _choices[i].Of, i);
            else for (var node = _choices[i].Node; ; node = _placement.Nodes[node].Parent)
            {
                _standing[node] = _standing.GetValueOrDefault(node) + 1;
                if (_placement.Nodes[node].IsRoot) break;
            }

            if (IsText(i) && IsClosed(i) && _placement.Families.HasCopies(i) && !_placement.Families.IsCutOff(i)) Add(_wholes, _placement.Families.FamilyOf(i), i);
        }
    }

    /// <summary>The placement with cut-off sentences as copies of the whole ones.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands) return placement;
        var copies = new CutOffCopies(text, placement);
        for (var i = 0; i < copies._choices.Length; i++)
        {
            if (copies._choices[i].Of < 0 && copies.IsText(i) && placement.Families.IsCutOff(i)) copies.Settle(i);
        }

        return placement with { Choices = copies._choices };
    }

    private void Settle(int piece)
    {
        if (_placement.Families.Traits.Weights[piece] < Shortest || Reason(piece) == LikenessReasons.BothCutOff) return;
        if (!_wholes.TryGetValue(_placement.Families.FamilyOf(piece), out var wholes)) return;
        var copies = _copies.GetValueOrDefault(piece) ?? [];
        if (copies.Exists(copy => !_placement.Families.IsCutOff(copy)) || IsHost(piece)) return;
        foreach (var whole in wholes)
        {
            var home = _choices[whole].Of >= 0 ? _choices[whole].Of : whole;
            if (home == piece || _choices[home].Of >= 0 || !IsBeside(piece, whole)) continue;
            _choices[piece] = new PieceChoice(_choices[home].Node, home, _choices[piece].Stream);
            foreach (var copy in copies) _choices[copy] = new PieceChoice(_choices[home].Node, home, _choices[copy].Stream);
            return;
        }
    }

    /// <summary>A title begins with the issuer's name, and is no signature.</summary>
    private bool IsText(int piece) => _placement.Pieces[piece].Kind is PieceKind.Marked or PieceKind.Sentence;

    /// <summary>What breaks off itself is no whole sentence.</summary>
    private bool IsClosed(int piece) => _text[_placement.Pieces[piece].Span.End - 1] is var last && (Sentences.IsEnd(last) || last is '；' or ';' or '：' or ':');

    /// <summary>True for a piece that opens a unit with something in it.</summary>
    private bool IsHost(int piece) => _placement.Pieces[piece].IsMarked && _standing[_choices[piece].Node] > 1;

    /// <summary>True when what stands before a beginning stands before the whole too, or what stands behind an end behind it.</summary>
    private bool IsBeside(int piece, int whole)
    {
        var step = IsHead(piece) ? -1 : 1;
        var (one, other) = (piece + step, whole + step);
        if (one < 0 || other < 0 || one >= _choices.Length || other >= _choices.Length || one == whole || other == piece) return false;
        return one != other && _placement.Families.FamilyOf(one) == _placement.Families.FamilyOf(other)
            && _placement.Families.Traits.Weights[one] >= Shortest && !_placement.Families.IsCutOff(one) && !_placement.Families.IsCutOff(other);
    }

    private bool IsHead(int piece) => Reason(piece) == LikenessReasons.TailCutOff;

    private string Reason(int piece) => _placement.Families.Compare(piece, piece).Reason;

    private static void Add(Dictionary<int, List<int>> lists, int key, int piece)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        if (list.Count < MostCopies) list.Add(piece);
    }
}
