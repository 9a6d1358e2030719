namespace PerfEval.Documents.Typesetting;

/// <summary>Puts flow items on pages: the line grid, page breaks, what must stay together.</summary>
internal sealed class PageFiller(LayoutOptions options, string? watermark)
{
    private sealed record Page(PageFrame Frame, List<TextRun> Runs, List<Rule> Rules);

    private readonly List<Page> pages = [];
    private readonly List<OutlineEntry> outline = [];
    private Page? page;
    private int line;

    /// <summary>Runs of the page being filled.</summary>
    public List<TextRun> Runs => page!.Runs;

    /// <summary>Rules of the page being filled.</summary>
    public List<Rule> Rules => page!.Rules;

    /// <summary>Height left on the page being filled.</summary>
    public double Room => page!.Frame.TextHeight - line * Measures.LineHeight;

    /// <summary>Upper edge of the next free line box.</summary>
    public double Top => page!.Frame.TopOf(line);

    /// <summary>Whether nothing stands on the page yet.</summary>
    public bool AtHead => line == 0;

    /// <summary>Begins a page.</summary>
    public void TurnPage(PageFrame frame)
    {
        page = new(frame, [], []);
        pages.Add(page);
        line = 0;
    }

    /// <summary>Takes a height from the page; the next line begins at the next line box of the grid.</summary>
    public void Use(double height) => line += (int)Math.Ceiling(height / Measures.LineHeight - 1e-6);

    /// <summary>Fills pages.</summary>
    public void Fill(IReadOnlyList<FlowItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (page is null || page.Frame != item.Frame || item is PageBreakItem && line > 0 || line > 0 && !ChainFits(items, i))
            {
                TurnPage(item.Frame);
            }

            switch (item)
            {
                case TableItem table:
                    new TablePager(table.Table, this, table.Frame).Place();
                    break;
                case LineItem text:
                    PlaceLine(text);
                    break;
                case BlankItem when line > 0:
                    line++;
                    break;
            }
        }
    }

    /// <summary>The document with page numbers.</summary>
    public LaidOutDocument Finish(TextMeasurer measurer)
    {
        if (pages.Count == 0)
        {
            TurnPage(PageFrame.Upright);
        }

        var finished = new LaidOutPage[pages.Count];
        for (var i = 0; i < finished.Length; i++)
        {
            var (frame, runs, rules) = pages[i];
            PageNumber.Draw(runs, frame, i + 1, options.PageNumbers, measurer);
            finished[i] = new(frame.Width, frame.Height, runs, rules, watermark);
        }

        return new(finished, outline);
    }

    private void PlaceLine(LineItem item)
    {
        if (line >= item.Frame.Lines)
        {
            TurnPage(item.Frame);
        }

        if (item.Heading is { } heading)
        {
            outline.Add(new(heading.Level, heading.Title, pages.Count - 1, Top));
        }

        item.Line.Draw(Runs, item.Frame.Left, item.Frame.BaselineOf(line));
        line++;
    }

    // Everything up to the first item that may stand last on a page. A chain longer than a page is let go.
    private bool ChainFits(IReadOnlyList<FlowItem> items, int start)
    {
        var room = Room + 1e-6;
        var needed = 0.0;
        for (var i = start; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Frame != items[start].Frame)
            {
                break;
            }

            needed += item switch
            {
                TableItem table => table.Table.LeastHeight(table.Frame.TextHeight),
                PageBreakItem => 0,
                _ => Measures.LineHeight,
            };
            if (needed > room)
            {
                return needed > item.Frame.TextHeight && item is not TableItem && i - start >= item.Frame.Lines;
            }

            if (!item.KeepWithNext)
            {
                break;
            }
        }

        return true;
    }
}
