using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks;

/// <summary>A calculation that is written out with signs.</summary>
/// <param name="First">Index of its first number.</param>
/// <param name="Result">Index of the number after “=”.</param>
/// <param name="Signs">The signs between the numbers before “=”: × + - ÷.</param>
internal sealed record Formula(int First, int Result, IReadOnlyList<char> Signs);

/// <summary>Finds written calculations.</summary>
internal static class Formulas
{
    private const int LongestGap = 14;
    private const int MostNumbers = 40;

    /// <summary>All of a text, in order.</summary>
    public static List<Formula> Of(ReadText text)
    {
        var found = new List<Formula>();
        var numbers = text.Numbers;
        for (var i = 0; i + 1 < numbers.Count;)
        {
            var last = i;
            var signs = new List<char>();
            var sign = Sign(text.Between(numbers[i], numbers[i + 1]));
            while (sign is not ('\0' or '=') && last - i < MostNumbers && last + 2 < numbers.Count)
            {
                signs.Add(sign);
                last++;
                sign = Sign(text.Between(numbers[last], numbers[last + 1]));
            }

            if (sign == '=' && signs.Count > 0 && !AfterSign(text, numbers[i].Start))
            {
                found.Add(new(i, last + 1, signs));
                last++;
            }

            i = Math.Max(last, i + 1);
        }

        return found;
    }

    /// <summary>The sign that is all that stands between two numbers, besides a noun before it; “\0” for anything else.</summary>
    private static char Sign(ReadOnlySpan<char> gap)
    {
        gap = gap.Trim(" \n");
        if (gap.Length is 0 or > LongestGap || gap.IndexOfAny("，。；、:()\t|") >= 0)
        {
            return '\0';
        }

        var sign = gap[^1] switch
        {
            '×' or 'x' or 'X' or '乘' => '×',
            '+' or '加' => '+',
            '-' or '减' => '-',
            '÷' or '/' => '÷',
            '=' or '≈' => '=',
            _ => '\0',
        };

        // One sign only; a noun may stand before ×: 540个节目补贴×400元.
        return gap[..^1].IndexOfAny("×+-÷/=≈") >= 0 || (gap.Length > 1 && sign is '-' or '÷') ? '\0' : sign;
    }

    private static bool AfterSign(ReadText text, int start)
    {
        var before = text.Plain.AsSpan(Math.Max(0, start - 3), Math.Min(3, start)).TrimEnd(' ');
        return before.Length > 0 && before[^1] is '×' or '÷' or '/' or '+' or '-' or '(';
    }
}
