namespace PerfEval.Documents.Typesetting;

/// <summary>Draws the lines of a table on one page, each as long as it is unbroken.</summary>
internal sealed class RuleGrid
{
    private readonly List<Rule> rules;
    private readonly double[] x;
    private readonly double top;
    private readonly double[] begun;

    /// <summary>Begins at the upper edge of a table.</summary>
    public RuleGrid(List<Rule> rules, double left, double[] edges, double top)
    {
        this.rules = rules;
        this.top = top;
        x = [.. edges.Select(e => left + e)];
        begun = new double[edges.Length];
        Array.Fill(begun, double.NaN);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="upper">Its upper edge.</param>
    /// <param name="lower">Its lower edge.</param>
    /// <param name="below">For each column whether a line runs below it.</param>
    /// <param name="right">For each column whether a line runs at its right.</param>
    public void AddRow(double upper, double lower, ReadOnlySpan<bool> below, ReadOnlySpan<bool> right)
    {
        for (var c = 0; c + 1 < below.Length; c++)
        {
            if (right[c] && double.IsNaN(begun[c]))
            {
                begun[c] = upper;
            }
            else if (!right[c])
            {
                EndVertical(c, upper);
            }
        }

        for (var c = 0; c < below.Length;)
        {
            var start = c;
            while (c < below.Length && below[c])
            {
                c++;
            }

            if (c > start)
            {
                rules.Add(new(x[start], lower, x[c], lower, Measures.InnerRule));
            }
            else
            {
                c++;
            }
        }
    }

    /// <summary>Closes the table.</summary>
    public void Close(double bottom)
    {
        for (var c = 0; c < begun.Length; c++)
        {
            EndVertical(c, bottom);
        }

        rules.Add(new(x[0], top, x[^1], top, Measures.OuterRule));
        rules.Add(new(x[0], bottom, x[^1], bottom, Measures.OuterRule));
        rules.Add(new(x[0], top, x[0], bottom, Measures.OuterRule));
        rules.Add(new(x[^1], top, x[^1], bottom, Measures.OuterRule));
    }

    private void EndVertical(int column, double y)
    {
        if (!double.IsNaN(begun[column]))
        {
            rules.Add(new(x[column + 1], begun[column], x[column + 1], y, Measures.InnerRule));
            begun[column] = double.NaN;
        }
    }
}
