using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Calculations that are written out: A人×B元/人=C元, a+b=c, a÷b×100%=c%.</summary>
internal static class WrittenFormulas
{
    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var formula in text.Steps)
        {
            var operands = text.Numbers.Skip(formula.First).Take(formula.Result - formula.First).ToList();
            var result = text.Numbers[formula.Result];
            var percent = result.Measure == Measure.Percent;
            var exact = Value(operands, formula.Signs, n => n.Measure == Measure.Percent ? n.Value / 100 : n.Value);
            var printed = Value(operands, formula.Signs, n => n.Measure == Measure.Percent ? n.Printed / 100 : n.Printed);
            if (exact is not { } value || printed is not { } plain || !operands.TrueForAll(n => n.Firm) || !result.Firm)
            {
                continue;
            }

            var kind = Kind(formula.Signs);
            var shown = Shown(text, operands, formula.Signs);
            var computed = percent ? value * 100 : value;
            // 300×0.05=15万元: where the units of the parts are left out, the printed numbers are what is calculated with.
            var alternative = percent ? plain * 100 : plain * result.Scale;
            if (Comparison.Of(result, computed, 0) != Verdict.Equal && operands.Exists(n => n.Measure == Measure.Plain) && Comparison.Of(result, alternative, 0) == Verdict.Equal)
            {
                computed = alternative;
            }

            var verdict = percent ? Comparison.Of(result, computed, 0) : Comparison.OfAmount(result, computed, operands.Sum(Comparison.SlackOf));
            if (verdict == Verdict.Equal)
            {
                notes.Verify(kind, result, operands, shown, computed);
            }
            else
            {
                notes.Report(kind, verdict, true, result, operands, shown, computed);
            }
        }
    }

    private static StatementKind Kind(IReadOnlyList<char> signs) =>
        signs.Contains('÷') ? StatementKind.Ratio : signs.Contains('×') ? StatementKind.Product : signs.Contains('-') ? StatementKind.Difference : StatementKind.Sum;

    private static string Shown(ReadText text, List<ReadNumber> operands, IReadOnlyList<char> signs) =>
        string.Concat(operands.Select((n, i) => (i == 0 ? "" : $" {signs[i - 1]} ") + text.Shown(n)));

    /// <summary>× and ÷ before + and −; null where a number would be too large or a divisor is 0.</summary>
    private static decimal? Value(List<ReadNumber> operands, IReadOnlyList<char> signs, Func<ReadNumber, decimal> value)
    {
        try
        {
            decimal sum = 0, term = value(operands[0]);
            for (var i = 1; i < operands.Count; i++)
            {
                var next = value(operands[i]);
                switch (signs[i - 1])
                {
                    case '×':
                        term *= next;
                        break;
                    case '÷' when next == 0:
                        return null;
                    case '÷':
                        term /= next;
                        break;
                    default:
                        sum += term;
                        term = signs[i - 1] == '-' ? -next : next;
                        break;
                }
            }

            return sum + term is var whole && Math.Abs(whole) < 1e20m ? whole : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
