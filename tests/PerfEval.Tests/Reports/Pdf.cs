using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PerfEval.Documents.Tests.Pdf;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Tests.Reports;

/// <summary>A PDF in a file of its own, for programs that read files.</summary>
public sealed class Pdf : IDisposable
{
    private readonly Lazy<IReadOnlyList<Sheet>> sheets;

    public Pdf(byte[] bytes)
    {
        (Bytes, Path) = (bytes, System.IO.Path.GetTempFileName());
        File.WriteAllBytes(Path, bytes);
        // What mutool says about itself follows the document.
        sheets = new(() => [.. XDocument.Parse(Tool.Output("mutool", "draw", "-q", "-F", "trace", Path).Split("warning:")[0])
            .Root!.Elements("page").Select((p, i) => new Sheet(p, i + 1))]);
    }

    public byte[] Bytes { get; }

    public string Path { get; }

    /// <summary>Pages with every glyph where MuPDF draws it.</summary>
    public IReadOnlyList<Sheet> Sheets => sheets.Value;

    /// <summary>Text of each page as poppler reads it in the order it was written, without white space; within the text area only.</summary>
    public IReadOnlyList<string> Text(bool cropped = true) => [.. Sheets.Select(s => Squeeze(Tool.Output(
        "pdftotext", ["-raw", "-enc", "UTF-8", "-f", $"{s.Number}", "-l", $"{s.Number}", .. cropped ? Crop(s) : [], Path, "-"])))];

    public static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    public void Dispose() => File.Delete(Path);

    // poppler takes whole points: the area is rounded outwards.
    private static string[] Crop(Sheet s)
    {
        var (left, top, right, bottom) = ((int)s.Left, (int)s.Top, (int)Math.Ceiling(s.Right), (int)Math.Ceiling(s.Bottom));
        return ["-r", "72", "-x", $"{left}", "-y", $"{top}", "-W", $"{right - left}", "-H", $"{bottom - top}"];
    }
}

/// <summary>A page; lengths in points from its upper left corner.</summary>
public sealed class Sheet
{
    public Sheet(XElement page, int number)
    {
        Number = number;
        var box = page.Attribute("mediabox")!.Value.Split(' ').Select(Value).ToList();
        (Width, Height) = (box[2], box[3]);
        Letters = [.. page.Descendants("span").SelectMany(span => span.Elements("g").Select(g => new Letter(
            g.Attribute("unicode")!.Value, Regex.Replace(span.Attribute("font")!.Value, "^[A-Z]{6}[+]", ""), [.. span.Attribute("trm")!.Value.Split(' ').Select(Value)],
            Value(g.Attribute("x")!.Value), Height - Value(g.Attribute("y")!.Value), Value(g.Attribute("adv")!.Value))))];
    }

    public int Number { get; }

    public double Width { get; }

    public double Height { get; }

    public bool Upright => Width < Height;

    /// <summary>The text area (GB/T 9704-2012 §5.2.1); of a landscape page it is the upright one turned to the right.</summary>
    public double Left => Upright ? Measures.BindingMargin : Measures.FootMargin;

    public double Top => Upright ? Measures.HeadMargin : Measures.BindingMargin;

    public double Right => Left + (Upright ? Measures.TextWidth : Measures.TextHeight);

    public double Bottom => Top + (Upright ? Measures.TextHeight : Measures.TextWidth);

    /// <summary>Every glyph in the order it is drawn.</summary>
    public IReadOnlyList<Letter> Letters { get; }

    /// <summary>Page number: what stands outside the text area.</summary>
    public IEnumerable<Letter> Outside => Letters.Where(l => l.Y > Bottom || l.X < Left - 1);

    /// <summary>Lines of text and of cells: letters on one baseline without a gap.</summary>
    public IReadOnlyList<SetText> Lines
    {
        get
        {
            var lines = new List<List<Letter>>();
            foreach (var letter in Letters.Except(Outside))
            {
                if (lines.Count == 0 || lines[^1][^1] is var last
                    && (Math.Abs(last.Y - letter.Y) > 0.05 || Math.Abs(last.Size - letter.Size) > 0.01 || letter.X < last.X || letter.X > last.X + 2.2 * last.Size))
                {
                    lines.Add([]);
                }

                lines[^1].Add(letter);
            }

            return [.. lines.Select(l => new SetText(Number, l))];
        }
    }

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A glyph.</summary>
public sealed record Letter(string Text, string Face, double[] Matrix, double X, double Y, double Advance)
{
    public double Size => Math.Max(Math.Abs(Matrix[0]), Math.Abs(Matrix[1]));

    public bool IsHanzi => Text[0] is >= '一' and <= '鿿';
}

/// <summary>A line as it was set.</summary>
public sealed record SetText(int Page, IReadOnlyList<Letter> Letters)
{
    public string Text => string.Concat(Letters.Select(l => l.Text));

    public double X => Letters[0].X;

    public double Y => Letters[0].Y;

    public double Size => Letters[0].Size;

    /// <summary>Text and headings stand on the grid; cells are smaller.</summary>
    public bool OnGrid => Math.Abs(Size - Measures.TextSize) < 0.01;
}
