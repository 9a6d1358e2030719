using System.Buffers.Binary;
using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Pdf;

/// <summary>Draws a glyph as a path, so that it is seen but is no text: nobody who copies or searches meets it.</summary>
internal sealed class GlyphPath(PdfBuffer target, TrueTypeFace face)
{
    private const int DeepestNesting = 8;

    /// <summary>Adds the contours of a glyph to the current path.</summary>
    /// <param name="glyph">Glyph of the face.</param>
    /// <param name="x">Where its origin stands, in thousandths of the type size as the path is.</param>
    public void Add(int glyph, double x) => Add(glyph, new(1000.0 / face.UnitsPerEm, 0, 0, 1000.0 / face.UnitsPerEm, x, 0), 0);

    private void Add(int glyph, Placement place, int depth)
    {
        var outline = face.OutlineOf(glyph);
        if (outline.Length < 12)
        {
            return;
        }

        if (S16(outline, 0) >= 0)
        {
            Simple(outline, place);
            return;
        }

        for (var (at, more) = (10, depth < DeepestNesting); more;)
        {
            var (flags, part) = (U16(outline, at), U16(outline, at + 2));
            var words = (flags & 1) != 0;
            // Parts placed by matching points are rare enough to be left where they are.
            var (dx, dy) = (flags & 2) == 0 ? (0, 0) : words ? (S16(outline, at + 4), S16(outline, at + 6)) : ((sbyte)outline[at + 4], (sbyte)outline[at + 5]);
            at += words ? 8 : 6;
            var (a, b, c, d) = (1.0, 0.0, 0.0, 1.0);
            if ((flags & 0x08) != 0)
            {
                a = d = S16(outline, at) / 16384.0;
                at += 2;
            }
            else if ((flags & 0x40) != 0)
            {
                (a, d) = (S16(outline, at) / 16384.0, S16(outline, at + 2) / 16384.0);
                at += 4;
            }
            else if ((flags & 0x80) != 0)
            {
                (a, b, c, d) = (S16(outline, at) / 16384.0, S16(outline, at + 2) / 16384.0, S16(outline, at + 4) / 16384.0, S16(outline, at + 6) / 16384.0);
                at += 8;
            }

            Add(part, place.Of(new(a, b, c, d, dx, dy)), depth + 1);
            more = (flags & 0x20) != 0;
        }
    }

    private void Simple(ReadOnlySpan<byte> outline, Placement place)
    {
        var contours = S16(outline, 0);
        var count = contours == 0 ? 0 : U16(outline, 8 + (2 * contours)) + 1;
        var at = 10 + (2 * contours);
        at += 2 + U16(outline, at);
        var flags = new byte[count];
        for (var i = 0; i < count;)
        {
            var flag = outline[at++];
            var times = (flag & 8) != 0 ? outline[at++] + 1 : 1;
            flags.AsSpan(i, times).Fill(flag);
            i += times;
        }

        var (xs, ys) = (Coordinates(outline, ref at, flags, 0x02, 0x10), Coordinates(outline, ref at, flags, 0x04, 0x20));
        for (var (contour, first) = (0, 0); contour < contours; contour++)
        {
            var last = U16(outline, 10 + (2 * contour));
            var points = new (double X, double Y, bool On)[last - first + 1];
            for (var i = first; i <= last; i++)
            {
                var (x, y) = place.Point(xs[i], ys[i]);
                points[i - first] = (x, y, (flags[i] & 1) != 0);
            }

            Contour(points);
            first = last + 1;
        }
    }

    private static int[] Coordinates(ReadOnlySpan<byte> outline, ref int at, byte[] flags, int isShort, int same)
    {
        var (values, value) = (new int[flags.Length], 0);
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                value += (flags[i] & same) != 0 ? outline[at] : -outline[at];
                at++;
            }
            else if ((flags[i] & same) == 0)
            {
                value += S16(outline, at);
                at += 2;
            }

            values[i] = value;
        }

        return values;
    }

    // Between two control points lies a point of the curve. A quadratic curve becomes a cubic one.
    private void Contour((double X, double Y, bool On)[] points)
    {
        if (points.Length < 2)
        {
            return;
        }

        var begin = Array.FindIndex(points, point => point.On);
        var start = begin >= 0 ? points[begin] : Middle(points[^1], points[0]);
        var (pen, control) = (start, default((double X, double Y, bool On)?));
        Point(start.X, start.Y).Add("m\n"u8);
        for (var i = 1; i <= points.Length; i++)
        {
            var point = begin >= 0 ? points[(begin + i) % points.Length] : points[i - 1];
            if (control is { } bend)
            {
                Curve(bend, point.On ? point : Middle(bend, point));
                control = point.On ? null : point;
            }
            else if (point.On)
            {
                Point(point.X, point.Y).Add("l\n"u8);
                pen = point;
            }
            else
            {
                control = point;
            }
        }

        if (control is { } open)
        {
            Curve(open, start);
        }

        target.Add("h\n"u8);

        void Curve((double X, double Y, bool On) by, (double X, double Y, bool On) to)
        {
            Point(pen.X + ((by.X - pen.X) * 2 / 3), pen.Y + ((by.Y - pen.Y) * 2 / 3));
            Point(to.X + ((by.X - to.X) * 2 / 3), to.Y + ((by.Y - to.Y) * 2 / 3));
            Point(to.X, to.Y).Add("c\n"u8);
            pen = to;
        }
    }

    private PdfBuffer Point(double x, double y) => target.Thousandths(100 * (long)Math.Round(x * 10)).Add(" "u8).Thousandths(100 * (long)Math.Round(y * 10)).Add(" "u8);

    private static (double X, double Y, bool On) Middle((double X, double Y, bool On) a, (double X, double Y, bool On) b) => ((a.X + b.X) / 2, (a.Y + b.Y) / 2, true);

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int S16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    private readonly record struct Placement(double A, double B, double C, double D, double X, double Y)
    {
        public (double X, double Y) Point(double x, double y) => ((A * x) + (C * y) + X, (B * x) + (D * y) + Y);

        public Placement Of(Placement inner)
        {
            var (x, y) = Point(inner.X, inner.Y);
            return new((A * inner.A) + (C * inner.B), (B * inner.A) + (D * inner.B), (A * inner.C) + (C * inner.D), (B * inner.C) + (D * inner.D), x, y);
        }
    }
}
