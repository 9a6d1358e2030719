namespace PerfEval.Domain.Scoring;

/// <summary>One point of a curve.</summary>
/// <param name="Value">The figure, in the unit of the rule.</param>
/// <param name="Points">Points at it, within [0, weight], to ten places.</param>
public sealed record CurvePoint(decimal Value, decimal Points);

/// <summary>A stretch without a jump, from left to right.</summary>
/// <param name="Points">One point (a value that stands alone) or more; two are a straight line.</param>
public sealed record CurvePiece(IReadOnlyList<CurvePoint> Points);

/// <summary>
/// The points a rule gives over the figure it scores: steps as steps, jumps as jumps. Every point is asked of
/// <see cref="ScoringRule.Score"/>; at the ends of a stretch it is the limit from inside.
/// </summary>
/// <param name="From">Left end of what is shown.</param>
/// <param name="To">Right end, above <paramref name="From"/>.</param>
/// <param name="Weight">Highest points.</param>
/// <param name="Measure">Unit of the figure.</param>
/// <param name="Marks">Values worth a label on the axis: limits, cut-off, target; rising.</param>
/// <param name="Pieces">From left to right; where one ends and the next begins at another height the score jumps.</param>
/// <param name="Kept">At each jump the point that is really scored there.</param>
/// <param name="Dense">True when the steps are too fine to be drawn and are shown as a slope.</param>
public sealed record RuleCurve(
    decimal From, decimal To, decimal Weight, string Measure, IReadOnlyList<decimal> Marks, IReadOnlyList<CurvePiece> Pieces,
    IReadOnlyList<CurvePoint> Kept, bool Dense)
{
    private const int Places = 10;
    private const int Samples = 24;

    /// <summary>The curve; null for rules that score no figure.</summary>
    /// <param name="rule">A rule without faults.</param>
    /// <param name="weight">Weight of the leaf in points.</param>
    /// <exception cref="RuleBroken">The rule is nonsense at this weight.</exception>
    public static RuleCurve? Of(ScoringRule rule, decimal weight)
    {
        rule.Check(weight);
        if (CurveSpan.Of(rule, weight) is not { } span)
        {
            return null;
        }

        var (from, to) = (Math.Clamp(span.From, -ScoringInput.ValueLimit, ScoringInput.ValueLimit), Math.Clamp(span.To, -ScoringInput.ValueLimit, ScoringInput.ValueLimit));
        if (from >= to)
        {
            return null;
        }

        var breaks = span.Breaks.Where(b => b > from && b < to).Append(from).Append(to).Distinct().Order().ToList();
        var pieces = new List<List<CurvePoint>>();
        Add(new(from, At(from)));
        for (var i = 1; i < breaks.Count; i++)
        {
            foreach (var point in Stretch(breaks[i - 1], breaks[i]))
            {
                Add(point);
            }

            Add(new(breaks[i], At(breaks[i])));
        }

        return new(from, to, weight, span.Measure, [.. span.Marks.Where(m => m >= from && m <= to).Distinct().Order()], [.. pieces.Select(p => new CurvePiece(p))],
            [.. pieces.Skip(1).Select(p => p[0].Value).Distinct().Select(v => new CurvePoint(v, At(v)))], span.Dense);

        decimal At(decimal value) => Rounding.Round(rule.Score(weight, new ValueInput(value), "").Points, Places);

        // A point that stands where the last one stands but at another height begins a new piece.
        void Add(CurvePoint point)
        {
            if (pieces.Count == 0 || (pieces[^1][^1] is var last && last.Value == point.Value && last.Points != point.Points))
            {
                pieces.Add([point]);
            }
            else if (pieces[^1][^1] != point)
            {
                pieces[^1].Add(point);
            }
        }

        IEnumerable<CurvePoint> Stretch(decimal left, decimal right)
        {
            var width = right - left;
            if (span.Curved)
            {
                return
                [
                    .. Edge(left, left + (width / 10_000)),
                    .. Enumerable.Range(1, Samples - 1).Select(n => left + (width * n / Samples)).Select(v => new CurvePoint(v, At(v))),
                    .. Edge(right, right - (width / 10_000)),
                ];
            }

            // Straight between its breaks: what holds a quarter from either end gives the limits at both.
            var (low, high) = (At(left + (width / 4)), At(right - (width / 4)));
            return [new(left, Held(low - ((high - low) / 2))), new(right, Held(high + ((high - low) / 2)))];
        }

        // Where the score jumps, the value beside the end stands for the limit; elsewhere the end itself will do.
        IEnumerable<CurvePoint> Edge(decimal end, decimal beside) =>
            Math.Abs(At(beside) - At(end)) > weight / 50 ? [new(end, At(beside))] : [];

        decimal Held(decimal points) => Rounding.Round(Math.Clamp(points, 0, weight), Places);
    }
}
