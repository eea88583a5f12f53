using System.Globalization;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>
/// Expressions of <c>{{#expr:}}</c>: numbers, brackets, and the operators of MediaWiki with their ranks. Two stacks, no recursion.
/// </summary>
internal sealed class ExpressionReading
{
    private const int SignRank = 10;
    private const int FunctionRank = 9;
    private static readonly string[] Functions = ["not", "abs", "floor", "ceil", "trunc", "sqrt", "exp", "ln", "sin", "cos", "tan", "asin", "acos", "atan"];

    private readonly Stack<double> _values = new();
    private readonly Stack<(string Name, int Rank, bool Prefix)> _operators = new();
    private bool _wantsValue = true;

    /// <summary>The value of an expression; null when it is none.</summary>
    public static double? Of(ReadOnlySpan<char> expression) => new ExpressionReading().Read(expression);

    /// <summary>A number as MediaWiki writes it.</summary>
    public static string Format(double value) => (value == 0 ? 0 : value).ToString("G14", CultureInfo.InvariantCulture);

    private double? Read(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var length = _wantsValue ? TakeOperand(text[at..]) : TakeOperator(text[at..]);
            if (length == 0) return null;
            at += length;
        }

        while (_operators.Count > 0)
        {
            if (_operators.Peek().Name == "(" || !Apply()) return null;
        }

        return !_wantsValue && _values.Count == 1 && double.IsFinite(_values.Peek()) ? _values.Peek() : null;
    }

    /// <summary>Takes a number, a constant, or what may stand before one; gives its length, or 0.</summary>
    private int TakeOperand(ReadOnlySpan<char> text)
    {
        if (text[0] is '(' or '+' or '-' or '−')
        {
            _operators.Push(text[0] == '(' ? ("(", 0, true) : (text[0] == '+' ? "plus" : "minus", SignRank, true));
            return 1;
        }

        var word = Word(text);
        if (word.Length > 0)
        {
            var name = word.ToString().ToLowerInvariant();
            if (name is "pi" or "e") return TakeValue(name == "pi" ? Math.PI : Math.E, word.Length);
            if (!Functions.Contains(name)) return 0;
            _operators.Push((name, FunctionRank, true));
            return word.Length;
        }

        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.')) digits++;
        return double.TryParse(text[..digits], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? TakeValue(number, digits) : 0;
    }

    private int TakeValue(double value, int length)
    {
        _values.Push(value);
        _wantsValue = false;
        return length;
    }

    private int TakeOperator(ReadOnlySpan<char> text)
    {
        if (text[0] == ')')
        {
            while (_operators.Count > 0 && _operators.Peek().Name != "(")
            {
                if (!Apply()) return 0;
            }

            return _operators.TryPop(out _) ? 1 : 0;
        }

        var word = Word(text);
        var length = word.Length > 0 ? word.Length : text.Length > 1 && text[..2] is "<=" or ">=" or "<>" or "!=" ? 2 : 1;
        var name = text[..length].ToString().ToLowerInvariant();
        var rank = RankOf(name);
        if (rank == 0) return 0;
        while (_operators.Count > 0 && _operators.Peek().Rank >= rank)
        {
            if (!Apply()) return 0;
        }

        _operators.Push((name, rank, false));
        _wantsValue = true;
        return length;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length])) length++;
        return text[..length];
    }

    private static int RankOf(string name) => name switch
    {
        "^" or "e" => 8,
        "*" or "/" or "×" or "÷" or "div" or "mod" or "fmod" => 7,
        "+" or "-" or "−" => 6,
        "round" => 5,
        "=" or "!=" or "<>" or "<" or ">" or "<=" or ">=" => 4,
        "and" => 3,
        "or" => 2,
        _ => 0,
    };

    private bool Apply()
    {
        var (name, _, prefix) = _operators.Pop();
        if (!_values.TryPop(out var right)) return false;
        if (prefix)
        {
            _values.Push(Prefixed(name, right));
            return true;
        }

        if (!_values.TryPop(out var left)) return false;
        _values.Push(Combined(name, left, right));
        return true;
    }

    private static double Prefixed(string name, double value) => name switch
    {
        "plus" => value,
        "minus" => -value,
        "not" => value == 0 ? 1 : 0,
        "abs" => Math.Abs(value),
        "floor" => Math.Floor(value),
        "ceil" => Math.Ceiling(value),
        "trunc" => Math.Truncate(value),
        "sqrt" => Math.Sqrt(value),
        "exp" => Math.Exp(value),
        "ln" => Math.Log(value),
        "sin" => Math.Sin(value),
        "cos" => Math.Cos(value),
        "tan" => Math.Tan(value),
        "asin" => Math.Asin(value),
        "acos" => Math.Acos(value),
        _ => Math.Atan(value),
    };

    private static double Combined(string name, double left, double right) => name switch
    {
        "^" => Math.Pow(left, right),
        "e" => left * Math.Pow(10, right),
        "*" or "×" => left * right,
        "/" or "÷" or "div" => right == 0 ? double.NaN : left / right,
        "mod" => Math.Truncate(right) == 0 ? double.NaN : Math.Truncate(left) % Math.Truncate(right),
        "fmod" => right == 0 ? double.NaN : left % right,
        "+" => left + right,
        "-" or "−" => left - right,
        "round" => Rounded(left, right),
        "=" => left == right ? 1 : 0,
        "!=" or "<>" => left != right ? 1 : 0,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "and" => left != 0 && right != 0 ? 1 : 0,
        _ => left != 0 || right != 0 ? 1 : 0,
    };

    private static double Rounded(double value, double digits)
    {
        var places = (int)Math.Clamp(digits, -15, 15);
        if (places >= 0 && Math.Abs(value) < 1e12) return (double)Math.Round((decimal)value, places, MidpointRounding.AwayFromZero);
        if (places >= 0) return Math.Round(value, places, MidpointRounding.AwayFromZero);
        var unit = Math.Pow(10, -places);
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
