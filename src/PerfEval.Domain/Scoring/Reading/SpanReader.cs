namespace PerfEval.Domain.Scoring.Reading;

/// <summary>达成年度指标，得权重的100%–80%（含）…: <see cref="QualitativeRange"/>.</summary>
internal static class SpanReader
{
    private static readonly string[] ThreeKeys = ["achieved", "partly", "missed"];

    public static ScoringRule? Read(Page page)
    {
        var clauses = page.Clauses.Where(c => c.Act.Kind is not (ActKind.Judge or ActKind.GiveOpen)).ToList();
        var bands = new List<QualitativeBand>();
        foreach (var clause in clauses)
        {
            var (from, to) = clause.Act.Kind switch
            {
                ActKind.Span => (Percent(page, clause.Act, clause.Act.Number!.Value), Percent(page, clause.Act, clause.Act.To!.Value)),
                _ => (-1m, -1m),
            };
            bands.Add(new QualitativeBand("", LevelReader.Label(page, clause), from, to));
        }

        var joined = bands.Zip(bands.Skip(1)).All(p => p.First.From == p.Second.To);
        if (!joined || bands[0].To != 100 || bands[^1].From < 0 || bands.Any(b => b.Label.Length == 0 || b.From >= b.To))
        {
            return Fallback.Ask(page, "各档的得分范围不相连，或者写法不一致");
        }

        for (var i = 0; i < clauses.Count; i++)
        {
            page.Use(clauses[i], $"档次“{bands[i].Label}”：权重的{Wording.Number(bands[i].To)}%至{Wording.Number(bands[i].From)}%");
            bands[i] = bands[i] with { Key = bands.Count == 3 ? ThreeKeys[i] : $"band{i + 1}" };
        }

        foreach (var judge in page.Clauses.Except(clauses))
        {
            page.Use(judge, "档内由评审给分");
        }

        foreach (var part in page.Preamble.Where(p => page.Text[p.Start..p.End].StartsWith("档内", StringComparison.Ordinal)))
        {
            page.Use(part.Start, part.End, "档内由评审给分");
        }

        return new QualitativeRange(bands);
    }

    private static decimal Percent(Page page, Act act, decimal number) =>
        act.Unit == PointsUnit.PercentOfWeight ? number : number * 100 / page.Weight;
}
