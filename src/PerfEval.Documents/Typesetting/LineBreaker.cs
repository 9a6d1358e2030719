namespace PerfEval.Documents.Typesetting;

/// <summary>How lines are to be filled.</summary>
internal enum Filling
{
    /// <summary>Stretched to both edges: as little stretching as possible.</summary>
    Justified,

    /// <summary>Natural: every line as full as it gets.</summary>
    Full,

    /// <summary>Natural and centred: lines of similar length.</summary>
    Balanced,
}

/// <summary>A line of a text: characters from Start to End (exclusive), trailing spaces left out.</summary>
internal readonly record struct LineSpan(int Start, int End, bool Last);

/// <summary>
/// Breaks a paragraph so that the sum of the deformations of its lines is least (dynamic programming over the few breaks
/// that can end a line). Forbidden breaks are only tried when nothing else fits. Reused for one document, so that the
/// working arrays are allocated once.
/// </summary>
internal sealed class LineBreaker
{
    private const double Never = double.MaxValue;
    private const double MostStretch = 0.25;
    private const double Tolerance = 1e-4;

    private double[] widths = new double[512];
    private double[] shrinks = new double[512];
    private int[] gaps = new int[512];
    private int[] lasts = new int[512];
    private double[] costs = new double[512];
    private int[] previous = new int[512];

    /// <summary>Breaks a text into lines. All lengths in em.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstWidth">Width of the first line.</param>
    /// <param name="width">Width of the others.</param>
    /// <param name="filling">How lines are to be filled.</param>
    public LineSpan[] Break(MeasuredText text, double firstWidth, double width, Filling filling)
    {
        var characters = text.Characters;
        if (characters.Length == 0)
        {
            return [];
        }

        if (text.Width <= firstWidth + Tolerance)
        {
            return [new(0, characters.Length, true)];
        }

        Prepare(characters);
        if (!Run(characters, firstWidth, width, filling, emergency: false))
        {
            Run(characters, firstWidth, width, filling, emergency: true);
        }

        var count = 0;
        for (var at = characters.Length; at > 0; at = previous[at])
        {
            count++;
        }

        var lines = new LineSpan[count];
        for (var at = characters.Length; at > 0; at = previous[at])
        {
            lines[--count] = new(previous[at], lasts[at], at == characters.Length);
        }

        return lines;
    }

    // Sums up to each boundary, so that a line is measured by subtraction.
    private void Prepare(ReadOnlySpan<Character> text)
    {
        var size = text.Length + 1;
        if (widths.Length < size)
        {
            size = Math.Max(size, widths.Length * 2);
            widths = new double[size];
            shrinks = new double[size];
            gaps = new int[size];
            lasts = new int[size];
            costs = new double[size];
            previous = new int[size];
        }

        for (var k = 0; k < text.Length; k++)
        {
            widths[k + 1] = widths[k] + text[k].Width;
            shrinks[k + 1] = shrinks[k] + text[k].Shrink;
            gaps[k + 1] = gaps[k] + (text[k].Stretches ? 1 : 0);
            lasts[k + 1] = text[k].Kind == CharacterKind.Space && k > 0 ? lasts[k] : k + 1;
        }
    }

    private bool Run(ReadOnlySpan<Character> text, double firstWidth, double width, Filling filling, bool emergency)
    {
        var n = text.Length;
        Array.Fill(costs, Never, 1, n);
        costs[0] = 0;
        var first = 1;
        for (var i = 0; i < n; i++)
        {
            if (costs[i] == Never)
            {
                continue;
            }

            var room = i == 0 ? firstWidth : width;
            var justified = filling == Filling.Justified;
            var least = emergency || !justified ? 0 : room * 0.6;
            first = Math.Max(first, i + 1);
            while (first < n && widths[first] - widths[i] < least)
            {
                first++;
            }

            for (var j = emergency || !justified ? i + 1 : first; j <= n; j++)
            {
                if (widths[j] - widths[i] - (shrinks[j] - shrinks[i]) - 1 > room && j > i + 1)
                {
                    break;
                }

                var after = j == n ? BreakClass.Free : text[j - 1].After;
                if (after > BreakClass.Discouraged && !emergency)
                {
                    continue;
                }

                var cost = LineCost(text, i, j, room, filling, emergency);
                if (cost == Never)
                {
                    continue;
                }

                // Of equal ways the one with the fuller lines first.
                var total = costs[i] + cost + Penalty(after) - (j < n && filling == Filling.Balanced ? Sense(text, j) : 0);
                if (total < costs[j] + (filling == Filling.Full ? 1e-6 : 0))
                {
                    costs[j] = total;
                    previous[j] = i;
                }
            }
        }

        return costs[n] < Never;
    }

    // One line off the grid of 28 characters is better than a little of it in each of its neighbours.
    private const double Deformed = 2;

    private double LineCost(ReadOnlySpan<Character> text, int start, int end, double room, Filling filling, bool emergency)
    {
        var last = lasts[end];
        if (last <= start)
        {
            return Never;
        }

        var natural = widths[last] - widths[start];
        var excess = natural - room;
        var only = end - start == 1;
        var line = filling == Filling.Justified ? 0 : 5; // ragged texts: the fewer lines the better
        if (excess > Tolerance)
        {
            var atEnd = text[last - 1].EndShrink;
            if (excess <= atEnd + Tolerance)
            {
                return line + 0.2 + 0.3 * excess;
            }

            var inside = shrinks[last - 1] - shrinks[start];
            var part = (excess - atEnd) / Math.Max(inside, 1e-9);
            return part <= 1 ? line + 1 + 12 * part * part : only && emergency ? 1e9 : Never;
        }

        var space = -excess;
        if (filling == Filling.Balanced)
        {
            return line + 10 * space / room * space / room;
        }

        if (end == text.Length)
        {
            // 单字不成行: a last line of a character and its mark is avoided where that costs little.
            return line + (start > 0 && natural < (filling == Filling.Justified ? 2.5 : 1.5) ? 2 : 0);
        }

        if (filling == Filling.Full)
        {
            return line + 10 * space / room;
        }

        var openings = gaps[last - 1] - gaps[start];
        if (openings == 0)
        {
            return emergency ? 4000 * space * space + 10 : space <= Tolerance ? 0 : Never;
        }

        var stretch = space / openings;
        return stretch <= MostStretch || emergency ? (space > Tolerance ? Deformed : 0) + 1000 * stretch * stretch : Never;
    }

    // A centred text is best broken before a bracket or after a comma.
    private static double Sense(ReadOnlySpan<Character> text, int end) =>
        text[end].Kind == CharacterKind.Opening ? 4 : text[end - 1].Kind == CharacterKind.Closing ? 1 : 0;

    private static double Penalty(BreakClass after) => after switch
    {
        BreakClass.Free => 0,
        BreakClass.Discouraged => 3,
        BreakClass.Word => 4000,
        BreakClass.Number => 1e5,
        _ => 1e8,
    };
}
