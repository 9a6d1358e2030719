using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;

namespace PerfEval.Documents.Typesetting;

/// <summary>Turns the blocks of a report into flow items: faces, indents, line breaks, what stays with what.</summary>
internal sealed class Composer(TextMeasurer measurer, LineBreaker breaker, LayoutOptions options)
{
    private const float GridCell = (float)(Measures.Cell / Measures.TextSize);

    private readonly List<FlowItem> items = [];

    /// <summary>All items of a report.</summary>
    public IReadOnlyList<FlowItem> Compose(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var frame = FrameOf(blocks, i);
            switch (blocks[i])
            {
                case AnnexLabel label:
                    AddLabel(label, frame);
                    break;
                case TitleBlock title:
                    AddTitle(title, frame, afterLabel: i > 0 && blocks[i - 1] is AnnexLabel);
                    break;
                case Heading heading:
                    AddHeading(heading, frame);
                    break;
                case Paragraph paragraph:
                    AddParagraph(paragraph.Text, frame);
                    break;
                case TableBlock table:
                    items.Add(new TableItem(frame, TableLayout.Of(table, frame.TextWidth, measurer, breaker)));
                    break;
                case SignatureBlock signature:
                    AddSignature(signature, frame);
                    break;
                default:
                    throw new NotSupportedException($"No layout for {blocks[i].GetType().Name}.");
            }
        }

        return items;
    }

    // What leads to a landscape table goes with it: a heading is never left behind at the foot of the page before.
    private static PageFrame FrameOf(IReadOnlyList<Block> blocks, int index)
    {
        for (var i = index; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case TableBlock table:
                    return table.Landscape ? PageFrame.Landscape : PageFrame.Upright;
                case AnnexLabel or TitleBlock or Heading { RunIn: null }:
                    continue;
                default:
                    return PageFrame.Upright;
            }
        }

        return PageFrame.Upright;
    }

    private void AddLabel(AnnexLabel label, PageFrame frame)
    {
        measurer.Place = $"附件标识“{Start(label.Text)}”";
        items.Add(new PageBreakItem(frame));
        AddLines(measurer.Measure(label.Text, FaceRole.Hei, GridCell), frame, 0, keep: true);
        items.Add(new BlankItem(frame));
    }

    private void AddTitle(TitleBlock title, PageFrame frame, bool afterLabel)
    {
        if (!afterLabel && items.Count > 0)
        {
            items.Add(new BlankItem(frame));
        }

        measurer.Place = $"标题“{Start(string.Concat(title.Lines))}”";
        foreach (var given in title.Lines)
        {
            var text = measurer.Measure(given, FaceRole.Title);
            foreach (var span in TitleBreaker.Break(text, frame.TextWidth / Measures.TitleSize))
            {
                AddCentred(text, span, Measures.TitleSize, frame, frame.TextWidth / 2);
            }
        }

        items.Add(new BlankItem(frame));
    }

    private void AddHeading(Heading heading, PageFrame frame)
    {
        measurer.Place = $"标题“{Start(heading.Text)}”";
        var face = heading.Level switch { 1 => FaceRole.Hei, 2 => FaceRole.Kai, _ => FaceRole.Fang };
        var text = measurer.Measure(heading.Text, face, heading.RunIn ?? "", FaceRole.Fang, GridCell);
        AddLines(text, frame, Measures.Indent, keep: heading.RunIn is null, (Math.Clamp(heading.Level, 1, 4), heading.Text.Trim()));
    }

    private void AddParagraph(string text, PageFrame frame)
    {
        measurer.Place = $"段落“{Start(text)}”";
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            AddLines(measurer.Measure(part, FaceRole.Fang, GridCell), frame, Measures.Indent, keep: false);
        }
    }

    private void AddLines(MeasuredText text, PageFrame frame, int indent, bool keep, (int, string)? heading = null)
    {
        const double size = Measures.TextSize;
        var inset = indent * Measures.Cell;
        foreach (var span in breaker.Break(text, (frame.TextWidth - inset) / size, frame.TextWidth / size, Filling.Justified))
        {
            var x = span.Start == 0 ? inset : 0;
            items.Add(new LineItem(frame, keep, new(text, span, size, x, frame.TextWidth - x, !span.Last), span.Start == 0 ? heading : null));
        }
    }

    private void AddCentred(MeasuredText text, LineSpan span, double size, PageFrame frame, double centre, bool keep = true)
    {
        var width = text.WidthOf(span.Start, span.End) * size;
        var x = Math.Max(0, Math.Min(centre - width / 2, frame.TextWidth - width));
        items.Add(new LineItem(frame, keep, new(text, span, size, x, Math.Max(width, frame.TextWidth - x), false)));
    }

    // §7.3.5. With a seal the date stands four characters in and the signatory is centred on it, two lines left for the seal,
    // which thus begins less than a line below the text. Without a seal the signatory stands two characters in and the date
    // below begins two characters right of it, or ends two characters in when it is the longer one.
    private void AddSignature(SignatureBlock signature, PageFrame frame)
    {
        measurer.Place = "署名";
        var name = measurer.Measure(signature.Signatory ?? "", FaceRole.Fang, GridCell);
        var date = measurer.Measure(signature.Date ?? "", FaceRole.Fang, GridCell);
        if (name.Characters.Length + date.Characters.Length == 0)
        {
            return;
        }

        if (items.Count > 0 && items[^1] is LineItem last)
        {
            items[^1] = last with { KeepWithNext = true };
        }

        if (items.Count > 0)
        {
            items.Add(new BlankItem(frame));
            if (options.Sealed)
            {
                items.Add(new BlankItem(frame));
            }
        }

        const double size = Measures.TextSize;
        var dateWidth = date.Width * size;
        var nameWidth = name.Width * size;
        var right = frame.TextWidth - (options.Sealed ? Measures.SealedDateInset : Measures.UnsealedInset) * Measures.Cell;
        var dateCentre = right - dateWidth / 2;
        var nameCentre = dateCentre;
        if (!options.Sealed)
        {
            var indent = Measures.Indent * Measures.Cell;
            var longDate = dateWidth + indent > nameWidth;
            nameCentre = longDate && dateWidth > 0 ? right - dateWidth - indent + nameWidth / 2 : right - nameWidth / 2;
            dateCentre = longDate ? dateCentre : right - nameWidth + indent + dateWidth / 2;
        }

        foreach (var span in TitleBreaker.Break(name, (frame.TextWidth - Measures.UnsealedInset * Measures.Cell) / size))
        {
            AddCentred(name, span, size, frame, nameCentre, keep: date.Characters.Length > 0 || !IsLast(span, name));
        }

        if (date.Characters.Length > 0)
        {
            AddCentred(date, new(0, date.Characters.Length, true), size, frame, dateCentre, keep: false);
        }
    }

    private static bool IsLast(LineSpan span, MeasuredText text) => span.End == text.Characters.Length;

    private static string Start(string text) => text.Length <= 12 ? text : string.Concat(text.AsSpan(0, 12), "…");
}
