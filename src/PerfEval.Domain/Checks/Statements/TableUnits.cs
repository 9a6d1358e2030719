using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A table that says 万元 above figures in 元: its figures stand in the text as so many 元.</summary>
internal sealed class TableUnits
{
    private const int Fewest = 2;
    private const int CaptionDistance = 60;
    private const decimal Telling = 1000;
    private readonly ReadText text;
    private readonly HashSet<decimal> yuan;
    private readonly List<ReadNumber> rounded;

    /// <summary>Collects the amounts of the text once.</summary>
    public TableUnits(ReadText text)
    {
        this.text = text;
        var money = text.Numbers.Where(n => n is { Measure: Measure.Money, Per: "" }).ToList();
        yuan = [.. money.Select(n => n.Value)];
        rounded = [.. money.Where(n => n.Scale > 1).DistinctBy(n => n.Value).Take(200)];
    }

    /// <summary>Compares the figures of a table with the text.</summary>
    public void Check(TableGrid grid, Notes notes)
    {
        var caption = text.Plain.AsSpan(Math.Max(0, grid.Table.Start - CaptionDistance), Math.Min(CaptionDistance, grid.Table.Start));
        var at = Unit(caption);
        if (at < 0)
        {
            return;
        }

        var place = new Stretch(Math.Max(0, grid.Table.Start - CaptionDistance) + at, Math.Max(0, grid.Table.Start - CaptionDistance) + at + 5);
        var (asYuan, asWan) = (0, 0);
        ReadNumber? example = null;
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                if (grid.Number(row, column) is { Measure: Measure.Plain } n && n.Printed >= Telling)
                {
                    asWan += yuan.Contains(n.Printed * 10_000) ? 1 : 0;
                    if (yuan.Contains(n.Printed) || rounded.Exists(r => Math.Abs(r.Value - n.Printed) <= r.Step / 2))
                    {
                        asYuan++;
                        example ??= n;
                    }
                }
            }
        }

        if (asYuan >= Fewest && asYuan > asWan && example is not null)
        {
            notes.Report(StatementKind.Unit, Severity.Error, place, "万元", "元",
                $"表上注明单位为万元，但表中数字（如{text.Shown(example)}）与正文对照是以元计的，共{asYuan}处。", "请把表的单位改为元，或把数字换算为万元。");
        }
    }

    /// <summary>Where the caption says 万元; -1 when it does not.</summary>
    private static int Unit(ReadOnlySpan<char> caption)
    {
        var at = caption.LastIndexOf("单位");
        return at >= 0 && caption[at..].StartsWith("单位:万元") ? at : -1;
    }
}
