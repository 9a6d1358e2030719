namespace PerfEval.Domain.Checks.Reading;

/// <summary>Numbers that are written in characters and measure something: 十二场, 三分之二, 百分之九十五点五, 壹佰元整.</summary>
internal static class SpelledNumbers
{
    private const string Of = "分之";

    /// <summary>Reads the numeral that starts here.</summary>
    /// <returns>How far to go on.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, List<ReadNumber> numbers)
    {
        var end = start;
        while (end < text.Length && end - start < ChineseNumerals.Longest && ChineseNumerals.IsNumeral(text[end]))
        {
            end++;
        }

        var run = text[start..end];
        if (ChineseNumerals.CapitalAmount(text[start..]) is { Length: > 0 } amount)
        {
            numbers.Add(new(start, amount.Length, amount.Yuan, 2, 1, Measure.Money, "元", "大写"));
            return amount.Length;
        }

        if (text[end..].StartsWith(Of))
        {
            return Fraction(text, start, end, numbers);
        }

        var before = start > 0 ? text[start - 1] : ' ';
        if (before is not ('第' or '“' or '"' or '周' or '期' or '初' or '十' or '《') && ChineseNumerals.Value(run) is { } v && v is > 1 and < 1e13m)
        {
            var number = NumberReader.Build(text, start, end, v, 0);
            if (number.Measure is Measure.Count or Measure.Money or Measure.PercentPoint or Measure.Quantity && number.Scale <= 10_000)
            {
                numbers.Add(number);
                return number.Length;
            }
        }

        return end - start;
    }

    private static int Fraction(ReadOnlySpan<char> text, int start, int end, List<ReadNumber> numbers)
    {
        var upper = end + Of.Length;
        var stop = upper;
        while (stop < text.Length && stop - upper < ChineseNumerals.Longest && ChineseNumerals.IsNumeral(text[stop]))
        {
            stop++;
        }

        if (ChineseNumerals.Value(text[upper..stop]) is not { } whole)
        {
            return upper - start;
        }

        var (places, decimals) = (0, 0m);
        if (stop + 1 < text.Length && text[stop] == '点')
        {
            var at = stop + 1;
            while (at < text.Length && places < 6 && ChineseNumerals.Value(text.Slice(at, 1)) is { } digit && digit < 10)
            {
                decimals = (decimals * 10) + digit;
                places++;
                at++;
            }

            stop = places > 0 ? at : stop;
        }

        if (text[start..end] is "百")
        {
            numbers.Add(new(start, stop - start, whole + (decimals * ReadNumber.Power(-places)), places, 1, Measure.Percent, "%", "%"));
        }
        else if (ChineseNumerals.Value(text[start..end]) is { } lower && lower is > 1 and < 1000 && whole < 1000)
        {
            numbers.Add(new(start, stop - start, whole / lower * 100, 0, 1, Measure.Percent, "%", "%") { Approximate = true });
        }

        return stop - start;
    }
}
