using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Typesetting;

/// <summary>
/// — 1 — in 宋体 4号, the dashes 7 mm below the text area, one character in from the outer edge (GB/T 9704-2012 §7.5).
/// §8 asks that on a landscape page it stands where it stands on the other pages. We read that physically: in the bound
/// volume every number is at the same place of the sheet and upright. On the landscape page, which is the upright one
/// turned a quarter to the right, that is at the left short side, and the number reads from top to bottom.
/// </summary>
internal static class PageNumber
{
    public static void Draw(List<TextRun> runs, PageFrame frame, int number, PageNumberPlace place, TextMeasurer measurer)
    {
        if (place == PageNumberPlace.None)
        {
            return;
        }

        measurer.Place = "页码";
        var text = measurer.Measure($"— {number} —", FaceRole.Song);
        var line = new SetLine(text, new(0, text.Characters.Length, true), Measures.PageNumberSize, 0, double.MaxValue, false);
        var width = line.NaturalWidth;
        var upright = PageFrame.Upright;
        var x = place == PageNumberPlace.Centre ? upright.Left + (upright.TextWidth - width) / 2
            : number % 2 == 1 ? upright.Left + upright.TextWidth - Measures.PageNumberSize - width
            : upright.Left + Measures.PageNumberSize;
        var y = Measures.FootMargin - Measures.PageNumberDrop - Measures.DashHeight * Measures.PageNumberSize;
        if (frame == upright)
        {
            line.Draw(runs, x, y);
            return;
        }

        var first = runs.Count;
        line.Draw(runs, x, y);
        for (var i = first; i < runs.Count; i++)
        {
            runs[i] = runs[i] with { X = runs[i].Y, Y = Measures.SheetWidth - runs[i].X, Turned = true };
        }
    }
}
