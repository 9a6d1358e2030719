using System.Globalization;
using PerfEval.Domain;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>Where the parts of a curve stand in its picture, in the units of the view box.</summary>
/// <param name="Curve">The curve as the domain computed it.</param>
public sealed record CurveDrawing(RuleCurve Curve)
{
    public const int Width = 420;
    public const int Height = 206;
    public const int Left = 46;
    public const int Right = 400;
    public const int Top = 26;
    public const int Bottom = 166;

    /// <summary>Dots beyond this many would only blur the line.</summary>
    private const int MostJumps = 8;

    /// <summary>Labels of the value axis stand at least this far apart.</summary>
    private const decimal Apart = 42;

    /// <summary>One path for each stretch without a jump.</summary>
    public IEnumerable<string> Paths => Curve.Pieces.Where(p => p.Points.Count > 1).Select(p => "M" + string.Join(" L", p.Points.Select(q => $"{X(q.Value)} {Y(q.Points)}")));

    /// <summary>Jumps: where, from which height to which.</summary>
    public IEnumerable<(string X, string From, string To)> Jumps =>
        Curve.Pieces.Zip(Curve.Pieces.Skip(1)).Select(p => (X(p.Second.Points[0].Value), Y(p.First.Points[^1].Points), Y(p.Second.Points[0].Points)));

    /// <summary>Dots at the jumps: full where the score is taken, hollow where it is not.</summary>
    public IEnumerable<(string X, string Y, bool Kept)> Dots => Curve.Pieces.Count - 1 > MostJumps ? [] :
        Curve.Pieces.Zip(Curve.Pieces.Skip(1)).SelectMany(p => new[] { p.First.Points[^1], p.Second.Points[0] })
            .Concat(Curve.Kept).Distinct().Select(p => (X(p.Value), Y(p.Points), Curve.Kept.Contains(p)));

    /// <summary>Labels below: limits first, then the ends where they have room.</summary>
    public IReadOnlyList<(string X, string Label)> Values
    {
        get
        {
            var taken = new List<(decimal At, decimal Value)>();
            foreach (var value in Curve.Marks.Concat([Curve.From, Curve.To]))
            {
                var at = Across(value);
                if (taken.All(t => Math.Abs(t.At - at) >= Apart))
                {
                    taken.Add((at, value));
                }
            }

            return [.. taken.OrderBy(t => t.At).Select(t => (Text(t.At), Numbers.Plainly(Rounding.Round(t.Value, 4))))];
        }
    }

    /// <summary>Labels at the left: nothing, half, everything.</summary>
    public IEnumerable<(string Y, string Label)> Heights =>
        new[] { 0, Curve.Weight / 2, Curve.Weight }.Select(p => (Y(p), Numbers.Plainly(Rounding.Round(p, 4))));

    private string X(decimal value) => Text(Across(value));

    private string Y(decimal points) => Text(Bottom - (points / Curve.Weight * (Bottom - Top)));

    private decimal Across(decimal value) => Left + ((value - Curve.From) / (Curve.To - Curve.From) * (Right - Left));

    private static string Text(decimal number) => Rounding.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}
