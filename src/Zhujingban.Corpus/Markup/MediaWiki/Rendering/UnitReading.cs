using System.Globalization;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>
/// Measures with their conversion: <c>{{convert|16596|km2}}</c> reads 16,596平方公里（6,408平方英里）. On a page without Chinese, symbols
/// stand for the names. How exact the conversion is follows the documentation of the template: as exact as the value, two digits at least.
/// </summary>
internal sealed class UnitReading
{
    private const int MostValues = 4;
    private const int MostDecimals = 8;
    private static readonly Dictionary<string, string> Ranges = new(StringComparer.Ordinal)
    {
        ["-"] = "–", ["–"] = "–", ["to"] = "至", ["to-"] = "至", ["and"] = "和", ["or"] = "或", ["x"] = "×", ["by"] = "×", ["×"] = "×", ["+/-"] = "±", ["±"] = "±",
    };

    private readonly List<(double Value, int Decimals)> _values = [];
    private readonly List<string> _between = [];
    private readonly bool _chinese;
    private Unit _unit = new("", "", "", 1, 0, []);
    private int? _precision;

    private UnitReading(bool chinese) => _chinese = chinese;

    /// <summary>What a reader sees of a use of the template; the value and unit as written where they cannot be read.</summary>
    public static string Of(RenderContext context, TemplateCall call)
    {
        var arguments = new List<string>();
        foreach (var argument in call.Arguments)
        {
            if (!argument.Named && arguments.Count < 2 * MostValues + 2) arguments.Add(context.UnconvertedPhrase(argument.Value));
        }

        var reading = new UnitReading(context.IsChinese);
        var next = reading.ReadValues(arguments);
        if (next < 0) return string.Join(' ', arguments.Take(2));
        var targets = reading.ReadTargets(arguments, next);
        var abbreviation = Option(context, call, "abbr") ?? (call.Name.Equals("cvt", StringComparison.OrdinalIgnoreCase) ? "on" : "");
        var own = reading.Written(reading._values, reading._unit, 0, abbreviation is "on" or "in");
        var others = targets.Select(target => reading.Converted(target, abbreviation is "on" or "out")).ToList();
        if (others.Count == 0) return own;
        var other = string.Join(reading._chinese ? "；" : "; ", others);
        if (Option(context, call, "order") == "flip" || Option(context, call, "disp") == "flip") (own, other) = (other, own);
        return Option(context, call, "disp") switch
        {
            "out" or "output only" => other,
            "or" => own + (reading._chinese ? "或" : " or ") + other,
            _ => reading._chinese ? $"{own}（{other}）" : $"{own} ({other})",
        };
    }

    private static string? Option(RenderContext context, TemplateCall call, string name) =>
        call.Find(name) is > 0 and var value ? context.UnconvertedPhrase(value) : null;

    /// <summary>Reads values with the words of a range between them, and their unit; gives the next argument, or -1.</summary>
    private int ReadValues(List<string> arguments)
    {
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            var written = arguments[i].Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
            if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return -1;
            _values.Add((value, DecimalsOf(written)));
            if (Ranges.TryGetValue(arguments[i + 1], out var word) && i + 3 < arguments.Count)
            {
                _between.Add(_chinese || word.Length == 0 || word[0] < '\u4E00' ? word : $" {arguments[i + 1]} ");
                continue;
            }

            if (Units.Find(arguments[i + 1]) is not { } unit) return -1;
            _unit = unit;
            return i + 2;
        }

        return -1;
    }

    private List<Unit> ReadTargets(List<string> arguments, int next)
    {
        var named = next < arguments.Count && !int.TryParse(arguments[next], out _) ? arguments[next++] : null;
        if (next < arguments.Count && int.TryParse(arguments[next], out var precision)) _precision = Math.Clamp(precision, -MostDecimals, MostDecimals);
        var names = named is null ? _unit.Targets : Units.Find(named) is null ? named.Split(' ') : [named];
        return [.. names.Select(Units.Find).OfType<Unit>().Where(target => target.Quantity == _unit.Quantity)];
    }

    private string Converted(Unit target, bool symbol)
    {
        var values = _values.Select(given =>
        {
            var value = target.FromBase(_unit.ToBase(given.Value));
            return (value, _precision ?? DefaultPrecision(given.Value, given.Decimals, value));
        }).ToList();
        return Written(values, target, 1, symbol);
    }

    private string Written(List<(double Value, int Decimals)> values, Unit unit, int round, bool symbol)
    {
        var numbers = values.Select(value => Format(value.Value, value.Decimals, round)).ToList();
        var text = numbers[0];
        for (var i = 1; i < numbers.Count; i++) text += _between[i - 1] + numbers[i];
        var isName = _chinese && !symbol;
        return isName && unit.Name != unit.Symbol ? text + unit.Name : $"{text} {unit.Symbol}";
    }

    /// <summary>A number with its thousands apart; digits before a negative place are zero where it is a result.</summary>
    private static string Format(double value, int decimals, int round)
    {
        if (round > 0 && decimals < 0)
        {
            var step = Math.Pow(10, -decimals);
            value = Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
        }

        var shown = Math.Clamp(decimals, 0, MostDecimals);
        return Math.Round(value, shown, MidpointRounding.AwayFromZero).ToString("N" + shown, CultureInfo.InvariantCulture);
    }

    /// <summary>The decimals of a number; as many zeros as a whole number ends with, below zero.</summary>
    private static int DecimalsOf(string number)
    {
        var point = number.IndexOf('.');
        if (point >= 0) return number.Length - point - 1;
        var digits = number.TrimEnd('0');
        return digits is "" or "-" ? 0 : digits.Length - number.Length;
    }

    private int DefaultPrecision(double value, int decimals, double result)
    {
        const double Fudge = 1e-14;
        if (_unit.Quantity == "temperature")
        {
            var kelvin = Math.Abs(_unit.ToBase(value));
            return Math.Max(decimals, kelvin < 1e-8 ? 2 : 2 - (int)Math.Floor(Math.Log10(kelvin) + Fudge));
        }

        if (value == 0 || result == 0) return Math.Max(decimals, 0);
        var least = 1 - (int)Math.Floor(Math.Log10(Math.Abs(result)) + Fudge);
        return Math.Clamp(Math.Max((int)Math.Floor(decimals + Math.Log10(Math.Abs(value / result))), least), -MostDecimals, MostDecimals);
    }
}
