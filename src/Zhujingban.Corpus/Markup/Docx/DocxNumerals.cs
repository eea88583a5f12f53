using System.Globalization;
using System.Text;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>Writes numbers in the formats of WordprocessingML.</summary>
internal static class DocxNumerals
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>A number in a format; Arabic numerals where the format is not known.</summary>
    public static string Format(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "koreanCounting" => Chinese(number),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0'])),
        "ideographTraditional" => Cycle(number, Stems),
        "ideographZodiac" => Cycle(number, Branches),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalFullWidth" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０'))),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Cycle(int number, string letters) =>
        number >= 1 && number <= letters.Length ? letters[number - 1].ToString() : number.ToString(CultureInfo.InvariantCulture);

    private static string Letters(int number, char first) =>
        number is >= 1 and <= 780 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>十, 十一, 一百零五; numbers above 9,999 in Arabic numerals.</summary>
    private static string Chinese(int number)
    {
        if (number is < 1 or > 9999) return number == 0 ? "〇" : number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        var needsZero = false;
        for (var (unit, rank) = (1000, 3); rank >= 0; unit /= 10, rank--)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                needsZero = text.Length > 0;
                continue;
            }

            if (needsZero) text.Append('零');
            needsZero = false;
            if (!(digit == 1 && rank == 1 && text.Length == 0)) text.Append(Digits[digit]);
            if (rank > 0) text.Append("十百千"[rank - 1]);
        }

        return text.ToString();
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (value, numeral) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value) text.Append(numeral);
        }

        return text.ToString();
    }
}
